package io.jnetlink.samples.golden;

import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One rtnetlink link message as bytes: what little of it the tests must look into.
 *
 * <p>Not thread-safe.
 */
final class RawMessage {

    static final int RTM_NEWLINK = 16;
    static final int RTM_GETLINK = 18;
    static final int IFLA_ADDRESS = 1;
    static final int IFLA_IFNAME = 3;
    static final int IFLA_MTU = 4;
    static final int IFLA_LINKINFO = 18;
    static final int IFLA_NET_NS_FD = 28;
    static final int IFLA_PROP_LIST = 52;
    static final int IFLA_ALT_IFNAME = 53;
    /** Size of {@code struct ifinfomsg}. */
    static final int LINK_HEADER_BYTES = 16;

    private static final int IFLA_INFO_KIND = 1;
    private static final int IFLA_INFO_DATA = 2;
    private static final int VETH_INFO_PEER = 1;
    private static final int FIRST_ATTRIBUTE = MessageHeader.SIZE + LINK_HEADER_BYTES;
    private static final int LINK_INDEX = MessageHeader.SIZE + 4;
    /** A bare RTM_NEWLINK that asks for an acknowledgement: how {@code ip} finds out what the kernel can do. */
    private static final int PROBE_FLAGS = 0x5;

    private final byte[] bytes;
    private final NetlinkBuffer buffer;

    RawMessage(byte[] bytes) {
        this.bytes = bytes;
        this.buffer = NetlinkBuffer.wrap(bytes);
    }

    NetlinkBuffer buffer() {
        return buffer;
    }

    int type() {
        return MessageHeader.type(buffer, 0);
    }

    int flags() {
        return MessageHeader.flags(buffer, 0);
    }

    int linkIndex() {
        return buffer.s32(LINK_INDEX, buffer.hostOrder());
    }

    boolean isGetLink() {
        return type() == RTM_GETLINK;
    }

    boolean isProbe() {
        return type() == RTM_NEWLINK
                && flags() == PROBE_FLAGS
                && bytes.length == FIRST_ATTRIBUTE
                && Arrays.equals(
                        bytes, MessageHeader.SIZE, bytes.length, new byte[LINK_HEADER_BYTES], 0, LINK_HEADER_BYTES);
    }

    /** Messages whose type asks: every fourth counted from RTM_GETLINK. */
    boolean asks() {
        return type() % 4 == RTM_GETLINK % 4;
    }

    /** Payload of the first attribute of that type. */
    Optional<byte[]> attribute(int type) {
        return payloads(FIRST_ATTRIBUTE, bytes.length, type).stream().findFirst();
    }

    /** Payloads of the attributes of a type in the nest of a type. */
    List<byte[]> nested(int nest, int type) {
        List<byte[]> found = new ArrayList<>();
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, FIRST_ATTRIBUTE, bytes.length - FIRST_ATTRIBUTE);
        while (cursor.next()) {
            if (cursor.type() == nest) {
                int start = cursor.payloadOffset();
                found.addAll(payloads(start, start + cursor.payloadLength(), type));
            }
        }
        return found;
    }

    /** The message without what no two runs share: sequence number, port id, and the numbers of namespaces' descriptors. */
    byte[] comparable() {
        byte[] copy = bytes.clone();
        NetlinkBuffer masked = NetlinkBuffer.wrap(copy);
        masked.putZeros(8, 8);
        if (copy.length > FIRST_ATTRIBUTE) {
            mask(masked, FIRST_ATTRIBUTE, copy.length);
            maskPeer(masked);
        }
        return copy;
    }

    private static void mask(NetlinkBuffer masked, int start, int end) {
        AttributeCursor cursor = new AttributeCursor().wrap(masked, start, end - start);
        while (cursor.next()) {
            if (cursor.type() == IFLA_NET_NS_FD && cursor.payloadLength() == 4) {
                masked.putZeros(cursor.payloadOffset(), 4);
            }
        }
    }

    /** A veth device's data holds its peer, which is a link message again and may go to a namespace of its own. */
    private void maskPeer(NetlinkBuffer masked) {
        List<byte[]> kinds = nested(IFLA_LINKINFO, IFLA_INFO_KIND);
        if (kinds.isEmpty() || !new String(kinds.get(0), StandardCharsets.US_ASCII).startsWith("veth")) {
            return;
        }
        int start = FIRST_ATTRIBUTE;
        int end = bytes.length;
        for (int type : new int[] {IFLA_LINKINFO, IFLA_INFO_DATA, VETH_INFO_PEER}) {
            AttributeCursor cursor = new AttributeCursor().wrap(masked, start, end - start);
            boolean found = false;
            while (!found && cursor.next()) {
                found = cursor.type() == type;
            }
            if (!found) {
                return;
            }
            start = cursor.payloadOffset();
            end = start + cursor.payloadLength();
        }
        mask(masked, start + LINK_HEADER_BYTES, end);
    }

    private List<byte[]> payloads(int start, int end, int type) {
        List<byte[]> found = new ArrayList<>();
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, start, end - start);
        while (cursor.next()) {
            if (cursor.type() == type) {
                found.add(buffer.bytes(cursor.payloadOffset(), cursor.payloadLength()));
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
