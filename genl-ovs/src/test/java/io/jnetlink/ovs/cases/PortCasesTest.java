package io.jnetlink.ovs.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.Request;
import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.ovs.datapath.DatapathFeatures;
import io.jnetlink.ovs.datapath.DatapathMessage;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.port.AddedPort;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.port.PortSpec;
import io.jnetlink.ovs.port.VportRequests;
import io.jnetlink.ovs.vport.VportMessage;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.cases.CaseAssertions;
import io.jnetlink.testkit.cases.CaseFile;
import io.jnetlink.testkit.cases.FieldCase;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases about datapaths and ports that need no running kernel. */
class PortCasesTest {

    private static final int HEADERS = 20;
    private static final int OVS_HEADER = 4;
    private static final SocketOptions SMALL = SocketOptions.generic().toBuilder()
            .datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
            .build();
    private static final Map<String, DatapathFeatures> FEATURES = Map.of(
            "UNALIGNED", DatapathFeatures.UNALIGNED,
            "VPORT_PIDS", DatapathFeatures.VPORT_PIDS,
            "PER_CPU", DatapathFeatures.DISPATCH_UPCALL_PER_CPU);

    private static Stream<FieldCase> cases(String kind, String... faults) throws IOException {
        Set<String> wanted = Set.of(faults);
        return CaseFile.read("ovs.jsonl")
                .filter(c -> c.kind().equals(kind)
                        && wanted.contains(c.json().path("fault").asText()));
    }

    static Stream<FieldCase> streams() throws IOException {
        return cases("stream", "OVS-02", "OVS-04", "OVS-07", "OVS-15", "OVS-16", "OVS-19");
    }

    static Stream<FieldCase> encodings() throws IOException {
        return cases("encode", "OVS-04", "OVS-05", "OVS-06", "OVS-27");
    }

    static Stream<FieldCase> decodings() throws IOException {
        return cases("decode", "OVS-05", "OVS-06", "OVS-22")
                .filter(c -> List.of(33, 34).contains(type(c)));
    }

