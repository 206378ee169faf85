package io.jnetlink.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * What cases of several kinds and families compare in the same way.
 *
 * <p>Stateless; thread-safe.
 */
public final class CaseAssertions {

    private CaseAssertions() {}

    /**
     * Leaves a case out.
     *
     * @param reason told by the test's report
     */
    public static void skip(String reason) {
        Assumptions.abort(reason);
    }

    /**
     * Compares a refusal with {@code errno}, {@code errno_number}, {@code extack}, {@code offset} and {@code message_contains}.
     * A case that expects something else is left out, so that nothing goes unchecked by mistake.
     *
     * @param expected what the case expects
     * @param refusal what came of it
     * @param elsewhere members that the caller looks at itself
     */
    public static void refusal(JsonNode expected, KernelRejectedException refusal, String... elsewhere) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "errno" -> assertThat(refusal.errno().name()).isEqualTo(value.asText());
                case "errno_number" -> assertThat(refusal.errno().number()).isEqualTo(value.asInt());
                case "extack" -> kernelText(value.textValue(), refusal);
                case "offset" -> assertThat(refusal.extendedAck().offset()).hasValue(value.asInt());
                case "message_contains" ->
                    value.forEach(word -> assertThat(refusal).message().containsIgnoringCase(word.asText()));
                default -> {
                    if (!Set.of(elsewhere).contains(field.getKey())) {
                        skip("no check for \"" + field.getKey() + "\"");
                    }
                }
            }
        }
    }

    private static void kernelText(@Nullable String expected, KernelRejectedException refusal) {
        if (expected == null) {
            assertThat(refusal.kernelMessage()).isEmpty();
        } else {
            // Whether the module's name stands in front depends on how the kernel was built.
            assertThat(refusal.kernelMessage())
                    .hasValueSatisfying(text ->
                            assertThat(text).matches(t -> t.equals(expected) || t.endsWith(": " + expected), expected));
        }
    }

    /**
     * Checks {@code attrs}, {@code absent}, {@code header_hex} and {@code exact_hex} against the body of a message.
     *
     * @param expected what the case expects
     * @param bytes the body
     * @param header bytes of it in front of the attributes
     */
    public static void body(JsonNode expected, byte[] bytes, int header) {
        body(expected, bytes, header, ByteOrder.nativeOrder());
    }

    /**
     * The same for the message of a machine of another byte order.
     *
     * @param expected what the case expects
     * @param bytes the body
     * @param header bytes of it in front of the attributes
     * @param order byte order of the machine
     */
    public static void body(JsonNode expected, byte[] bytes, int header, ByteOrder order) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes, order);
        for (JsonNode attribute : expected.path("attrs")) {
            Optional<String> found = payload(buffer, header, bytes.length - header, attribute.get("path"), 0);
            assertThat(found).as("attribute %s", attribute.get("path")).isPresent();
            if (!attribute.get("hex").isNull()) {
                assertThat(found)
                        .as("attribute %s", attribute.get("path"))
                        .contains(attribute.get("hex").asText());
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

    /**
     * Compares what a procedure measured: numbers with {@code ">=6"}, {@code "<=2"}, {@code "<40"} or a number, anything else by
     * its text. A member of the case that was not measured fails, except limits in milliseconds ({@code …_within_ms}): a procedure
     * waits for what it wants as long as it takes, since a busy machine says nothing about the code.
     *
     * @param expected what the case expects
     * @param measured what was found, by the names that the case has for it
     */
    public static void measurements(JsonNode expected, Map<String, ?> measured) {
        assertThat(measured.keySet())
                .as("what was measured")
                .containsAll(expected.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(CaseAssertions::isMeasured)
                        .toList());
        expected.properties().stream()
                .filter(field -> isMeasured(field.getKey()))
                .forEach(field -> measurement(field.getKey(), field.getValue(), measured.get(field.getKey())));
    }

    private static boolean isMeasured(String name) {
        return !name.endsWith("_within_ms");
    }

    private static void measurement(String name, JsonNode expected, @Nullable Object actual) {
        String text = expected.asText();
        if (actual instanceof Number number && text.startsWith(">=")) {
            assertThat(number.longValue()).as(name).isGreaterThanOrEqualTo(Long.parseLong(text.substring(2)));
        } else if (actual instanceof Number number && text.startsWith("<=")) {
            assertThat(number.longValue()).as(name).isLessThanOrEqualTo(Long.parseLong(text.substring(2)));
        } else if (actual instanceof Number number && text.startsWith("<")) {
            assertThat(number.longValue()).as(name).isLessThan(Long.parseLong(text.substring(1)));
        } else {
            String wanted = expected.isContainerNode() ? expected.toString() : text;
            assertThat(String.valueOf(actual)).as(name).isEqualTo(wanted);
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
