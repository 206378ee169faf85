package io.jnetlink.sys;

/**
 * The descriptors one {@link Syscalls#poll} call watches, laid out as the kernel's array of {@code struct pollfd}.
 *
 * <pre>
 *   0         4         6         8
 *   +---------+---------+---------+
 *   | fd      | events  | revents |   one entry, native byte order
 *   +---------+---------+---------+
 * </pre>
 *
 * <p>Made once and used again. Not thread-safe.
 */
public final class PollSet {

    private static final int ENTRY_BYTES = 8;
    private static final int EVENTS_OFFSET = 4;
    private static final int RETURNED_OFFSET = 6;

    private final int size;
    private final NativeMemory memory;

    /**
     * A set of that many entries, none of which watches anything yet.
     *
     * @param size entries
     */
    public PollSet(int size) {
        this.size = size;
        this.memory = new NativeMemory(timeoutOffset() + Long.BYTES * 2);
        for (int entry = 0; entry < size; entry++) {
            watch(entry, -1, 0);
        }
    }

    /**
     * How many entries there are.
     *
     * @return the count
     */
    public int size() {
        return size;
    }

    /**
     * Says what an entry watches.
     *
     * @param entry index of the entry
     * @param fd descriptor; a negative one is passed over
     * @param events mask of {@code POLL…} bits of {@link LinuxAbi}
     */
    public void watch(int entry, int fd, int events) {
        memory.bytes().putInt(entry * ENTRY_BYTES, fd);
        memory.bytes().putShort(entry * ENTRY_BYTES + EVENTS_OFFSET, (short) events);
        memory.bytes().putShort(entry * ENTRY_BYTES + RETURNED_OFFSET, (short) 0);
    }

    /**
     * The descriptor an entry watches.
     *
     * @param entry index of the entry
     * @return the descriptor, negative for none
     */
    public int descriptor(int entry) {
        return memory.bytes().getInt(entry * ENTRY_BYTES);
    }

    /**
     * The events an entry waits for.
     *
     * @param entry index of the entry
     * @return mask of {@code POLL…} bits
     */
    public int events(int entry) {
        return memory.bytes().getShort(entry * ENTRY_BYTES + EVENTS_OFFSET);
    }

    /**
     * The events the last call found.
     *
     * @param entry index of the entry
     * @return mask of {@code POLL…} bits, 0 for none
     */
    public int returned(int entry) {
        return memory.bytes().getShort(entry * ENTRY_BYTES + RETURNED_OFFSET);
    }

    /**
     * Sets the events found; for back ends that do not write the memory themselves.
     *
     * @param entry index of the entry
     * @param events mask of {@code POLL…} bits
     */
    public void setReturned(int entry, int events) {
        memory.bytes().putShort(entry * ENTRY_BYTES + RETURNED_OFFSET, (short) events);
    }

    /**
     * The array of entries, with room for a time-out behind it; for back ends.
     *
     * @return the memory
     */
    public NativeMemory memory() {
        return memory;
    }

    /**
     * Where the room for a {@code struct timespec} of two 64-bit fields begins; for back ends.
     *
     * @return offset in bytes from the start of {@link #memory()}
     */
    public int timeoutOffset() {
        return size * ENTRY_BYTES;
    }
}
