package io.jnetlink.client;

import java.util.List;

/**
 * Everything that a dump listed.
 *
 * <p>Immutable.
 *
 * @param <M> the values
 * @param messages in the order in which the kernel listed them
 * @param interrupted whether something changed while the kernel listed it, so that entries may be missing or stand twice
 *     ({@code NLM_F_DUMP_INTR})
 * @param filtered whether the kernel says that it listed only what the request asked for ({@code NLM_F_DUMP_FILTERED}); see
 *     {@link DumpMarks#filtered()} for what its absence means
 * @param extendedAck what the kernel had to remark
 */
public record Dump<M>(List<M> messages, boolean interrupted, boolean filtered, ExtendedAck extendedAck) {

    public Dump {
        messages = List.copyOf(messages);
    }

    /** A dump without a remark of the kernel. */
    public Dump(List<M> messages, boolean interrupted, boolean filtered) {
        this(messages, interrupted, filtered, ExtendedAck.empty());
    }

    static <M> Dump<M> of(List<M> messages, DumpMarks marks) {
        return new Dump<>(messages, marks.interrupted(), marks.filtered(), marks.extendedAck());
    }
}
