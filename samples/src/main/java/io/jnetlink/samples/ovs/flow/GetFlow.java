package io.jnetlink.samples.ovs.flow;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.rule.Flow;
import io.jnetlink.ovs.rule.FlowId;
import io.jnetlink.ovs.text.Ufid;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import java.util.List;

/** {@code get-flow [DP] ufid:UFID}. Stateless. */
public final class GetFlow implements JovsCommand {

    @Override
    public int run(JovsSession session, List<String> words) {
        Datapath datapath = words.size() > 1 ? session.datapath(words.get(0)) : session.onlyDatapath();
        Ufid ufid = FlowArguments.ufid(words.get(words.size() - 1));
        try {
            Flow flow = session.ovs().flows().get(datapath, FlowId.of(ufid));
            FlowPrinter printer = FlowPrinter.of(session, datapath);
            if (session.options().json()) {
                session.printJson(printer.json(flow));
            } else {
                session.out().println(printer.line(flow));
            }
        } catch (RuntimeException e) {
            throw JovsException.of("getting flow", e);
        }
        return DONE;
    }
}
