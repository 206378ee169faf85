package io.jnetlink.ovs.text;

import io.jnetlink.wire.MessageWriter;
import java.util.Arrays;

/**
 * Turns the key {@code packet_type}, which only Open vSwitch itself knows, into what the kernel understands: an
 * Ethernet type for packets without an Ethernet header, and nothing for those that have one.
 */
final class PacketType {

    /** Namespace in front, type within it behind. */
    private static final int TYPE_AT = 2;

    private PacketType() {}

    /** The same keys (or masks) without the packet type. */
    static byte[] asEthertype(byte[] keys) {
        Attributes all = Attributes.of(keys);
        byte[] packetType = all.find(KeyNumbers.PACKET_TYPE);
        if (packetType == null) {
            return keys;
        }
        byte[] ethertype = Arrays.copyOfRange(packetType, TYPE_AT, packetType.length);
        boolean isBare = !all.has(KeyNumbers.ETHERNET);
        MessageWriter out = MessageWriter.onHeap();
        for (Attributes.Entry entry : all.entries()) {
            if (entry.type() == KeyNumbers.ETHERTYPE && isBare) {
                out.putBytes(KeyNumbers.ETHERTYPE, ethertype);
            } else if (entry.type() != KeyNumbers.PACKET_TYPE) {
                out.putBytes(entry.type(), entry.payload());
            }
        }
        if (isBare && !all.has(KeyNumbers.ETHERTYPE)) {
            out.putBytes(KeyNumbers.ETHERTYPE, ethertype);
        }
        return out.toByteArray();
    }
}
