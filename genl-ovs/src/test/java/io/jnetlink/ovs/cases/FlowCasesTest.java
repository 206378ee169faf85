package io.jnetlink.ovs.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.Request;
import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.ovs.datapath.DatapathMessage;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.flow.FlowMessage;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.rule.Actions;
import io.jnetlink.ovs.rule.Flow;
import io.jnetlink.ovs.rule.FlowRequests;
import io.jnetlink.ovs.rule.FlowSpec;
import io.jnetlink.ovs.rule.Match;
import io.jnetlink.ovs.rule.PutMode;
import io.jnetlink.ovs.upcall.Execution;
import io.jnetlink.ovs.upcall.PacketRequests;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.cases.CaseAssertions;
import io.jnetlink.testkit.cases.CaseFile;
import io.jnetlink.testkit.cases.FieldCase;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import io.jnetlink.wire.RawAttribute;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases about flows and packets that need no running kernel. */
class FlowCasesTest {

    private static final int HEADERS = 20;
    private static final int OVS_HEADER = 4;
    private static final int SET_COMMAND = 4;

    private static Stream<FieldCase> cases(String kind, String... faults) throws IOException {
        Set<String> wanted = Set.of(faults);
        return CaseFile.read("ovs.jsonl")
                .filter(c -> c.kind().equals(kind)
                        && wanted.contains(c.json().path("fault").asText()));
    }

    static Stream<FieldCase> streams() throws IOException {
        return cases("stream", "OVS-12");
    }

    static Stream<FieldCase> encodings() throws IOException {
        return cases("encode", "OVS-24", "OVS-26");
    }

    static Stream<FieldCase> decodings() throws IOException {
        return cases("decode", "OVS-10", "OVS-22")
                .filter(c -> c.json().path("input_hex").asText().startsWith("23", 8));
    }

