package io.jnetlink.ovs.rule;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.client.Request;
import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.flow.FlowAttrs;
import io.jnetlink.ovs.flow.FlowMessage;
import io.jnetlink.ovs.flow.FlowMessageView;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.flow.TunnelKeyAttrs;
import io.jnetlink.ovs.golden.GoldenRequest;
import io.jnetlink.ovs.golden.GoldenStep;
import io.jnetlink.ovs.golden.GoldenSteps;
import io.jnetlink.ovs.golden.RequestBytes;
import io.jnetlink.ovs.golden.Tally;
import io.jnetlink.ovs.text.Ufid;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests about flows are, byte for byte, those of real Open vSwitch. */
class FlowRequestsGoldenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uml-flows",
                "qemu-flows",
                "uml-upcall",
                "qemu-upcall",
                "uml-traffic",
                "qemu-traffic",
                "uml-vsctl",
                "qemu-vsctl",
                "uml-meters",
                "qemu-meters"
            })
    void requestsAreThoseOfOpenVSwitch(String capture) {
        assumeTrue(GoldenSteps.has(capture), "no record " + capture);
        Tally tally = new Tally();
        Tally tunnels = new Tally();
        for (GoldenStep step : GoldenSteps.of(capture)) {
            for (GoldenRequest request : step.requests()) {
                if (request.family().equals("ovs_flow")) {
                    compare(tally, tunnels, step, request);
                }
            }
        }
        tally.report(capture + ", flow requests", 0);
        tunnels.report(capture + ", set(tunnel(…))", 0);
    }

    private static void compare(Tally tally, Tally tunnels, GoldenStep step, GoldenRequest recorded) {
        try {
            message(recorded);
        } catch (MalformedMessageException e) {
            tally.differ(
                    step.area(), "a drop action with the number that psample has by now, which the kernel refuses");
            return;
        }
        tunnels(tunnels, step, message(recorded).attributes());
        compare(tally, step, recorded);
    }

    private static void compare(Tally tally, GoldenStep step, GoldenRequest recorded) {
        int type = step.families().get("ovs_flow");
        boolean dump = (recorded.flags() & MessageFlags.DUMP) == MessageFlags.DUMP;
        boolean echo = (recorded.flags() & MessageFlags.ECHO) != 0;
        Request<FlowMessage, FlowMessageView> ours = again(recorded, dump);
        byte[] bytes =
                RequestBytes.generic(echo ? FlowRequests.reporting(ours) : ours, type, dump ? MessageFlags.DUMP : 0);
        tally.compare(step.area(), step.id(), recorded.bytes(), bytes);
    }

    /** The same request, made anew from what it means. */
    private static Request<FlowMessage, FlowMessageView> again(GoldenRequest recorded, boolean dump) {
        FlowMessage message = message(recorded);
        int datapath = message.header().dpIfindex();
        FlowAttrs attributes = message.attributes();
        return switch (recorded.command()) {
            case "OVS_FLOW_CMD_NEW" ->
                FlowRequests.put(
                        datapath,
                        (recorded.flags() & MessageFlags.CREATE) != 0 ? PutMode.CREATE : PutMode.CREATE_OR_MODIFY,
                        spec(attributes));
            case "OVS_FLOW_CMD_SET" -> FlowRequests.put(datapath, PutMode.MODIFY, spec(attributes));
            case "OVS_FLOW_CMD_DEL" -> {
                if (attributes.hasUfidFlags()) {
                    yield FlowRequests.deleteTersely(datapath, Ufid.of(attributes.ufid()));
                }
                boolean all = !attributes.hasUfid() && !attributes.hasKey();
                yield all ? FlowRequests.flush(datapath) : FlowRequests.delete(datapath, id(attributes));
            }
            default -> {
                if (!dump) {
                    yield FlowRequests.get(datapath, id(attributes));
                }
                yield attributes.hasUfidFlags() ? FlowRequests.listTersely(datapath) : FlowRequests.list(datapath);
            }
        };
    }

    private static FlowMessage message(GoldenRequest recorded) {
        byte[] body = recorded.body();
        return FlowMessage.decode(NetlinkBuffer.wrap(body), 0, body.length);
    }

    private static FlowId id(FlowAttrs attributes) {
        return new FlowId(
                attributes.hasUfid() ? Optional.of(Ufid.of(attributes.ufid())) : Optional.empty(),
                attributes.hasKey() ? Optional.of(attributes.key()) : Optional.empty());
    }

    private static FlowSpec spec(FlowAttrs attributes) {
        KeyAttrs mask =
                attributes.hasMask() ? attributes.mask() : KeyAttrs.builder().build();
        FlowSpec spec = FlowSpec.of(Match.of(attributes.key(), mask), Actions.of(attributes.actions()));
        if (attributes.hasUfid()) {
            spec = spec.withUfid(Ufid.of(attributes.ufid()));
        }
        if (attributes.hasClear()) {
            spec = spec.resettingStats();
        }
        return attributes.hasProbe() ? spec.probing() : spec;
    }

    private static void tunnels(Tally tally, GoldenStep step, FlowAttrs attributes) {
        if (!attributes.hasActions()) {
            return;
        }
        for (ActionAttrs action : attributes.actions().inOrder()) {
            if (action.number() == ActionAttrs.SET && action.set().hasTunnel()) {
                tunnel(tally, step, action);
            }
        }
    }

    private static void tunnel(Tally tally, GoldenStep step, ActionAttrs recorded) {
        TunnelKeyAttrs key = recorded.set().tunnel();
        if (!key.hasTtl() || !key.hasIpv4Dst() && !key.hasIpv6Dst()) {
            tally.leaveOut("texts without ttl or destination, which cannot be said here");
            return;
        }
        ActionAttrs ours =
                Actions.first().setTunnel(tunnel -> fill(tunnel, key)).attributes();
        boolean inOrderOfText = step.area().startsWith("dpctl");
        if (inOrderOfText && key.equals(ours.set().tunnel())) {
            tally.match(step.area());
        } else {
            tally.compare(step.area(), step.id() + " " + key, recorded.toByteArray(), ours.toByteArray());
        }
    }

    private static void fill(TunnelSpec tunnel, TunnelKeyAttrs recorded) {
        if (recorded.hasId()) {
            tunnel.id(recorded.id());
        }
        if (recorded.hasIpv4Src()) {
            tunnel.src(recorded.ipv4Src());
        }
        if (recorded.hasIpv6Src()) {
            tunnel.src(recorded.ipv6Src());
        }
        tunnel.dst(recorded.hasIpv4Dst() ? recorded.ipv4Dst() : recorded.ipv6Dst());
        if (recorded.hasTos()) {
            tunnel.tos(recorded.tos());
        }
        tunnel.ttl(recorded.ttl());
        if (recorded.hasDontFragment()) {
            tunnel.dontFragment();
        }
        if (recorded.hasCsum()) {
            tunnel.csum();
        }
        if (recorded.hasTpSrc()) {
            tunnel.tpSrc(recorded.tpSrc());
        }
        if (recorded.hasTpDst()) {
            tunnel.tpDst(recorded.tpDst());
        }
        if (recorded.hasOam()) {
            tunnel.oam();
        }
        if (recorded.hasVxlanOpts()) {
            tunnel.gbp(recorded.vxlanOpts().gbp());
        }
        if (recorded.hasGeneveOpts()) {
            tunnel.geneveOpts(recorded.geneveOpts());
        }
        if (recorded.hasErspanOpts()) {
            tunnel.erspan(recorded.erspanOpts());
        }
    }
}
