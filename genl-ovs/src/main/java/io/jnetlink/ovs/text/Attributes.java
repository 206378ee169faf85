package io.jnetlink.ovs.text;

import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of attributes taken apart. Immutable.
 *
 * @param entries in the order of the message
 */
record Attributes(List<Entry> entries) {

    /** Bytes as Open vSwitch shows those it knows no better form for. */
    static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    static final HexFormat PLAIN = HexFormat.of();

    /** The most that fits an attribute. */
    static final int MAX_PAYLOAD = 0xffff - 4;

    /**
     * @param type number without flag bits
     * @param payload bytes behind the header
     */
    record Entry(int type, byte[] payload) {}

    /**
     * @throws MalformedMessageException if a length is wrong
     */
    static Attributes of(byte[] bytes) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes);
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, 0, bytes.length);
        List<Entry> entries = new ArrayList<>();
        while (cursor.next()) {
            entries.add(new Entry(cursor.type(), buffer.bytes(cursor.payloadOffset(), cursor.payloadLength())));
        }
        return new Attributes(List.copyOf(entries));
    }

    /** Payload of the first attribute with a number; null if there is none. */
    byte @Nullable [] find(int type) {
        for (Entry entry : entries) {
            if (entry.type == type) {
                return entry.payload;
            }
        }
        return null;
    }

    /** Payload of an attribute that is there. */
    byte[] get(int type) {
        byte[] payload = find(type);
        if (payload == null) {
            throw new MalformedMessageException("attribute " + type + " is missing", 0);
        }
        return payload;
    }

    boolean has(int type) {
        return find(type) != null;
    }
}