    static Stream<FieldCase> roundTrips() throws IOException {
        return cases("roundtrip", "OVS-10");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("streams")
    void stream(FieldCase c) {
        JsonNode op = c.json().path("op");
        PutMode mode = PutMode.valueOf(op.path("mode").asText().toUpperCase(Locale.ROOT));
        if (mode == PutMode.MODIFY) {
            // The script takes NEW for both; Open vSwitch, and so this, sends SET.
            ((ObjectNode) c.json().at("/script/0/await_send")).put("genl_cmd", SET_COMMAND);
        }
        ScriptedKernel kernel = new ScriptedKernel(c.json());
        NetlinkConfig config = NetlinkConfig.builder(SocketOptions.generic().toBuilder()
                        .datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
                        .build())
                .syscalls(kernel.kernel())
                .build();
        Datapath datapath = datapath(op.path("dp").asInt());
        FlowSpec flow = spec(op);
        try (OpenVSwitch ovs = OpenVSwitch.open(config)) {
            assertThatThrownBy(() -> {
                        if (mode == PutMode.CREATE) {
                            ovs.flows().create(datapath, flow);
                        } else {
                            ovs.flows().modify(datapath, flow);
                        }
                    })
                    .isInstanceOfSatisfying(
                            OvsException.class,
                            e -> assertThat(e.errno().orElseThrow().name())
                                    .isEqualTo(c.expected().path("errno").asText()));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("encodings")
    void encode(FieldCase c) {
        JsonNode request = c.json().path("request");
        String error = c.expected().path("error").asText();
        if (error.isEmpty()) {
            MessageWriter out = MessageWriter.onHeap();
            request(request).body().writeTo(out);
            CaseAssertions.body(c.expected(), out.toByteArray(), OVS_HEADER);
        } else {
            assertThatThrownBy(() -> request(request)).hasMessageContaining(error);
        }
    }

    private static Request<?, ?> request(JsonNode request) {
        int datapath = request.path("dp").asInt();
        if (request.path("op").asText().equals("ovs.flow.put")) {
            return FlowRequests.put(datapath, PutMode.CREATE, spec(request));
        }
        byte[] packet = HexFormat.of().parseHex(request.path("packet_hex").asText());
        return PacketRequests.execute(
                datapath, Execution.of(packet, match(request.path("key")).key(), actions(request)));
    }

    private static FlowSpec spec(JsonNode request) {
        return FlowSpec.of(match(request.path("key")), actions(request));
    }

    private static Actions actions(JsonNode request) {
        if (request.path("actions").isNull()) {
            return null;
        }
        Actions actions = Actions.first();
        for (JsonNode action : request.path("actions")) {
            actions = actions.output(action.path("output").asLong());
        }
        return actions;
    }

    private static Match match(JsonNode key) {
        Match match = Match.inPort(key.path("in_port").asLong());
        if (key.has("eth_src")) {
            match = match.eth(
                    HardwareAddress.parse(key.path("eth_src").asText()),
                    HardwareAddress.parse(key.path("eth_dst").asText()));
        }
        if (key.has("vlan")) {
            match = match.vlan(key.at("/vlan/vid").asInt(), key.at("/vlan/pcp").asInt())
                    .ethertype(key.at("/encap/eth_type").asInt());
        }
        if (key.has("eth_type")) {
            match = match.ethertype(key.path("eth_type").asInt());
        }
        if (key.has("ipv4")) {
            JsonNode ip = key.path("ipv4");
            match = match.ipv4(i -> i.src(IpAddress.parse(ip.path("src").asText()))
                    .dst(IpAddress.parse(ip.path("dst").asText()))
                    .ttl(ip.path("ttl").asInt()));
        }
        if (key.has("tcp")) {
            match = match.tcp(t ->
                    t.src(key.at("/tcp/src").asInt()).dst(key.at("/tcp/dst").asInt()));
        }
        return match;
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("decodings")
    void decode(FieldCase c) {
        byte[] message = HexFormat.of().parseHex(c.json().path("input_hex").asText());
        byte[] body = Arrays.copyOfRange(message, HEADERS, message.length);
        Flow flow = new Flow(FlowMessage.decode(NetlinkBuffer.wrap(body), 0, body.length));
        JsonNode expected = c.expected();
        assertThat(flow.datapathIndex()).isEqualTo(7);
        assertThat(flow.key().inPort())
                .isEqualTo(expected.path("in_port").asLong(flow.key().inPort()));
        assertThat(flow.key().ethertype())
                .isEqualTo(expected.path("eth_type").asInt(flow.key().ethertype()));
        assertThat(flow.packets()).isEqualTo(expected.at("/stats/packets").asLong());
        assertThat(flow.bytes()).isEqualTo(expected.at("/stats/bytes").asLong());
        assertThat(flow.usedMillis().orElse(0)).isEqualTo(expected.path("used").asLong());
        assertThat(flow.tcpFlags()).isEqualTo(expected.path("tcp_flags").asInt());
        List<Integer> unknown =
                flow.key().unknown().stream().map(RawAttribute::type).toList();
        expected.path("unknown_kept_types").forEach(type -> assertThat(unknown).contains(type.asInt()));
        if (expected.has("ufid")) {
            assertThat(flow.ufid())
                    .hasValueSatisfying(ufid -> assertThat(ufid.toByteArray())
                            .isEqualTo(HexFormat.of()
                                    .parseHex(expected.path("ufid").asText())));
            assertThat(flow.id().ufid()).isPresent();
        } else {
            assertThat(flow.id().key()).contains(flow.key());
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("roundTrips")
    void roundTrip(FieldCase c) {
        byte[] bytes = HexFormat.of().parseHex(c.json().path("input_hex").asText());
        KeyAttrs key = KeyAttrs.decode(NetlinkBuffer.wrap(bytes), OVS_HEADER, bytes.length - OVS_HEADER);
        assertThat(key.toByteArray()).isEqualTo(Arrays.copyOfRange(bytes, OVS_HEADER, bytes.length));
    }

    private static Datapath datapath(int index) {
        return new Datapath(DatapathMessage.builder()
                .header(h -> h.dpIfindex(index))
                .attributes(a -> a.name("dp0"))
                .build());
    }
}
