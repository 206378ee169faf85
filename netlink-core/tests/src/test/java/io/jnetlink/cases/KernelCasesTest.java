package io.jnetlink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.client.MessageObserver;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.socket.SocketFeature;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.testkit.cases.CaseAssertions;
import io.jnetlink.testkit.cases.CaseFile;
import io.jnetlink.testkit.cases.FieldCase;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the cases of {@code core.jsonl} that ask the running kernel, each in a namespace of its own. */
@InNetworkNamespace
class KernelCasesTest {

    static final List<String> KINDS = List.of("exec", "exec-raw");

    private static final Map<String, SocketFeature> FEATURES = Map.of(
            "NETLINK_EXT_ACK", SocketFeature.EXTENDED_ACK,
            "NETLINK_CAP_ACK", SocketFeature.CAPPED_ACK,
            "NETLINK_GET_STRICT_CHK", SocketFeature.STRICT_CHECK);

    static Stream<FieldCase> cases() throws IOException {
        return CaseFile.read("core.jsonl").filter(c -> KINDS.contains(c.kind()));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("cases")
    @InNetworkNamespace(limitSeconds = 240)
    void casesWithKernel(FieldCase test, NetworkNamespace namespace, NamespaceShell shell) {
        for (JsonNode command : test.json().path("setup")) {
            shell.withLimit(Duration.ofMinutes(2)).script(command.asText());
        }
        if (test.kind().equals("exec-raw")) {
            raw(test.json(), namespace);
        } else if (test.json().at("/op/op").asText().equals("link.get")) {
            get(test.json(), namespace);
        } else {
            CaseAssertions.skip("no operation " + test.json().at("/op/op").asText());
        }
    }

    private static void get(JsonNode test, NetworkNamespace namespace) {
        AtomicInteger longest = new AtomicInteger();
        MessageObserver lengths = new MessageObserver() {
            @Override
            public void sent(NetlinkBuffer buffer, int offset, int length) {}

            @Override
            public void received(NetlinkBuffer buffer, int offset, int length) {
                longest.accumulateAndGet(length, Math::max);
            }
        };
        NetlinkConfig config = NetlinkConfig.builder(SocketOptions.route())
                .namespace(namespace)
                .observer(lengths)
                .build();
        try (NetlinkClient client = NetlinkClient.open(config)) {
            Link link = client.get(LinkFamily.get(test.at("/op/name").asText())).orElseThrow();
            JsonNode expected = test.get("expected");
            assertThat(link.attributes().alternativeNames())
                    .hasSize(expected.get("altname_count").asInt());
            assertThat(longest.get())
                    .isGreaterThan(Integer.parseInt(
                            expected.get("message_len").asText().substring(1)));
        }
    }

    private static void raw(JsonNode test, NetworkNamespace namespace) {
        SocketOptions.Builder options = SocketOptions.builder(SocketOptions.ROUTE);
        FEATURES.values().forEach(options::without);
        test.get("sockopts").forEach(o -> options.with(FEATURES.get(o.asText())));
        byte[] request = HexFormat.of().parseHex(test.get("request_hex").asText());
        try (NetlinkSocket socket = NetlinkSocket.open(options.build(), namespace)) {
            socket.send(ByteBuffer.allocateDirect(request.length)
                    .order(ByteOrder.nativeOrder())
                    .put(request)
                    .flip());
            Map<Long, byte[]> verdicts = verdicts(socket);
            JsonNode expected = test.get("expected");
            if (expected.has("replies")) {
                expected.get("replies")
                        .forEach(reply ->
                                verdict(reply, verdicts.get(reply.get("seq").asLong())));
                assertThat(verdicts).hasSize(expected.get("replies").size());
            } else {
                assertThat(verdicts).hasSize(1);
                verdict(expected, verdicts.values().iterator().next());
            }
        }
    }

    /** Everything that is queued once the kernel has taken the request, by sequence number: it answers before it returns. */
    private static Map<Long, byte[]> verdicts(NetlinkSocket socket) {
        Map<Long, byte[]> verdicts = new LinkedHashMap<>();
        while (true) {
            ReceiveResult result = socket.tryReceive();
            if (result.status() != ReceiveResult.Status.DATAGRAM) {
                return verdicts;
            }
            NetlinkBuffer buffer = NetlinkBuffer.wrap(result.datagram());
            MessageReader reader =
                    new MessageReader().wrap(buffer, 0, result.datagram().limit());
            while (reader.next()) {
                assertThat(reader.type()).isIn(MessageHeader.ERROR, MessageHeader.DONE);
                verdicts.put(reader.sequence(), buffer.bytes(reader.offset(), reader.length()));
            }
        }
    }

    private static void verdict(JsonNode expected, byte[] message) {
        if (expected.get("errno").isInt()) {
            assertThat(Verdicts.of(message)).isEmpty();
        } else {
            CaseAssertions.refusal(expected, Verdicts.of(message).orElseThrow(), "seq", "in");
            boolean done = MessageHeader.type(NetlinkBuffer.wrap(message), 0) == MessageHeader.DONE;
            assertThat(done).isEqualTo(expected.path("in").asText().equals("done"));
        }
    }
}
