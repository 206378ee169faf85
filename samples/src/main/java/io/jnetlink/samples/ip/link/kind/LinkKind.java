package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.link.LinkChange;
import io.jnetlink.samples.ip.print.Report;

/** A kind of link: its options, and how its details are printed. Implementations are stateless. */
public interface LinkKind {

    /** The word behind {@code type}. */
    String name();

    /**
     * Reads the words behind the kind.
     *
     * @param session what the command works with
     * @param change what is to be done with the link
     * @param words at least one word
     * @return the attributes of the kind, in wire format
     * @throws io.jnetlink.samples.ip.grammar.CommandException if the words are wrong
     */
    byte[] parse(JipSession session, LinkChange change, Arguments words);

    /** Whether it has details to print. */
    boolean hasDetails();

    /**
     * Prints details.
     *
     * @param session what the command works with
     * @param linkinfo the nest with kind and details
     * @param report where to
     */
    void print(JipSession session, LinkinfoAttrs linkinfo, Report report);

    /** Which options there are, without a line break at the end. */
    String usage();
}
