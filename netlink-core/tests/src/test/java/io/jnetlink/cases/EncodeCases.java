package io.jnetlink.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.sys.GroupMask;
import io.jnetlink.testkit.cases.CaseAssertions;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.stream.StreamSupport;

/** Cases that say what to build and what bytes must come of it. */
final class EncodeCases {

    private static final int LINK_HEADER = 16;

    private EncodeCases() {}

    static void run(JsonNode test) {
        ByteOrder order = test.path("endian").asText().equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        JsonNode request = test.get("request");
        JsonNode expected = test.get("expected");
        switch (request.get("op").asText()) {
            case "raw.attr", "raw.attrs", "raw.nest" -> raw(request, expected, order);
            case "link.list" -> link(LinkFamily.list().body(), expected, order);
            case "link.add" -> link(vxlan(request, order), expected, order);
            case "groups.mask" -> mask(test);
            default -> CaseAssertions.skip("no operation " + request.get("op").asText());
        }
    }

    private static void raw(JsonNode request, JsonNode expected, ByteOrder order) {
        MessageWriter out = MessageWriter.onHeap(order);
        if (expected.path("error").asText().equals("attribute too long")) {
            assertThatThrownBy(() -> write(request, out)).isInstanceOf(InvalidFieldException.class);
            return;
        }
        write(request, out);
        CaseAssertions.body(expected, out.toByteArray(), 0, order);
    }

    private static void write(JsonNode request, MessageWriter out) {
        switch (request.get("op").asText()) {
            case "raw.attr" -> attribute(request, out);
            case "raw.attrs" -> request.get("attrs").forEach(a -> attribute(a, out));
            default -> {
                int mark = out.begin(request.get("type").asInt());
                request.get("children").forEach(a -> attribute(a, out));
                out.end(mark);
            }
        }
    }

    private static void attribute(JsonNode attribute, MessageWriter out) {
        int type = attribute.get("type").asInt();
        if (attribute.has("u8")) {
            out.putU8(type, attribute.get("u8").asInt());
        } else if (attribute.has("u16")) {
            out.putU16(type, attribute.get("u16").asInt(), out.hostOrder());
        } else if (attribute.has("u32")) {
            out.putU32(type, attribute.get("u32").asLong(), out.hostOrder());
        } else if (attribute.has("bytes")) {
            out.putBytes(type, HexFormat.of().parseHex(attribute.get("bytes").asText()));
        } else {
            out.putBytes(type, new byte[attribute.get("len").asInt()]);
        }
    }

    private static Link vxlan(JsonNode request, ByteOrder order) {
        JsonNode data = request.get("data");
        return Link.builder(order)
                .name(request.get("name").asText())
                .vxlan(data.get("id").asLong(), data.get("dstport").asInt())
                .build();
    }

    private static void link(Link link, JsonNode expected, ByteOrder order) {
        MessageWriter out = MessageWriter.onHeap(order);
        link.writeTo(out);
        CaseAssertions.body(expected, out.toByteArray(), LINK_HEADER, order);
    }

    private static void mask(JsonNode test) {
        int[] groups = StreamSupport.stream(test.at("/request/groups").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
        if (test.get("expected").has("error")) {
            assertThatThrownBy(() -> GroupMask.of(groups))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(test.at("/expected/error").asText());
        } else {
            assertThat(GroupMask.of(groups).bits())
                    .isEqualTo(test.get("expected_mask").asInt());
        }
    }
}
