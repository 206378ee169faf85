package io.jnetlink.samples.golden;

import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a kernel says of a link, attribute by attribute: the path of each (numbers from the outside in) with its payload in hex.
 *
 * <p>Immutable. What differs between two links made alike is left out: index, statistics, times, and what the caller names.
 */
final class LinkState {

    /** Attributes that hold attributes: linkinfo, its data, address families, IPv6. */
    private static final Set<String> NESTS = Set.of("18", "18.2", "26", "26.10");

    /** IFLA_STATS, IFLA_STATS64, and IFLA_INET6_CACHEINFO, which tells the time of the last change. */
    private static final Set<String> VOLATILE = Set.of("7", "23", "26.10.5");

    private static final String ABSENT = "absent";

    private final Map<String, String> attributes;

    private LinkState(Map<String, String> attributes) {
        this.attributes = attributes;
    }

    /** Reads an RTM_NEWLINK. */
    static LinkState of(byte[] newlink) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(newlink);
        Map<String, String> attributes = new LinkedHashMap<>();
        int header = MessageHeader.SIZE;
        attributes.put("type", HexFormat.of().formatHex(buffer.bytes(header + 2, 2)));
        attributes.put("flags", HexFormat.of().formatHex(buffer.bytes(header + 8, 4)));
        int start = header + RawMessage.LINK_HEADER_BYTES;
        read(buffer, start, newlink.length - start, "", attributes);
        return new LinkState(attributes);
    }

    /** The same without some attributes. */
    LinkState without(Set<String> paths) {
        Map<String, String> rest = new LinkedHashMap<>(attributes);
        rest.keySet().removeAll(paths);
        return new LinkState(rest);
    }

    /** Payload of an attribute in hex, or the word for an absent one. */
    String get(String path) {
        return attributes.getOrDefault(path, ABSENT);
    }

    /** The attributes in which two states differ, one a line; empty when they are the same. */
    String difference(LinkState other) {
        Set<String> paths = new TreeSet<>(attributes.keySet());
        paths.addAll(other.attributes.keySet());
        StringBuilder lines = new StringBuilder();
        for (String path : paths) {
            String mine = get(path);
            String theirs = other.get(path);
            if (!mine.equals(theirs)) {
                lines.append(path)
                        .append(": ")
                        .append(mine)
                        .append(" and ")
                        .append(theirs)
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private static void read(
            NetlinkBuffer buffer, int offset, int length, String prefix, Map<String, String> attributes) {
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, offset, length);
        while (cursor.next()) {
            String path = prefix + cursor.type();
            if (VOLATILE.contains(path)) {
                continue;
            }
            if (NESTS.contains(path)) {
                read(buffer, cursor.payloadOffset(), cursor.payloadLength(), path + ".", attributes);
            } else {
                byte[] payload = buffer.bytes(cursor.payloadOffset(), cursor.payloadLength());
                attributes.merge(path, HexFormat.of().formatHex(payload), (one, two) -> one + " " + two);
            }
        }
    }
}
