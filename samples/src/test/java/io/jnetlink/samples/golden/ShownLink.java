package io.jnetlink.samples.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an RTM_NEWLINK again from what {@code ip -d -j link show} printed of it and the IFLA_LINKINFO that was kept, for recordings
 * that kept no more. The text form, which is then printed from the message, was recorded apart.
 *
 * <p>Not thread-safe.
 */
final class ShownLink {

    private static final ByteOrder HOST = ByteOrder.nativeOrder();
    private static final int AF_INET6 = 10;
    private static final int IFLA_AF_SPEC = 26;
    private static final int IFLA_INET6_ADDR_GEN_MODE = 8;
    private static final int IFF_UP = 0x1;
    private static final int IFF_RUNNING = 0x40;

    private static final Map<String, Integer> HARDWARE = Map.of("ether", 1, "loopback", 772, "none", 0xfffe);
    private static final Map<String, Integer> FLAGS = Map.of(
            "UP", IFF_UP,
            "BROADCAST", 0x2,
            "LOOPBACK", 0x8,
            "POINTOPOINT", 0x10,
            "NOARP", 0x80,
            "PROMISC", 0x100,
            "ALLMULTI", 0x200,
            "MULTICAST", 0x1000,
            "LOWER_UP", 0x10000,
            "DORMANT", 0x20000);
    private static final Map<String, Integer> STATES =
            Map.of("UNKNOWN", 0, "NOTPRESENT", 1, "DOWN", 2, "LOWERLAYERDOWN", 3, "TESTING", 4, "DORMANT", 5, "UP", 6);
    private static final Map<String, Integer> ADDRESS_MODES =
            Map.of("eui64", 0, "none", 1, "stable_secret", 2, "random", 3);
    /** Numbers that are printed as they are: attribute by key. */
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("mtu", 4),
            Map.entry("txqlen", 13),
            Map.entry("promiscuity", 30),
            Map.entry("num_tx_queues", 31),
            Map.entry("num_rx_queues", 32),
            Map.entry("gso_max_segs", 40),
            Map.entry("gso_max_size", 41),
            Map.entry("min_mtu", 50),
            Map.entry("max_mtu", 51),
            Map.entry("gro_max_size", 58),
            Map.entry("tso_max_size", 59),
            Map.entry("tso_max_segs", 60),
            Map.entry("allmulti", 61));

    private final Map<String, Integer> indexes;
    private final MessageWriter writer = MessageWriter.onHeap();
    private boolean complete = true;

    private ShownLink(Map<String, Integer> indexes) {
        this.indexes = indexes;
    }

    /**
     * The message.
     *
     * @param shown one element of the JSON array
     * @param linkinfo payload of IFLA_LINKINFO
     * @param indexes indexes of the links that the JSON names
     * @return empty when the JSON has a key that is not known here
     */
    static Optional<byte[]> encode(JsonNode shown, byte[] linkinfo, Map<String, Integer> indexes) {
        ShownLink link = new ShownLink(indexes);
        link.write(shown, linkinfo);
        return link.complete ? Optional.of(link.writer.toByteArray()) : Optional.empty();
    }

    private void write(JsonNode shown, byte[] linkinfo) {
        int mark = writer.beginMessage(RawMessage.RTM_NEWLINK, 0, 0, 0);
        int header = writer.appendZeros(RawMessage.LINK_HEADER_BYTES);
        writer.buffer().putU16(header + 2, number(HARDWARE, shown.get("link_type")));
        writer.buffer().putU32(header + 4, shown.get("ifindex").asLong());
        writer.buffer().putU32(header + 8, flags(shown.get("flags")));
        for (Iterator<Map.Entry<String, JsonNode>> keys = shown.properties().iterator(); keys.hasNext(); ) {
            Map.Entry<String, JsonNode> key = keys.next();
            writeAttribute(key.getKey(), key.getValue(), linkinfo);
        }
        writer.endMessage(mark);
    }

    private void writeAttribute(String key, JsonNode value, byte[] linkinfo) {
        Integer number = NUMBERS.get(key);
        if (number != null) {
            writer.putU32(number, value.asLong(), HOST);
            return;
        }
        switch (key) {
            case "ifindex", "flags", "link_type" -> {}
            case "ifname" -> writer.putText(RawMessage.IFLA_IFNAME, value.asText(), true);
            case "qdisc" -> writer.putText(6, value.asText(), true);
            case "ifalias" -> writer.putText(20, value.asText(), true);
            case "operstate" -> writer.putU8(16, number(STATES, value));
            case "linkmode" -> writer.putU8(17, number(Map.of("DEFAULT", 0, "DORMANT", 1), value));
            case "group" -> writer.putU32(27, value.asInt(0), HOST);
            case "altnames" -> writeNames(value);
            case "address" -> writeAddress(RawMessage.IFLA_ADDRESS, value);
            case "broadcast" -> writeAddress(2, value);
            case "link" -> writer.putU32(5, number(indexes, value), HOST);
            case "master" -> writer.putU32(10, number(indexes, value), HOST);
            case "linkinfo" -> writer.putBytes(RawMessage.IFLA_LINKINFO, linkinfo);
            case "inet6_addr_gen_mode" -> writeAddressMode(value);
            default -> complete = false;
        }
    }

    private void writeAddress(int type, JsonNode value) {
        writer.putBytes(type, HardwareAddress.parse(value.asText()).toByteArray());
    }

    private void writeNames(JsonNode names) {
        int list = writer.begin(RawMessage.IFLA_PROP_LIST);
        names.forEach(name -> writer.putText(RawMessage.IFLA_ALT_IFNAME, name.asText(), true));
        writer.end(list);
    }

    private void writeAddressMode(JsonNode value) {
        int families = writer.begin(IFLA_AF_SPEC);
        int inet6 = writer.begin(AF_INET6);
        writer.putU8(IFLA_INET6_ADDR_GEN_MODE, number(ADDRESS_MODES, value));
        writer.end(inet6);
        writer.end(families);
    }

    private int flags(JsonNode names) {
        int flags = 0;
        boolean carrier = true;
        for (JsonNode name : names) {
            String text = name.asText();
            if (text.equals("NO-CARRIER")) {
                carrier = false;
            } else if (!text.equals("M-DOWN")) {
                // M-DOWN tells of the link below, not of this one.
                flags |= number(FLAGS, name);
            }
        }
        return carrier && (flags & IFF_UP) != 0 ? flags | IFF_RUNNING : flags;
    }

    private int number(Map<String, Integer> numbers, JsonNode name) {
        Integer number = numbers.get(name.asText());
        if (number == null) {
            complete = false;
            return 0;
        }
        return number;
    }
}
