package io.jnetlink.samples.ovs.flow;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.rule.Flow;
import io.jnetlink.ovs.text.FlowText;
import io.jnetlink.samples.ovs.run.JovsSession;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prints flows as the options want them.
 *
 * <p>Not thread-safe.
 */
final class FlowPrinter {

    private static final double MILLIS_PER_SECOND = 1000;

    private final JovsSession session;
    private final FlowText text;

    private FlowPrinter(JovsSession session, FlowText text) {
        this.session = session;
        this.text = text;
    }

    /** For flows of a datapath; asks for its ports if they are to be printed by name. */
    static FlowPrinter of(JovsSession session, Datapath datapath) {
        FlowText text = session.options().more() ? FlowText.verbose() : FlowText.brief();
        return new FlowPrinter(session, session.options().names() ? text.withNames(session.portNames(datapath)) : text);
    }

    /** A line of {@code dump-flows}. */
    String line(Flow flow) {
        return text.line(flow.message().attributes(), session.monotonicMillis());
    }

    /** Counters only. */
    String counters(Flow flow) {
        return text.stats(flow.message().attributes(), session.monotonicMillis());
    }

    /** The same as members of an object; {@code used} is seconds ago, {@code null} for never. */
    Map<String, Object> json(Flow flow) {
        Map<String, Object> json = new LinkedHashMap<>();
        flow.ufid().ifPresent(ufid -> json.put("ufid", ufid.toString()));
        json.put("match", text.match(flow.key(), flow.mask()));
        json.put("packets", flow.packets());
        json.put("bytes", flow.bytes());
        json.put(
                "used",
                flow.usedMillis().isPresent()
                        ? (session.monotonicMillis() - flow.usedMillis().getAsLong()) / MILLIS_PER_SECOND
                        : null);
        json.put("tcp-flags", flow.tcpFlags());
        json.put("actions", text.actions(flow.actions()));
        return json;
    }
}
