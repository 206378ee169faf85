package io.jnetlink.ovs.limit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.client.Request;
import io.jnetlink.ovs.ctlimit.CtLimitMessage;
import io.jnetlink.ovs.golden.GoldenRequest;
import io.jnetlink.ovs.golden.GoldenStep;
import io.jnetlink.ovs.golden.GoldenSteps;
import io.jnetlink.ovs.golden.RequestBytes;
import io.jnetlink.ovs.golden.Tally;
import io.jnetlink.ovs.meter.BandAttrs;
import io.jnetlink.ovs.meter.MeterAttrs;
import io.jnetlink.ovs.meter.MeterMessage;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests about meters and limits of connections are, byte for byte, those of real Open vSwitch. */
class LimitRequestsGoldenTest {

    @ParameterizedTest
    @ValueSource(strings = {"uml-meters", "qemu-meters", "uml-upcall", "qemu-upcall", "uml-traffic", "qemu-traffic"})
    void requestsAreThoseOfOpenVSwitch(String capture) {
        assumeTrue(GoldenSteps.has(capture), "no record " + capture);
        Tally tally = new Tally();
        for (GoldenStep step : GoldenSteps.of(capture)) {
            for (GoldenRequest request : step.requests()) {
                if (request.family().equals("ovs_meter")) {
                    compare(tally, step, request, meter(request));
                } else if (request.family().equals("ovs_ct_limit")) {
                    compare(tally, step, request, limit(request));
                }
            }
        }
        tally.report(capture + ", meter and limit requests", 8);
    }

    private static void compare(Tally tally, GoldenStep step, GoldenRequest recorded, Request<?, ?> ours) {
        int type = step.families().get(recorded.family());
        tally.compare(step.area(), step.id(), recorded.bytes(), RequestBytes.generic(ours, type, 0));
    }

    private static Request<?, ?> meter(GoldenRequest recorded) {
        byte[] body = recorded.body();
        MeterMessage message = MeterMessage.decode(NetlinkBuffer.wrap(body), 0, body.length);
        int datapath = message.header().dpIfindex();
        MeterAttrs attributes = message.attributes();
        return switch (recorded.command()) {
            case "OVS_METER_CMD_FEATURES" -> MeterRequests.features(datapath);
            case "OVS_METER_CMD_SET" -> MeterRequests.set(datapath, spec(attributes));
            case "OVS_METER_CMD_DEL" -> MeterRequests.delete(datapath, attributes.id());
            default -> MeterRequests.get(datapath, attributes.id());
        };
    }

    private static MeterSpec spec(MeterAttrs attributes) {
        MeterSpec spec = attributes.hasKbps()
                ? MeterSpec.kilobitsPerSecond(attributes.id())
                : MeterSpec.packetsPerSecond(attributes.id());
        for (BandAttrs band : attributes.bands().band()) {
            spec = spec.dropAbove(band.rate(), band.burst());
        }
        return attributes.hasClear() ? spec.clearing() : spec;
    }

    private static Request<?, ?> limit(GoldenRequest recorded) {
        byte[] body = recorded.body();
        CtLimitMessage message = CtLimitMessage.decode(NetlinkBuffer.wrap(body), 0, body.length);
        List<CtLimit> limits = CtLimitRequests.limits(message);
        List<Integer> zones = limits.stream().map(CtLimit::zone).toList();
        return switch (recorded.command()) {
            case "OVS_CT_LIMIT_CMD_SET" -> CtLimitRequests.set(limits);
            case "OVS_CT_LIMIT_CMD_DEL" -> CtLimitRequests.reset(zones);
            default -> zones.isEmpty() ? CtLimitRequests.list() : CtLimitRequests.get(zones);
        };
    }
}
