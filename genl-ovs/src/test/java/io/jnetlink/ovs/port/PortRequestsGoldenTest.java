package io.jnetlink.ovs.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.client.Request;
import io.jnetlink.ovs.golden.GoldenRequest;
import io.jnetlink.ovs.golden.GoldenStep;
import io.jnetlink.ovs.golden.GoldenSteps;
import io.jnetlink.ovs.golden.RequestBytes;
import io.jnetlink.ovs.golden.Tally;
import io.jnetlink.ovs.vport.VportAttrs;
import io.jnetlink.ovs.vport.VportMessage;
import io.jnetlink.ovs.vport.VportType;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests about ports and their devices are, byte for byte, those of real Open vSwitch. */
class PortRequestsGoldenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qemu-ports",
                "uml-ports",
                "uml-stale",
                "qemu-vsctl",
                "uml-vsctl",
                "qemu-genl",
                "uml-genl",
                "uml-flows",
                "qemu-flows",
                "uml-meters",
                "qemu-meters",
                "uml-traffic",
                "qemu-traffic",
                "uml-upcall",
                "qemu-upcall"
            })
    void portRequestsAreThoseOfOpenVSwitch(String capture) {
        assumeTrue(GoldenSteps.has(capture), "no record " + capture);
        Tally tally = new Tally();
        for (GoldenStep step : GoldenSteps.of(capture)) {
            for (GoldenRequest request : step.requests()) {
                if (request.family().equals("ovs_vport")) {
                    comparePort(tally, step, request);
                }
            }
        }
        tally.report(capture + ", port requests", 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qemu-ports", "uml-ports", "uml-stale", "qemu-vsctl", "uml-vsctl"})
    void deviceRequestsAreThoseOfOpenVSwitch(String capture) {
        assumeTrue(GoldenSteps.has(capture), "no record " + capture);
        Tally tally = new Tally();
        for (GoldenStep step : GoldenSteps.of(capture)) {
            for (GoldenRequest request : step.requests()) {
                if (request.family().equals("rtnetlink") && request.command().endsWith("LINK")) {
                    compareDevice(tally, step, request);
                }
            }
        }
        tally.report(capture + ", device requests", 40);
    }

    private static void comparePort(Tally tally, GoldenStep step, GoldenRequest recorded) {
        byte[] body = recorded.body();
        VportMessage message = VportMessage.decode(NetlinkBuffer.wrap(body), 0, body.length);
        VportAttrs attributes = message.attributes();
        if (attributes.hasType() && attributes.type().value() > VportType.GENEVE.value()) {
            tally.differ(step.area(), "types of port that no kernel of the tree has, asked for by the way of old");
            return;
        }
        boolean dump = (recorded.flags() & MessageFlags.DUMP) == MessageFlags.DUMP;
        int type = step.families().get("ovs_vport");
        byte[] ours;
        try {
            ours = RequestBytes.generic(again(recorded, message, dump), type, dump ? MessageFlags.DUMP : 0);
        } catch (InvalidFieldException e) {
            tally.differ(step.area(), "names that no device can have; refused here before anything is sent");
            return;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("local port");
            tally.differ(step.area(), "the local port was to be deleted; refused here before anything is sent");
            return;
        }
        tally.compare(step.area(), step.id(), recorded.bytes(), ours);
    }

    /** The same request, made anew from what it means. */
    private static Request<?, ?> again(GoldenRequest recorded, VportMessage message, boolean dump) {
        VportAttrs attributes = message.attributes();
        int datapath = message.header().dpIfindex();
        return switch (recorded.command()) {
            case "OVS_VPORT_CMD_NEW" -> addition(datapath, attributes);
            case "OVS_VPORT_CMD_DEL" -> VportRequests.delete(datapath, (int) attributes.portNo());
            case "OVS_VPORT_CMD_SET" ->
                VportRequests.setUpcallPids(
                        datapath,
                        (int) attributes.portNo(),
                        Arrays.stream(attributes.upcallPid()).boxed().toList());
            default -> {
                if (dump) {
                    yield VportRequests.list(datapath);
                }
                if (!attributes.hasName()) {
                    yield VportRequests.get(datapath, (int) attributes.portNo());
                }
                yield attributes.hasPortNo()
                        ? VportRequests.get(datapath, attributes.name())
                        : VportRequests.locate(attributes.name());
            }
        };
    }

    private static Request<?, ?> addition(int datapath, VportAttrs attributes) {
        PortSpec spec = specOf(attributes)
                .upcallPids(Arrays.stream(attributes.upcallPid()).boxed().toList());
        if (attributes.hasPortNo()) {
            spec = spec.number((int) attributes.portNo());
        }
        return spec.compat() == CompatUse.ONLY
                ? VportRequests.addCompat(datapath, spec)
                : VportRequests.add(datapath, spec);
    }

    private static PortSpec specOf(VportAttrs attributes) {
        String name = attributes.name();
        VportType type = attributes.type();
        if (type.equals(VportType.NETDEV)) {
            return PortSpec.device(name);
        }
        if (type.equals(VportType.INTERNAL)) {
            return PortSpec.internal(name);
        }
        if (type.equals(VportType.GRE)) {
            return PortSpec.gre().named(name).viaCompatVport();
        }
        int udpPort = attributes.options().dstPort();
        PortSpec spec = type.equals(VportType.VXLAN) ? PortSpec.vxlan(udpPort) : PortSpec.geneve(udpPort);
        boolean gbp = attributes.options().hasExtension()
                && attributes.options().extension().gbp();
        return (gbp ? spec.gbp() : spec).named(name).viaCompatVport();
    }

    private static void compareDevice(Tally tally, GoldenStep step, GoldenRequest recorded) {
        byte[] body = recorded.body();
        LinkMessage message = LinkMessage.decode(NetlinkBuffer.wrap(body), 0, body.length);
        LinkAttrs attributes = message.attributes();
        if (attributes.hasExtMask()) {
            tally.leaveOut("look-ups of devices for a copy of the route table");
            return;
        }
        if (attributes.hasLinkinfo() && attributes.linkinfo().kind().startsWith("ovs_")) {
            tally.leaveOut("a device made on trial, to see if tunnels are those of a module outside the kernel");
            return;
        }
        tally.compare(step.area(), step.id(), recorded.bytes(), againDevice(recorded, attributes));
    }

    private static byte[] againDevice(GoldenRequest recorded, LinkAttrs attributes) {
        String name = attributes.ifname();
        TunnelRecipe recipe = new TunnelRecipe(deviceOf(attributes)
                .orElseGet(() -> TunnelDevice.of(TunnelKind.GRE))
                .named(name));
        return switch (recorded.command()) {
            case "RTM_NEWLINK" ->
                RequestBytes.route(
                        Request.of(RtLink.NEWLINK, recipe.creation()),
                        MessageFlags.ACK | MessageFlags.CREATE | MessageFlags.EXCL);
            case "RTM_SETLINK" ->
                RequestBytes.route(Request.of(RtLink.SETLINK, recipe.mtu((int) attributes.mtu())), MessageFlags.ACK);
            case "RTM_DELLINK" -> RequestBytes.route(Request.of(RtLink.DELLINK, recipe.naming()), MessageFlags.ACK);
            default -> RequestBytes.route(Request.of(RtLink.GETLINK, recipe.naming()), 0);
        };
    }

    private static Optional<TunnelDevice> deviceOf(LinkAttrs attributes) {
        if (!attributes.hasLinkinfo()) {
            return Optional.empty();
        }
        LinkinfoAttrs info = attributes.linkinfo();
        return Optional.of(
                switch (info.kind()) {
                    case "vxlan" -> {
                        TunnelDevice plain = TunnelDevice.vxlan(info.dataVxlan().port());
                        TunnelDevice gbp = info.dataVxlan().gbp() ? plain.withGbp() : plain;
                        yield info.dataVxlan().gpe() ? gbp.withGpe() : gbp;
                    }
                    case "geneve" -> TunnelDevice.geneve(info.dataGeneve().port());
                    case "bareudp" ->
                        TunnelDevice.bareudp(
                                info.dataBareudp().port(),
                                new BareudpPayload(
                                        info.dataBareudp().ethertype(),
                                        info.dataBareudp().multiprotoMode()));
                    default ->
                        Arrays.stream(TunnelKind.values())
                                .filter(kind -> kind.deviceKind().equals(info.kind()))
                                .findFirst()
                                .map(TunnelDevice::of)
                                .orElseThrow(() -> new AssertionError("no tunnel of kind " + info.kind()));
                });
    }
}