    private static int type(FieldCase c) {
        return Integer.parseInt(c.json().path("input_hex").asText().substring(8, 10), 16);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("streams")
    void stream(FieldCase c) {
        ScriptedKernel kernel = new ScriptedKernel(c.json());
        NetlinkConfig config =
                NetlinkConfig.builder(SMALL).syscalls(kernel.kernel()).build();
        try (OpenVSwitch ovs = OpenVSwitch.open(config)) {
            JsonNode op = c.json().path("op");
            switch (op.path("op").asText()) {
                case "ovs.open" -> open(ovs, kernel, c.expected());
                case "ovs.vport.add" -> add(ovs, kernel, op, c.expected());
                case "ovs.vport.list" -> list(ovs, op, c.expected());
                case "ovs.dp.get" -> {
                    Datapath found = ovs.datapaths().get(op.path("name").asText());
                    assertThat(found.features().bits())
                            .isEqualTo(c.expected().path("user_features").asLong());
                    assertThat(kernel.commands()).containsExactly(3);
                }
                case "ovs.dp.negotiate" -> {
                    Datapath set = ovs.datapaths()
                            .setFeatures(
                                    datapath(7, op.path("name").asText()),
                                    features(op.path("want")),
                                    features(op.path("fallback")));
                    assertThat(set.features().bits())
                            .isEqualTo(c.expected().path("user_features").asLong());
                }
                default -> throw new AssertionError("no runner for " + op);
            }
        }
    }

    private static void open(OpenVSwitch ovs, ScriptedKernel kernel, JsonNode expected) {
        assertThat(expected.path("opened").asBoolean()).isTrue();
        if (expected.has("meters_supported")) {
            assertThat(ovs.hasMeters())
                    .isEqualTo(expected.path("meters_supported").asBoolean());
        }
        if (expected.has("uses_type_for_datapath_requests")) {
            assertThatThrownBy(() -> ovs.datapaths().get("dp0")).isNotNull();
            assertThat(kernel.types())
                    .containsExactly(
                            expected.path("uses_type_for_datapath_requests").asInt());
        }
    }

    private static void add(OpenVSwitch ovs, ScriptedKernel kernel, JsonNode op, JsonNode expected) {
        PortSpec spec = spec(op);
        if (op.has("retry")) {
            spec = spec.retrying(op.path("retry").asInt(), Duration.ZERO);
        }
        PortSpec port = spec;
        Datapath datapath = datapath(op.path("dp").asInt(), "dp");
        if (expected.has("port_no")) {
            AddedPort added = ovs.ports().add(datapath, port);
            assertThat(added.port().number()).isEqualTo(expected.path("port_no").asInt());
            return;
        }
        OvsException refusal =
                catchThrowableOfType(OvsException.class, () -> ovs.ports().add(datapath, port));
        String errno = expected.path("errno").asText(expected.path("error").asText());
        assertThat(refusal.errno()).hasValueSatisfying(e -> assertThat(e.name()).isEqualTo(errno));
        expected.path("message_contains")
                .forEach(word -> assertThat(refusal).message().containsIgnoringCase(word.asText()));
        if (expected.path("port_deleted").asBoolean()) {
            assertThat(kernel.commands()).containsExactly(1, 2);
        }
    }

    private static void list(OpenVSwitch ovs, JsonNode op, JsonNode expected) {
        Datapath datapath = datapath(op.path("dp").asInt(), "dp");
        assertThatThrownBy(() -> ovs.ports().list(datapath))
                .isInstanceOfSatisfying(
                        OvsException.class,
                        e -> assertThat(e.errno().orElseThrow().name())
                                .isEqualTo(expected.path("errno").asText()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("encodings")
    void encode(FieldCase c) {
        JsonNode request = c.json().path("request");
        String error = c.expected().path("error").asText();
        switch (error) {
            // There is no way to write a port without a type, or a VXLAN tunnel without a UDP port.
            case "type required" -> assertThat(PortSpec.class.getConstructors()).isEmpty();
            case "dst_port required" ->
                assertThat(PortSpec.class.getMethods())
                        .filteredOn(m -> Modifier.isStatic(m.getModifiers())
                                && m.getName().equals("vxlan"))
                        .allSatisfy(m -> assertThat(m.getParameterTypes()).containsExactly(int.class));
            case "" -> {
                MessageWriter out = MessageWriter.onHeap();
                request(request).body().writeTo(out);
                CaseAssertions.body(c.expected(), out.toByteArray(), OVS_HEADER);
            }
            default ->
                assertThatThrownBy(() -> request(request))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(error.equals("out of range") ? "must be 1..65534" : error);
        }
    }

    private static Request<?, ?> request(JsonNode request) {
        int datapath = request.path("dp").asInt();
        return switch (request.path("op").asText()) {
            case "ovs.vport.add" ->
                request.path("type").asText().equals("vxlan")
                        ? VportRequests.addCompat(datapath, spec(request))
                        : VportRequests.add(datapath, spec(request));
            case "ovs.vport.set" ->
                VportRequests.setUpcallPids(datapath, request.path("port_no").asInt(), pids(request));
            case "ovs.vport.del" ->
                VportRequests.delete(datapath, request.path("port_no").asInt());
            default -> throw new AssertionError("no runner for " + request);
        };
    }

    private static PortSpec spec(JsonNode op) {
        String name = op.path("name").asText();
        PortSpec spec = op.path("type").asText().equals("vxlan")
                ? PortSpec.vxlan(op.path("dst_port").asInt()).named(name).viaCompatVport()
                : PortSpec.device(name);
        if (op.path("gbp").asBoolean()) {
            spec = spec.gbp();
        }
        if (op.has("port_no")) {
            spec = spec.number(op.path("port_no").asInt());
        }
        return spec.upcallPids(pids(op));
    }

    private static List<Long> pids(JsonNode op) {
        List<Long> pids = new ArrayList<>();
        op.path("upcall_pids").forEach(pid -> pids.add(pid.asLong()));
        return pids;
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("decodings")
    void decode(FieldCase c) {
        byte[] message = HexFormat.of().parseHex(c.json().path("input_hex").asText());
        byte[] body = Arrays.copyOfRange(message, HEADERS, message.length);
        if (type(c) == 33) {
            datapath(DatapathMessage.decode(NetlinkBuffer.wrap(body), 0, body.length), c.expected());
        } else {
            port(VportMessage.decode(NetlinkBuffer.wrap(body), 0, body.length), c.expected());
        }
    }

    private static void datapath(DatapathMessage message, JsonNode expected) {
        Datapath datapath = new Datapath(message);
        assertThat(datapath.name()).isEqualTo(expected.path("name").asText());
        assertThat(datapath.index()).isEqualTo(expected.path("dp").asInt(datapath.index()));
        assertThat(datapath.stats().nFlows())
                .isEqualTo(expected.at("/stats/flows").asLong());
        assertThat(datapath.stats().nHit())
                .isEqualTo(expected.at("/stats/hit").asLong(datapath.stats().nHit()));
        assertThat(datapath.megaflowStats().isPresent())
                .isEqualTo(expected.path("megaflow").isObject());
        datapath.megaflowStats().ifPresent(megaflow -> {
            assertThat(megaflow.nMaskHit())
                    .isEqualTo(expected.at("/megaflow/mask_hit").asLong());
            assertThat(megaflow.nMasks())
                    .isEqualTo(expected.at("/megaflow/masks").asLong());
        });
        assertThat(datapath.features().bits())
                .isEqualTo(expected.path("user_features")
                        .asLong(datapath.features().bits()));
    }

    private static void port(VportMessage message, JsonNode expected) {
        OvsPort port = new OvsPort(message);
        assertThat(port.number()).isEqualTo(expected.path("port_no").asInt(port.number()));
        if (expected.has("type")) {
            assertThat(port.type().specName()).contains(expected.path("type").asText());
        }
        if (expected.has("dst_port")) {
            assertThat(message.attributes().options().dstPort())
                    .isEqualTo(expected.path("dst_port").asInt());
        }
        if (expected.has("gbp")) {
            assertThat(message.attributes().options().extension().gbp())
                    .isEqualTo(expected.path("gbp").asBoolean());
        }
        if (expected.has("upcall_pids")) {
            assertThat(port.upcallPids()).isEqualTo(pids(expected));
        }
        if (expected.has("stats")) {
            assertThat(port.stats().orElseThrow().rxPackets())
                    .isEqualTo(expected.at("/stats/rx_packets").asLong());
            assertThat(port.stats().orElseThrow().txDropped())
                    .isEqualTo(expected.at("/stats/tx_dropped").asLong());
        }
    }

    private static Datapath datapath(int index, String name) {
        return new Datapath(DatapathMessage.builder()
                .header(h -> h.dpIfindex(index))
                .attributes(a -> a.name(name))
                .build());
    }

    private static DatapathFeatures features(JsonNode names) {
        DatapathFeatures features = DatapathFeatures.of();
        for (JsonNode name : names) {
            features = features.with(FEATURES.get(name.asText()));
        }
        return features;
    }
}
