package io.jnetlink.cases;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.client.Request;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** Cases that say what to build and what bytes must come of it. */
final class EncodeCases {

    private static final int LINK_HEADER = 16;

    private EncodeCases() {}

    static void run(JsonNode test) {
        ByteOrder order = test.path("endian").asText().equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        if (order != ByteOrder.nativeOrder()) {
            CaseAssertions.skip("messages are written in the byte order of the machine, which is not " + order);
        }
        JsonNode request = test.get("request");
        JsonNode expected = test.get("expected");
        switch (request.get("op").asText()) {
            case "raw.attr", "raw.attrs", "raw.nest" -> raw(request, expected);
            case "link.list" -> link(LinkFamily.list(), expected);
            case "link.add" -> link(LinkFamily.create(vxlan(request)), expected);
            case "groups.mask" -> CaseAssertions.skip("multicast groups are joined by number; no mask is ever built");
            default -> CaseAssertions.skip("no operation " + request.get("op").asText());
        }
    }

    private static void raw(JsonNode request, JsonNode expected) {
        MessageWriter out = MessageWriter.onHeap();
        if (expected.path("error").asText().equals("attribute too long")) {
            assertThatThrownBy(() -> write(request, out)).isInstanceOf(InvalidFieldException.class);
            return;
        }
        write(request, out);
        CaseAssertions.body(expected, out.toByteArray(), 0);
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
            out.putU16(type, attribute.get("u16").asInt(), ByteOrder.nativeOrder());
        } else if (attribute.has("u32")) {
            out.putU32(type, attribute.get("u32").asLong(), ByteOrder.nativeOrder());
        } else if (attribute.has("bytes")) {
            out.putBytes(type, HexFormat.of().parseHex(attribute.get("bytes").asText()));
        } else {
            out.putBytes(type, new byte[attribute.get("len").asInt()]);
        }
    }

    private static Link vxlan(JsonNode request) {
        JsonNode data = request.get("data");
        return Link.builder()
                .name(request.get("name").asText())
                .vxlan(data.get("id").asLong(), data.get("dstport").asInt())
                .build();
    }

    private static void link(Request<Link, ?> request, JsonNode expected) {
        MessageWriter out = MessageWriter.onHeap();
        request.body().writeTo(out);
        CaseAssertions.body(expected, out.toByteArray(), LINK_HEADER);
    }
}
