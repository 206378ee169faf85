package io.jnetlink.vxlan.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** What several kinds of cases compare in the same way. */
final class CaseAssertions {

    private static final int LINK_HEADER = 16;

    private CaseAssertions() {}

    /** Leaves a case out, with the reason. */
    static void skip(String reason) {
        Assumptions.abort(reason);
    }

    /** Compares a refusal with {@code errno} and, where the kernel gives a text, {@code extack}. */
    static void refusal(JsonNode expected, KernelRejectedException refusal) {
        assertThat(refusal.errno().name()).isEqualTo(expected.get("errno").asText());
        if (expected.path("extack").isTextual()) {
            // Whether the module's name stands in front depends on how the kernel was built.
            assertThat(refusal.kernelMessage())
                    .hasValueSatisfying(text ->
                            assertThat(text).endsWith(expected.get("extack").asText()));
        } else if (expected.has("extack")) {
            assertThat(refusal.kernelMessage()).isEmpty();
        }
    }

    /** Checks {@code attrs}, {@code absent} and {@code header_hex} against the body of a link message. */
    static void body(JsonNode expected, byte[] bytes) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes);
        for (JsonNode attribute : expected.path("attrs")) {
            Optional<String> found = payload(buffer, LINK_HEADER, bytes.length - LINK_HEADER, attribute.get("path"), 0);
            assertThat(found).as("attribute %s", attribute.get("path")).isPresent();
            if (!attribute.get("hex").isNull()) {
                assertThat(found).contains(attribute.get("hex").asText());
            }
        }
        for (JsonNode path : expected.path("absent")) {
            assertThat(payload(buffer, LINK_HEADER, bytes.length - LINK_HEADER, path, 0))
                    .as("attribute %s", path)
                    .isEmpty();
        }
        if (expected.has("header_hex")) {
            assertThat(HexFormat.of().formatHex(bytes, 0, LINK_HEADER))
                    .isEqualTo(expected.get("header_hex").asText());
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
