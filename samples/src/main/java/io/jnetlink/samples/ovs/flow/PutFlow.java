package io.jnetlink.samples.ovs.flow;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.OvsFlows;
import io.jnetlink.ovs.rule.Flow;
import io.jnetlink.ovs.rule.FlowSpec;
import io.jnetlink.ovs.rule.Match;
import io.jnetlink.ovs.rule.PutMode;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import java.util.List;

/** {@code add-flow [DP] FLOW ACTIONS} and {@code mod-flow [DP] FLOW ACTIONS}. Immutable. */
public final class PutFlow implements JovsCommand {

    private static final String COMPLAINT = "updating flow table";
    private static final int WORDS_WITH_DATAPATH = 3;

    private final boolean modifies;

    private PutFlow(boolean modifies) {
        this.modifies = modifies;
    }

    /** {@code add-flow}. */
    public static PutFlow adding() {
        return new PutFlow(false);
    }

    /** {@code mod-flow}. */
    public static PutFlow modifying() {
        return new PutFlow(true);
    }

    @Override
    public int run(JovsSession session, List<String> words) {
        boolean named = words.size() == WORDS_WITH_DATAPATH;
        Datapath datapath = named ? session.datapath(words.get(0)) : session.onlyDatapath();
        List<String> flow = named ? words.subList(1, words.size()) : words;
        put(session, datapath, FlowArguments.of(session, datapath), flow.get(0), flow.get(1));
        return DONE;
    }

    /**
     * Puts one flow.
     *
     * @throws JovsException if it cannot be read, or the kernel does not take it
     */
    void put(JovsSession session, Datapath datapath, FlowArguments text, String match, String actions) {
        FlowSpec read = FlowSpec.of(Match.of(text.match(match)), text.actions(actions));
        FlowSpec flow = modifies && session.options().clear() ? read.resettingStats() : read;
        try {
            if (session.options().statistics()) {
                Flow changed = session.ovs().flows().replace(datapath, mode(session), flow);
                session.out().println(FlowPrinter.of(session, datapath).counters(changed));
            } else {
                put(session.ovs().flows(), datapath, mode(session), flow);
            }
        } catch (RuntimeException e) {
            throw JovsException.of(COMPLAINT, e);
        }
    }

    private static void put(OvsFlows flows, Datapath datapath, PutMode mode, FlowSpec flow) {
        switch (mode) {
            case CREATE -> flows.create(datapath, flow);
            case MODIFY -> flows.modify(datapath, flow);
            case CREATE_OR_MODIFY -> flows.put(datapath, flow);
        }
    }

    private PutMode mode(JovsSession session) {
        if (!modifies) {
            return PutMode.CREATE;
        }
        return session.options().mayCreate() ? PutMode.CREATE_OR_MODIFY : PutMode.MODIFY;
    }
}
