package io.jnetlink.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.links.Link;
import io.jnetlink.testkit.cases.CaseAssertions;
import io.jnetlink.testkit.cases.FieldCase;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;

/** Cases that give bytes and say what is in them. */
final class DecodeCases {

    /** Cases whose header claims more bytes than they give. */
    private static final Set<String> WRONG_LENGTH = Set.of("CORE-44.1");

    private static final List<String> STATISTICS = List.of("rx_packets", "tx_packets", "rx_bytes", "tx_bytes");

    private DecodeCases() {}

    static void run(FieldCase from) {
        JsonNode test = from.json();
        byte[] bytes = HexFormat.of().parseHex(test.get("input_hex").asText());
        ByteOrder order = test.path("endian").asText().equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes, order);
        if (WRONG_LENGTH.contains(from.id())) {
            MessageHeader.putLength(buffer, 0, bytes.length);
        }
        JsonNode expected = test.get("expected");
        String protocol = test.path("protocol").asText();
        if (protocol.equals("raw-attrs")) {
            attributes(buffer, expected);
        } else if (!protocol.equals("route")) {
            CaseAssertions.skip("no decoder for protocol " + protocol);
        } else {
            message(buffer, bytes, expected);
        }
    }

    private static void attributes(NetlinkBuffer buffer, JsonNode expected) {
        if (expected.path("error").asText().equals("malformed")) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThatThrownBy(() -> walk(buffer)).isInstanceOf(MalformedMessageException.class));
            return;
        }
        List<String> attributes = new ArrayList<>();
        expected.get("attrs")
                .forEach(a -> attributes.add(
                        a.get("type").asInt() + "=" + a.get("hex").asText()));
        assertThat(walk(buffer)).isEqualTo(attributes);
    }

    private static List<String> walk(NetlinkBuffer buffer) {
        List<String> attributes = new ArrayList<>();
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, 0, buffer.capacity());
        while (cursor.next()) {
            byte[] payload = buffer.bytes(cursor.payloadOffset(), cursor.payloadLength());
            attributes.add(cursor.type() + "=" + HexFormat.of().formatHex(payload));
        }
        return attributes;
    }

    private static void message(NetlinkBuffer buffer, byte[] bytes, JsonNode expected) {
        MessageReader reader = new MessageReader().wrap(buffer, 0, buffer.capacity());
        assertThat(reader.next()).isTrue();
        if (expected.has("seq")) {
            assertThat(reader.sequence()).isEqualTo(expected.get("seq").asLong());
        }
        if (reader.type() == MessageHeader.ERROR || reader.type() == MessageHeader.DONE) {
            CaseAssertions.refusal(expected, Verdicts.of(bytes).orElseThrow(), "type", "seq");
        } else {
            link(Link.decode(buffer, reader.bodyOffset(), reader.bodyLength()), expected);
        }
    }

    private static void link(Link link, JsonNode expected) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "name" -> assertThat(link.attributes().name()).isEqualTo(value.asText());
                case "kind" -> assertThat(link.attributes().kind()).contains(value.asText());
                case "index" -> assertThat(link.index()).isEqualTo(value.asInt());
                case "flags" -> assertThat(link.flags()).isEqualTo(value.asLong());
                case "mtu" -> assertThat(link.attributes().mtu()).isEqualTo(value.asLong());
                case "stats64" ->
                    value.properties()
                            .forEach(s -> assertThat(
                                            link.attributes().statistic(Long.BYTES * STATISTICS.indexOf(s.getKey())))
                                    .isEqualTo(s.getValue().asLong()));
                default -> CaseAssertions.skip("no check for \"" + field.getKey() + "\"");
            }
        }
    }
}
