package io.jnetlink.vxlan.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkMessageView;
import io.jnetlink.route.link.RtnlLinkStats64;
import io.jnetlink.testkit.cases.CaseAssertions;
import io.jnetlink.testkit.cases.CaseFile;
import io.jnetlink.testkit.cases.FieldCase;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the cases about links that need no kernel; what cannot be run is skipped with its reason. */
class LinkCasesTest {

    static final String[] FILES = {"vxlan.jsonl", "rtnl.jsonl"};

    private static final int LINK_HEADER = 16;
    private static final int NEWLINK = 16;
    private static final int DELLINK = 17;

    /** Said of a case as a whole, or words for what other keys say. */
    private static final List<String> WORDS = List.of("type", "means");

    @TestFactory
    Stream<DynamicTest> casesWithoutKernel() throws IOException {
        List<FieldCase> cases = CaseFile.read(FILES).toList();
        if (cases.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest(
                    "cases", () -> CaseAssertions.skip("the cases do not lie beside the project")));
        }
        return cases.stream()
                .filter(c -> !c.kind().equals(LinkCasesKernelTest.KIND))
                .map(c -> DynamicTest.dynamicTest(c.toString(), () -> run(c.kind(), c.json())));
    }

    private static void run(String kind, JsonNode test) {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the bytes are little-endian");
        switch (kind) {
            case "decode" ->
                decode(HexFormat.of().parseHex(test.get("input_hex").asText()), test.get("expected"));
            case "encode" -> encode(test.get("request"), test.get("expected"));
            case "procedure" -> CaseAssertions.skip("told in words; see the tests of each module");
            case "stream" -> CaseAssertions.skip("views of state come in a later version");
            default -> CaseAssertions.skip("no runner for cases of kind " + kind);
        }
    }

    private static void decode(byte[] bytes, JsonNode expected) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes, ByteOrder.LITTLE_ENDIAN);
        MessageReader reader = new MessageReader().wrap(buffer, 0, bytes.length);
        assertThat(reader.next()).isTrue();
        if (reader.type() != NEWLINK && reader.type() != DELLINK) {
            CaseAssertions.skip("no message of type " + reader.type());
        }
        LinkMessage link = LinkMessage.decode(buffer, reader.bodyOffset(), reader.bodyLength());
        LinkMessageView view = new LinkMessageView();
        view.wrapBody(buffer, reader.bodyOffset(), reader.bodyLength());

        checkFields(link, expected);
        assertThat(view.toValue()).isEqualTo(link);
        assertThat(HexFormat.of().formatHex(written(link)))
                .startsWith(HexFormat.of().formatHex(bytes, reader.bodyOffset(), bytes.length));
    }

    private static void checkFields(LinkMessage link, JsonNode expected) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "vxlan" ->
                    value.properties()
                            .forEach(option -> assertThat(LinkFields.vxlan(link, option.getKey()))
                                    .as(option.getKey())
                                    .isEqualTo(LinkFields.expected(option.getValue())));
                case "stats64" -> checkStatistics(link, value);
                case "stats" ->
                    assertThat(link.attributes().stats().rxPackets())
                            .isEqualTo(value.get("rx_packets").asLong());
                case "link_name" -> assertThat(value.isNull()).isTrue();
                case "unknown_kept_types" ->
                    value.forEach(type -> assertThat(
                                    link.attributes().linkinfo().dataVxlan().has(type.asInt()))
                            .isTrue());
                default -> {
                    if (!WORDS.contains(field.getKey())) {
                        assertThat(LinkFields.link(link, field.getKey()))
                                .as(field.getKey())
                                .isEqualTo(LinkFields.expected(value));
                    }
                }
            }
        }
    }

    private static void checkStatistics(LinkMessage link, JsonNode expected) {
        if (expected.isNull() && link.attributes().hasStats64()) {
            // Too short for any counter: they all read as zero.
            assertThat(link.attributes().stats64())
                    .isEqualTo(RtnlLinkStats64.builder().build());
        }
        expected.properties()
                .forEach(counter -> assertThat(LinkFields.statistic(link, counter.getKey()))
                        .isEqualTo(counter.getValue().asText()));
    }

    private static byte[] written(LinkMessage link) {
        MessageWriter out = MessageWriter.onHeap();
        link.writeTo(out);
        return out.toByteArray();
    }

    private static void encode(JsonNode request, JsonNode expected) {
        if (expected.has("error")) {
            assertThatThrownBy(() -> RecordedRequest.of(request)).isInstanceOf(InvalidFieldException.class);
        } else {
            CaseAssertions.body(expected, RecordedRequest.of(request).body(), LINK_HEADER);
        }
    }
}
