package io.jnetlink.ovs.upcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.golden.GoldenRequest;
import io.jnetlink.ovs.golden.GoldenStep;
import io.jnetlink.ovs.golden.GoldenSteps;
import io.jnetlink.ovs.golden.RequestBytes;
import io.jnetlink.ovs.golden.Tally;
import io.jnetlink.ovs.packet.PacketAttrs;
import io.jnetlink.ovs.packet.PacketMessage;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded upcalls all come to the handler, and packets go back byte for byte as real Open vSwitch sends them. */
class UpcallGoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DATAPATH_OFFSET = 20;

    @ParameterizedTest
    @ValueSource(strings = {"uml-upcall", "qemu-upcall", "uml-traffic", "qemu-traffic"})
    void upcallsComeToTheHandler(String capture) throws IOException {
        assumeTrue(GoldenSteps.has(capture), "no record " + capture);
        long misses = 0;
        long actions = 0;
        long seen = 0;
        for (String line : Files.readAllLines(file(capture))) {
            JsonNode step = JSON.readTree(line);
            int family = step.path("families").path("ovs_packet").asInt();
            for (JsonNode notification : step.path("notifications")) {
                String command = notification.path("cmd").asText();
                if (notification.path("family").asText().equals("ovs_packet")) {
                    misses += command.equals("OVS_PACKET_CMD_MISS") ? 1 : 0;
                    actions += command.equals("OVS_PACKET_CMD_ACTION") ? 1 : 0;
                    seen += deliver(
                            family,
                            HexFormat.of().parseHex(notification.path("hex").asText()));
                }
            }
        }
        System.out.println(capture + ", upcalls: " + seen + " of " + (misses + actions)
                + " delivered with key and packet (" + misses + " misses, " + actions + " actions)");
        assertThat(seen).isEqualTo(misses + actions).isPositive();
    }

    private static Path file(String capture) {
        String project = System.getProperty("jnetlink.project", "..");
        return Path.of(project, "..", "shared", "golden-ovs", capture + ".jsonl");
    }

    private static long deliver(int family, byte[] datagram) {
        FakeKernel kernel = FakeKernel.silent();
        ManualLoop loop = new ManualLoop();
        RecordingHandler handler = new RecordingHandler(upcall -> {
            assertThat(upcall.key().length()).isPositive();
            assertThat(upcall.packetLength()).isGreaterThanOrEqualTo(Execution.LEAST_PACKET);
            assertThat(upcall.hash()).isPresent();
        });
        NetlinkConfig config = NetlinkConfig.builder(SocketOptions.generic().toBuilder()
                        .datagramCapacity(1 << 17)
                        .build())
                .syscalls(kernel)
                .build();
        int datapath = ByteBuffer.wrap(datagram).order(ByteOrder.nativeOrder()).getInt(DATAPATH_OFFSET);
        try (UpcallSockets sockets = UpcallSockets.open(config, family, datapath, handler, List.of(loop))) {
            kernel.socket().deliver(datagram);
            loop.turn();
            assertThat(handler.failures).isEmpty();
            return sockets.counters().misses() + sockets.counters().actions();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uml-upcall", "qemu-upcall", "uml-traffic", "qemu-traffic", "uml-flows", "qemu-flows"})
    void packetsGoBackAsOpenVSwitchSendsThem(String capture) {
        assumeTrue(GoldenSteps.has(capture), "no record " + capture);
        Tally tally = new Tally();
        for (GoldenStep step : GoldenSteps.of(capture)) {
            for (GoldenRequest request : step.requests()) {
                if (request.family().equals("ovs_packet")) {
                    int type = step.families().get("ovs_packet");
                    byte[] ours = RequestBytes.generic(
                            PacketRequests.execute(datapath(request), execution(request)), type, 0);
                    tally.compare(step.area(), step.id(), request.bytes(), ours);
                }
            }
        }
        tally.report(capture + ", packet requests", capture.endsWith("flows") ? 0 : 1);
    }

    private static int datapath(GoldenRequest recorded) {
        return message(recorded).header().dpIfindex();
    }

    /** The same, made anew from what it means. */
    private static Execution execution(GoldenRequest recorded) {
        PacketAttrs attributes = message(recorded).attributes();
        ActionAttrs actions = attributes.actions();
        Execution execution = Execution.of(attributes.packet(), attributes.key(), actions);
        if (attributes.hasProbe()) {
            execution = execution.probing();
        }
        if (attributes.hasMru()) {
            execution = execution.withMru(attributes.mru());
        }
        if (attributes.hasHash()) {
            execution = execution.withHash(attributes.hash());
        }
        return attributes.hasUpcallPid() ? execution.withUpcallPid(attributes.upcallPid()) : execution;
    }

    private static PacketMessage message(GoldenRequest recorded) {
        byte[] body = recorded.body();
        return PacketMessage.decode(NetlinkBuffer.wrap(body), 0, body.length);
    }
}
