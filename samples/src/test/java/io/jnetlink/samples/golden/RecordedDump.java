package io.jnetlink.samples.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A recorded state of a whole kernel: its dumps as raw datagrams, and what the tools printed of it.
 *
 * <p>Immutable.
 */
final class RecordedDump {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode root;

    private RecordedDump(JsonNode root) {
        this.root = root;
    }

    /** Reads one file. */
    static RecordedDump read(Path file) {
        try {
            return new RecordedDump(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dialect of the tools. */
    String dialect() {
        String version = root.get("iproute2").asText();
        return version.substring(0, version.indexOf('.', version.indexOf('.') + 1));
    }

    /** The links of the dump of that name. */
    LinkTable links(String name) {
        LinkTable table = LinkTable.empty();
        for (JsonNode dump : root.get("dumps")) {
            if (dump.get("name").asText().equals(name)) {
                for (JsonNode datagram : dump.get("datagrams")) {
                    table = with(table, HexFormat.of().parseHex(datagram.asText()));
                }
            }
        }
        return table;
    }

    /** What a tool printed as text. */
    Optional<String> text(String... argv) {
        return tool(List.of(argv)).map(tool -> tool.get("text")).map(JsonNode::asText);
    }

    /** What a tool printed as JSON. */
    Optional<JsonNode> json(String... argv) {
        return tool(List.of(argv)).map(tool -> tool.get("json"));
    }

    private Optional<JsonNode> tool(List<String> argv) {
        for (JsonNode tool : root.get("tools")) {
            if (JSON.convertValue(tool.get("argv"), List.class).equals(argv)) {
                return Optional.of(tool);
            }
        }
        return Optional.empty();
    }

    private static LinkTable with(LinkTable table, byte[] datagram) {
        LinkTable wider = table;
        NetlinkBuffer buffer = NetlinkBuffer.wrap(datagram);
        MessageReader messages = new MessageReader().wrap(buffer, 0, datagram.length);
        while (messages.next()) {
            byte[] message = buffer.bytes(messages.offset(), messages.length());
            if (messages.type() == RawMessage.RTM_NEWLINK) {
                wider = wider.with(message);
            }
        }
        return wider;
    }
}
