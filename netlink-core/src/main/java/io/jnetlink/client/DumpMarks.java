package io.jnetlink.client;

import io.jnetlink.wire.MessageFlags;

/**
 * What the kernel says of a dump as a whole, by flags on any of its messages.
 *
 * <p>Immutable.
 *
 * @param interrupted whether something changed while the kernel listed it, so that entries may be missing or stand twice
 *     ({@code NLM_F_DUMP_INTR})
 * @param filtered whether the kernel listed only what the request asked for by its header and attributes ({@code
 *     NLM_F_DUMP_FILTERED}). False says little: a kernel that does not know a filter lists everything, some families never
 *     tell, and of an empty listing there may be no message to tell it.
 * @param extendedAck what the kernel had to remark at the end; nearly always nothing
 */
public record DumpMarks(boolean interrupted, boolean filtered, ExtendedAck extendedAck) {

    private static final DumpMarks NONE = new DumpMarks(false, false);
    private static final DumpMarks FILTERED = new DumpMarks(false, true);

    /** Marks without a remark of the kernel. */
    public DumpMarks(boolean interrupted, boolean filtered) {
        this(interrupted, filtered, ExtendedAck.empty());
    }

    /** The marks in the flags of all messages together; allocates nothing for whole listings. */
    static DumpMarks of(int flags, ExtendedAck extendedAck) {
        boolean filtered = (flags & MessageFlags.DUMP_FILTERED) != 0;
        boolean interrupted = (flags & MessageFlags.DUMP_INTERRUPTED) != 0;
        if (interrupted || !extendedAck.isEmpty()) {
            return new DumpMarks(interrupted, filtered, extendedAck);
        }
        return filtered ? FILTERED : NONE;
    }
}
