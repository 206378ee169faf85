package io.jnetlink.route.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Link messages that iproute2 sent and kernels answered, recorded in little-endian order.
 *
 * <p>Not thread-safe.
 */
final class GoldenLinkMessages {

    private static final Set<Integer> LINK_TYPES = Set.of(16, 17, 18, 19, 108, 109);
    private static final String KERNEL = "kernel";
    private static final int HEADER = 16;
    private static final int IFINFOMSG = 16;

    private final ObjectMapper json = new ObjectMapper();
    private final List<Message> messages = new ArrayList<>();

    /**
     * A recorded message.
     *
     * @param origin file and scenario
     * @param sender {@code iproute2} and its version, or {@code kernel}
     * @param type message type
     * @param body fixed header and attributes
     */
    record Message(String origin, String sender, int type, byte[] body) {

        /** The {@code ifi-family}, which decides on the attributes. */
        int family() {
            return body[0] & 0xff;
        }

        @Override
        public String toString() {
            return origin + " type " + type + " " + HexFormat.of().formatHex(body);
        }
    }

    /** Where the recordings are, if they are there at all. */
    static Path folder() {
        return Path.of(System.getProperty("jnetlink.project", "..")).resolve("../shared/golden");
    }

    /** Replies in recorded dumps of links. */
    static List<Message> replies() throws IOException {
        GoldenLinkMessages all = new GoldenLinkMessages();
        for (Path file : files(folder().resolve("dumps"), ".json")) {
            for (JsonNode dump : all.json.readTree(file.toFile()).path("dumps")) {
                if (dump.path("protocol").asText().equals("NETLINK_ROUTE")) {
                    String origin = file.getFileName() + " " + dump.path("name").asText();
                    dump.path("datagrams").forEach(d -> all.addDatagram(origin, KERNEL, d.asText()));
                }
            }
        }
        return all.messages;
    }

    /** Requests of all recorded commands, and the replies where they were kept. */
    static List<Message> conversations() throws IOException {
        GoldenLinkMessages all = new GoldenLinkMessages();
        for (Path file : files(folder(), ".jsonl")) {
            for (String line : Files.readAllLines(file)) {
                JsonNode scenario = all.json.readTree(line);
                for (JsonNode request : scenario.path("requests")) {
                    if (request.path("protocol").asText().equals("NETLINK_ROUTE")) {
                        String origin = scenario.path("id").asText();
                        all.addDatagram(
                                origin,
                                "iproute2 " + scenario.path("iproute2").asText(),
                                request.path("hex").asText());
                        request.path("replies").forEach(r -> all.addDatagram(origin, KERNEL, r.asText()));
                    }
                }
            }
        }
        return all.messages;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    private void addDatagram(String origin, String sender, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes);
        int at = 0;
        while (at + HEADER <= bytes.length) {
            int length = (int) buffer.u32(at);
            int type = buffer.u16(at + 4);
            // iproute2's probes have no fixed header.
            if (LINK_TYPES.contains(type) && length >= HEADER + IFINFOMSG) {
                messages.add(new Message(origin, sender, type, buffer.bytes(at + HEADER, length - HEADER)));
            }
            at += Math.max(HEADER, length + 3 & ~3);
        }
    }
}
