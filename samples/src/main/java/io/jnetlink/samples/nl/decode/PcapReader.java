package io.jnetlink.samples.nl.decode;

import io.jnetlink.samples.nl.JnlException;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads pcap files of an nlmon device: packets of link type 253, each with sixteen bytes in front that tell direction
 * and protocol. Stateless.
 *
 * <pre>
 * file:   magic(4) version(4) zone(4) accuracy(4) snap length(4) link type(4)
 * packet: seconds(4) fraction(4) captured(4) length(4)
 *         direction(2) hardware type(2) unused(10) protocol(2), in network order; then the messages
 * </pre>
 */
final class PcapReader {

    private static final long MICROSECONDS = 0xa1b2c3d4L;
    private static final long NANOSECONDS = 0xa1b23c4dL;
    private static final long NEXT_GENERATION = 0x0a0d0d0aL;
    private static final int FILE_HEADER = 24;
    private static final int LINK_TYPE_OFFSET = 20;
    private static final int LINK_TYPE_MASK = 0xffff;
    private static final int NETLINK = 253;
    private static final int RECORD_HEADER = 16;
    private static final int CAPTURED_OFFSET = 8;
    private static final int COOKED_HEADER = 16;
    private static final int PROTOCOL_OFFSET = 14;

    private PcapReader() {}

    static boolean isPcap(byte[] bytes) {
        if (bytes.length < Integer.BYTES) {
            return false;
        }
        NetlinkBuffer file = NetlinkBuffer.wrap(bytes);
        return file.u32(0) == NEXT_GENERATION
                || isMagic(file, ByteOrder.LITTLE_ENDIAN)
                || isMagic(file, ByteOrder.BIG_ENDIAN);
    }

    private static boolean isMagic(NetlinkBuffer file, ByteOrder order) {
        long magic = file.u32(0, order);
        return magic == MICROSECONDS || magic == NANOSECONDS;
    }

    static List<Capture> read(byte[] bytes) {
        NetlinkBuffer file = NetlinkBuffer.wrap(bytes);
        if (file.u32(0) == NEXT_GENERATION) {
            throw new JnlException("pcapng is not read: convert it with \"editcap -F pcap\"");
        } else if (bytes.length < FILE_HEADER) {
            throw new JnlException("the pcap file ends within its header");
        }
        ByteOrder order = isMagic(file, ByteOrder.LITTLE_ENDIAN) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        long linkType = file.u32(LINK_TYPE_OFFSET, order) & LINK_TYPE_MASK;
        if (linkType != NETLINK) {
            throw new JnlException(
                    "the pcap file has link type " + linkType + ", not " + NETLINK + " of an nlmon device");
        }
        return packets(bytes, NetlinkBuffer.wrap(bytes, order), order);
    }

    private static List<Capture> packets(byte[] bytes, NetlinkBuffer file, ByteOrder order) {
        List<Capture> captures = new ArrayList<>();
        int at = FILE_HEADER;
        while (at + RECORD_HEADER <= bytes.length) {
            long captured = file.u32(at + CAPTURED_OFFSET);
            int start = at + RECORD_HEADER;
            if (captured > bytes.length - start) {
                throw new JnlException("packet " + (captures.size() + 1) + " ends behind the end of the pcap file");
            }
            at = start + (int) captured;
            if (captured > COOKED_HEADER) {
                int protocol = file.u16(start + PROTOCOL_OFFSET, ByteOrder.BIG_ENDIAN);
                byte[] datagram = Arrays.copyOfRange(bytes, start + COOKED_HEADER, at);
                captures.add(new Capture(
                        "packet " + (captures.size() + 1),
                        OptionalInt.of(protocol),
                        NetlinkBuffer.wrap(datagram, order)));
            }
        }
        return captures;
    }
}
