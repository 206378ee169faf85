package io.jnetlink.samples.ovs.golden;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Datapaths and ports that the kernel reported so far in a capture, since most records leave look-ups out.
 *
 * <p>Not thread-safe.
 */
final class SeenObjects {

    private static final int NAME = 1;
    private static final int PORT_NUMBER = 1;
    private static final int PORT_NAME = 3;

    private final Map<String, byte[]> datapaths = new LinkedHashMap<>();
    private final Map<Integer, Map<String, byte[]>> ports = new HashMap<>();

    /** Takes what a record shows. */
    void learn(DpctlRecord record) {
        for (DpctlRecord.Sent sent : record.requests()) {
            if (sent.family().equals("ovs_vport") && new RecordedMessage(sent.bytes(), true).isDump()) {
                // What is listed replaces what was known.
                boolean listed = !sent.replies().isEmpty();
                if (listed) {
                    ports.remove(new RecordedMessage(sent.bytes(), true).index());
                }
            }
            for (byte[] reply : sent.replies()) {
                learn(record, new RecordedMessage(reply, true));
            }
        }
    }

    private void learn(DpctlRecord record, RecordedMessage reply) {
        if (reply.type() == record.families().getOrDefault("ovs_datapath", -1)) {
            reply.attribute(NAME).ifPresent(name -> datapaths.put(text(name), reply.bytes()));
        } else if (reply.type() == record.families().getOrDefault("ovs_vport", -1)) {
            reply.attribute(PORT_NAME)
                    .ifPresent(name -> ports.computeIfAbsent(reply.index(), index -> new TreeMap<>())
                            .put(text(name), reply.bytes()));
        }
    }

    /** Ports that a question about ports asks for. */
    List<byte[]> ports(RecordedMessage request) {
        List<byte[]> found = new ArrayList<>();
        for (byte[] bytes : ports.getOrDefault(request.index(), Map.of()).values()) {
            RecordedMessage port = new RecordedMessage(bytes, true);
            boolean fits = request.isDump() || agrees(port, request, PORT_NAME) || agrees(port, request, PORT_NUMBER);
            if (fits) {
                found.add(bytes);
            }
        }
        return found;
    }

    private static boolean agrees(RecordedMessage port, RecordedMessage request, int attribute) {
        return request.attribute(attribute).isPresent()
                && Arrays.equals(
                        request.attribute(attribute).get(),
                        port.attribute(attribute).orElse(new byte[0]));
    }

    /** Datapaths that a question asks for; of all, the one that the record deals with. */
    List<byte[]> datapaths(DpctlRecord record, RecordedMessage request) {
        if (!request.isDump()) {
            return request.attribute(NAME)
                    .map(name -> datapaths.get(text(name)))
                    .map(List::of)
                    .orElse(List.of());
        }
        return datapaths.values().stream()
                .filter(datapath -> deals(record, new RecordedMessage(datapath, true).index()))
                .toList();
    }

    private static boolean deals(DpctlRecord record, int index) {
        return record.requests().stream()
                .filter(sent -> sent.family().equals("ovs_flow"))
                .anyMatch(sent -> new RecordedMessage(sent.bytes(), true).index() == index);
    }

    private static String text(byte[] name) {
        return new String(name, StandardCharsets.UTF_8).replace("\0", "");
    }
}
