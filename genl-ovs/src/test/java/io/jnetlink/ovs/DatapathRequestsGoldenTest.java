package io.jnetlink.ovs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.client.Request;
import io.jnetlink.ovs.datapath.DatapathAttrs;
import io.jnetlink.ovs.datapath.DatapathMessage;
import io.jnetlink.ovs.golden.GoldenRequest;
import io.jnetlink.ovs.golden.GoldenStep;
import io.jnetlink.ovs.golden.GoldenSteps;
import io.jnetlink.ovs.golden.RequestBytes;
import io.jnetlink.ovs.golden.Tally;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.NetlinkBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests about datapaths are, byte for byte, those of real Open vSwitch. */
class DatapathRequestsGoldenTest {

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
    void requestsAreThoseOfOpenVSwitch(String capture) {
        assumeTrue(GoldenSteps.has(capture), "no record " + capture);
        Tally tally = new Tally();
        for (GoldenStep step : GoldenSteps.of(capture)) {
            for (GoldenRequest request : step.requests()) {
                if (request.family().equals("ovs_datapath")) {
                    compare(tally, step, request);
                }
            }
        }
        tally.report(capture + ", datapath requests", 4);
    }

    private static void compare(Tally tally, GoldenStep step, GoldenRequest request) {
        int type = step.families().get("ovs_datapath");
        byte[] ours;
        try {
            ours = again(request, type);
        } catch (InvalidFieldException e) {
            tally.differ(step.area(), "names that no device can have; refused here before anything is sent");
            return;
        }
        tally.compare(step.area(), step.id(), request.bytes(), ours);
    }

    /** The same request, made anew from what it means. */
    private static byte[] again(GoldenRequest recorded, int type) {
        byte[] body = recorded.body();
        DatapathMessage message = DatapathMessage.decode(NetlinkBuffer.wrap(body), 0, body.length);
        DatapathAttrs attributes = message.attributes();
        int index = message.header().dpIfindex();
        boolean dump = (recorded.flags() & MessageFlags.DUMP) == MessageFlags.DUMP;
        Request<?, ?> request = switch (recorded.command()) {
            case "OVS_DP_CMD_NEW" -> DatapathRequests.create(attributes.name(), attributes.userFeatures());
            case "OVS_DP_CMD_DEL" -> DatapathRequests.delete(index);
            case "OVS_DP_CMD_SET" -> set(message);
            default ->
                dump
                        ? DatapathRequests.list()
                        : attributes.hasName() ? DatapathRequests.get(attributes.name()) : DatapathRequests.get(index);
        };
        return RequestBytes.generic(request, type, dump ? MessageFlags.DUMP : 0);
    }

    private static Request<?, ?> set(DatapathMessage message) {
        DatapathAttrs attributes = message.attributes();
        if (message.header().dpIfindex() == 0) {
            return DatapathRequests.setFeatures(attributes.name(), attributes.userFeatures());
        }
        Datapath datapath = new Datapath(DatapathMessage.builder()
                .header(message.header())
                .attributes(a -> a.name(attributes.name()))
                .build());
        return DatapathRequests.set(datapath, attributes.userFeatures(), more -> {
            if (attributes.hasMasksCacheSize()) {
                more.masksCacheSize(attributes.masksCacheSize());
            }
            if (attributes.hasPerCpuPids()) {
                more.perCpuPids(attributes.perCpuPids());
            }
        });
    }
}
