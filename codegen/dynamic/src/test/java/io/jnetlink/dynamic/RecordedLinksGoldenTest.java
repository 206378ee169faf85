package io.jnetlink.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorded link messages are known in all parts, and survive as maps. */
class RecordedLinksGoldenTest {

    private static final int HEADER = 16;
    private static final int AF_BRIDGE = 7;
    private static final int NEWLINK = 16;

    private final ObjectMapper json = new ObjectMapper();
    private final DynamicFamily family = Fixtures.rtLinkFamily();

    private static Path folder() {
        return Fixtures.project().resolve("../shared/golden/dumps");
    }

    @BeforeEach
    void recordingsAreThere() {
        assumeTrue(Files.isDirectory(folder()), "no recordings");
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the recordings are little-endian");
    }

    @Test
    void dumpedLinksSurvive() throws IOException {
        List<byte[]> bodies = bodies();
        for (byte[] body : bodies) {
            String operation = body[0] == AF_BRIDGE ? "bridge-newlink-ntf" : "getlink";
            Map<String, Object> fields = family.decode(operation, body);
            dropFlagsThatAreAnsweredAsZero(fields);
            byte[] again = family.encode(operation, fields);

            assertThat(family.decode(operation, again)).isEqualTo(fields);
            assertThat(unknown(fields)).as(HexFormat.of().formatHex(body)).isEmpty();
        }
        assertThat(bodies).isNotEmpty();
    }

    /** A request has no form for them, other than to leave them out. */
    private static void dropFlagsThatAreAnsweredAsZero(Map<String, Object> link) {
        if (link.get("linkinfo") instanceof Map<?, ?> info && info.get("data") instanceof Map<?, ?> data) {
            data.remove("ttl-inherit", 0L);
        }
    }

    private static List<String> unknown(Map<?, ?> fields) {
        List<String> unknown = new ArrayList<>();
        fields.forEach((key, value) -> {
            if (Character.isDigit(key.toString().charAt(0))) {
                unknown.add(key.toString());
            } else if (value instanceof Map<?, ?> inner) {
                unknown.addAll(unknown(inner));
            }
        });
        return unknown;
    }

    private List<byte[]> bodies() throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                for (JsonNode dump : json.readTree(file.toFile()).path("dumps")) {
                    if (dump.path("protocol").asText().equals("NETLINK_ROUTE")) {
                        dump.path("datagrams").forEach(d -> addLinks(bodies, d.asText()));
                    }
                }
            }
        }
        return bodies;
    }

    private static void addLinks(List<byte[]> bodies, String hex) {
        byte[] datagram = HexFormat.of().parseHex(hex);
        MessageReader reader = new MessageReader().wrap(NetlinkBuffer.wrap(datagram), 0, datagram.length);
        while (reader.next()) {
            if (reader.type() == NEWLINK && reader.length() >= 2 * HEADER) {
                bodies.add(reader.buffer().bytes(reader.bodyOffset(), reader.bodyLength()));
            }
        }
    }
}
