package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import java.util.OptionalLong;

/**
 * A line of {@code ovs-dpctl dump-flows}, read back. Immutable.
 *
 * @param match which packets the flow is for, and its identifier
 * @param packets how many it has had
 * @param bytes of these packets
 * @param usedMillisAgo how long before the dump the last one was; empty for {@code never}
 * @param tcpFlags all TCP flags seen
 * @param actions what is done with the packets
 */
public record FlowLine(
        FlowMatch match, long packets, long bytes, OptionalLong usedMillisAgo, int tcpFlags, ActionAttrs actions) {}
