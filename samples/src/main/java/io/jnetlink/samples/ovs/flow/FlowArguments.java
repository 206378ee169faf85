package io.jnetlink.samples.ovs.flow;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.text.FlowMatch;
import io.jnetlink.ovs.text.FlowSyntaxException;
import io.jnetlink.ovs.text.FlowText;
import io.jnetlink.ovs.text.Ufid;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import io.jnetlink.sys.Errno;

/**
 * Reads flows of a command line, in which ports may be numbers or names.
 *
 * <p>Immutable.
 */
final class FlowArguments {

    private final FlowText text;

    private FlowArguments(FlowText text) {
        this.text = text;
    }

    /** With the names of a datapath's ports. */
    static FlowArguments of(JovsSession session, Datapath datapath) {
        return new FlowArguments(FlowText.brief().acceptingNames(session.portNames(datapath)));
    }

    /**
     * Reads {@code in_port(1),eth(…),…}.
     *
     * @throws JovsException if it is none, with the place
     */
    FlowMatch match(String word) {
        try {
            return text.parseMatch(word);
        } catch (FlowSyntaxException e) {
            String rest = word.substring(Math.min(word.length(), e.column() - 1));
            throw JovsException.of(
                    "parsing flow key (syntax error at " + rest + ")", Errno.EINVAL, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads {@code set(…),2}.
     *
     * @throws JovsException if it is none, with the place
     */
    ActionAttrs actions(String word) {
        try {
            return text.parseActions(word);
        } catch (FlowSyntaxException e) {
            throw JovsException.of("parsing actions", Errno.EINVAL, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads {@code ufid:…}.
     *
     * @throws JovsException if it is none, with the place
     */
    static Ufid ufid(String word) {
        try {
            return Ufid.parse(word);
        } catch (FlowSyntaxException e) {
            throw JovsException.of("parsing flow ufid", Errno.EINVAL, String.valueOf(e.getMessage()));
        }
    }
}
