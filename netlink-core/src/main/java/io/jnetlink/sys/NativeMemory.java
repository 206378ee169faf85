package io.jnetlink.sys;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A little direct memory that a caller owns and a back end lays its C structures in, so that calls allocate nothing.
 *
 * <p>What stands in it between two calls means nothing to the caller. Not thread-safe.
 */
public final class NativeMemory {

    /** Enough for a message header, one buffer descriptor, an address and the control data of a netlink datagram. */
    public static final int MESSAGE_BYTES = 256;

    private final ByteBuffer bytes;
    private long address;

    /**
     * Takes zeroed memory.
     *
     * @param size bytes
     */
    public NativeMemory(int size) {
        bytes = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    /**
     * The memory.
     *
     * @return a direct buffer in native byte order
     */
    public ByteBuffer bytes() {
        return bytes;
    }

    /**
     * The address a back end noted before, so that it asks for it once.
     *
     * @return the address, or 0 when none was noted
     */
    public long address() {
        return address;
    }

    /**
     * Notes the address of {@link #bytes()}; for back ends.
     *
     * @param value the address
     */
    public void noteAddress(long value) {
        address = value;
    }
}
