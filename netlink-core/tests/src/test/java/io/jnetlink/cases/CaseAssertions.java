package io.jnetlink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** What several kinds of cases compare in the same way. */
final class CaseAssertions {

    private CaseAssertions() {}

    /** Leaves a case out, with the reason. */
    static void skip(String reason) {
        Assumptions.abort(reason);
    }

    /** Compares a refusal with {@code errno}, {@code errno_number}, {@code extack} and {@code offset}. */
    static void refusal(JsonNode expected, KernelRejectedException refusal) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "errno" -> assertThat(refusal.errno().name()).isEqualTo(value.asText());
                case "errno_number" -> assertThat(refusal.errno().number()).isEqualTo(value.asInt());
                case "extack" ->
                    assertThat(refusal.kernelMessage().orElse(null)).isEqualTo(value.textValue());
                case "offset" -> assertThat(refusal.extendedAck().offset()).hasValue(value.asInt());
                case "type", "seq", "in" -> {}
                default -> skip("no check for \"" + field.getKey() + "\"");
            }
        }
    }

    /** Checks {@code attrs}, {@code absent}, {@code header_hex} and {@code exact_hex} against a body. */
    static void body(JsonNode expected, byte[] bytes, int header) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes);
        for (JsonNode attribute : expected.path("attrs")) {
            Optional<String> found = payload(buffer, header, bytes.length - header, attribute.get("path"), 0);
            assertThat(found).as("attribute %s", attribute.get("path")).isPresent();
            if (!attribute.get("hex").isNull()) {
                assertThat(found).contains(attribute.get("hex").asText());
            }
        }
        for (JsonNode path : expected.path("absent")) {
            assertThat(payload(buffer, header, bytes.length - header, path, 0))
                    .as("attribute %s", path)
                    .isEmpty();
        }
        if (expected.has("header_hex")) {
            assertThat(HexFormat.of().formatHex(bytes, 0, header))
                    .isEqualTo(expected.get("header_hex").asText());
        }
        if (expected.has("exact_hex")) {
            assertThat(HexFormat.of().formatHex(bytes))
                    .isEqualTo(expected.get("exact_hex").asText());
        }
    }

    private static Optional<String> payload(NetlinkBuffer buffer, int offset, int length, JsonNode path, int level) {
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, offset, length);
        while (cursor.next()) {
            if (cursor.type() == path.get(level).asInt()) {
                return level == path.size() - 1
                        ? Optional.of(
                                HexFormat.of().formatHex(buffer.bytes(cursor.payloadOffset(), cursor.payloadLength())))
                        : payload(buffer, cursor.payloadOffset(), cursor.payloadLength(), path, level + 1);
            }
        }
        return Optional.empty();
    }
}
