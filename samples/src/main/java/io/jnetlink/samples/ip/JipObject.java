package io.jnetlink.samples.ip;

import io.jnetlink.samples.ip.grammar.Arguments;

/** What a command is about, such as {@code link}. Implementations are stateless. */
@FunctionalInterface
public interface JipObject {

    /**
     * Runs one command.
     *
     * @param session what the command works with
     * @param words the words behind the object's name
     * @return the exit status
     * @throws io.jnetlink.samples.ip.grammar.CommandException if the words are wrong
     * @throws io.jnetlink.client.KernelRejectedException if the kernel refuses
     */
    int run(JipSession session, Arguments words);
}
