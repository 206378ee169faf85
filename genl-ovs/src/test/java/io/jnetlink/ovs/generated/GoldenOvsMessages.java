package io.jnetlink.ovs.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Messages that Open vSwitch and kernels exchanged, recorded in little-endian order.
 *
 * <p>Not thread-safe.
 */
final class GoldenOvsMessages {

    private static final int NETLINK_HEADER = 16;
    private static final int GENERIC_HEADER = 4;
    private static final int OVS_HEADER = 4;
    private static final int LEAST_MESSAGE_TYPE = 16;

    private final ObjectMapper json = new ObjectMapper();
    private final Consumer<Message> consumer;

    private GoldenOvsMessages(Consumer<Message> consumer) {
        this.consumer = consumer;
    }

    /**
     * A recorded message of one of the six families.
     *
     * @param origin capture and step
     * @param family name of the family
     * @param isRequest whether Open vSwitch sent it
     * @param command its command
     * @param body fixed header and attributes
     */
    record Message(String origin, String family, boolean isRequest, int command, byte[] body) {
        @Override
        public String toString() {
            return origin + " " + family + (isRequest ? " request " : " answer ") + command + " "
                    + HexFormat.of().formatHex(body);
        }
    }

    /** Where the recordings are, if they are there at all. */
    static Path folder() {
        return Path.of(System.getProperty("jnetlink.project", "..")).resolve("../shared/golden-ovs");
    }

    /** Hands over all messages, file by file. */
    static void forEach(Consumer<Message> consumer) throws IOException {
        GoldenOvsMessages all = new GoldenOvsMessages(consumer);
        for (Path file : files()) {
            try (Stream<String> lines = Files.lines(file)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    all.record(all.json.readTree(line));
                }
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    private void record(JsonNode step) {
        String origin = step.path("id").asText();
        JsonNode requests = step.path("requests");
        requests.forEach(r -> message(origin, r.path("family").asText(), true, r.path("hex")));
        JsonNode replies = step.path("replies");
        for (int i = 0; i < replies.size(); i++) {
            JsonNode meta = step.path("reply_meta").path(i);
            JsonNode asked = requests.path(meta.path("req").asInt());
            message(origin, meta.path("family").asText(asked.path("family").asText()), false, replies.get(i));
        }
        step.path("notifications").forEach(n -> message(origin, n.path("family").asText(), false, n.path("hex")));
    }

    private void message(String origin, String family, boolean isRequest, JsonNode hex) {
        if (!hex.isTextual() || !OvsFamilies.names().contains(family)) {
            return;
        }
        byte[] bytes = HexFormat.of().parseHex(hex.asText());
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes, ByteOrder.LITTLE_ENDIAN);
        int length = (int) buffer.u32(0);
        // Types below are the ends of dumps, acknowledgements and errors.
        if (buffer.u16(4) >= LEAST_MESSAGE_TYPE && length >= NETLINK_HEADER + GENERIC_HEADER + OVS_HEADER) {
            int start = NETLINK_HEADER + GENERIC_HEADER;
            byte[] body = buffer.bytes(start, length - start);
            consumer.accept(new Message(origin, family, isRequest, buffer.u8(NETLINK_HEADER), body));
        }
    }
}
