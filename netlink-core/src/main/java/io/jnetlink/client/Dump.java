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
 */
public record Dump<M>(List<M> messages, boolean interrupted) {

    public Dump {
        messages = List.copyOf(messages);
    }
}
