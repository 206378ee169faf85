package io.jnetlink.samples.ovs.flow;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.rule.Flow;
import io.jnetlink.ovs.rule.FlowId;
import io.jnetlink.ovs.text.FlowMatch;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import java.util.List;
import java.util.Optional;

/** {@code del-flow [DP] FLOW}. Stateless. */
public final class DeleteFlow implements JovsCommand {

    private static final String COMPLAINT = "deleting flow";

    @Override
    public int run(JovsSession session, List<String> words) {
        Datapath datapath = words.size() > 1 ? session.datapath(words.get(0)) : session.onlyDatapath();
        delete(session, datapath, FlowArguments.of(session, datapath), words.get(words.size() - 1));
        return DONE;
    }

    /**
     * Deletes one flow.
     *
     * @throws JovsException if it cannot be read, or is not there
     */
    static void delete(JovsSession session, Datapath datapath, FlowArguments text, String word) {
        FlowMatch match = text.match(word);
        try {
            Flow deleted = session.ovs().flows().delete(datapath, id(match));
            if (session.options().statistics()) {
                session.out().println(FlowPrinter.of(session, datapath).counters(deleted));
            }
        } catch (OvsException e) {
            if (e.fault() == OvsFault.FLOW_MISSING) {
                session.out().println("Perhaps you need to specify a UFID?");
            }
            throw JovsException.of(COMPLAINT, e);
        } catch (RuntimeException e) {
            throw JovsException.of(COMPLAINT, e);
        }
    }

    private static FlowId id(FlowMatch match) {
        Optional<KeyAttrs> key = match.key().length() == 0 ? Optional.empty() : Optional.of(match.key());
        return new FlowId(match.ufid(), key);
    }
}
