package io.jnetlink.observe;

import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads netlink traffic from capture files: those of {@link NetlinkPcapWriter}, and what {@code tcpdump} takes from an {@code
 * nlmon} device.
 *
 * <p>Not thread-safe. Understands classic pcap of either byte order, with micro- or nanoseconds, of link types 253 (netlink)
 * and 113 (cooked Linux captures, of which other traffic is passed over).
 *
 * <pre>{@code
 * try (NetlinkPcapReader capture = NetlinkPcapReader.open(Path.of("netlink.pcap"))) {
 *     for (Optional<CapturedPacket> p = capture.next(); p.isPresent(); p = capture.next()) {
 *         …
 *     }
 * }
 * }</pre>
 */
public final class NetlinkPcapReader implements AutoCloseable {

    private static final int MAGIC_MICROSECONDS = 0xa1b2c3d4;
    private static final int MAGIC_NANOSECONDS = 0xa1b23c4d;
    private static final int MAGIC_PCAPNG = 0x0a0d0d0a;
    private static final int LINK_TYPE_COOKED = 113;
    private static final int LINK_TYPE_MASK = 0xffff;
    private static final int FILE_HEADER = 24;
    private static final int LINK_TYPE_OFFSET = 20;
    private static final int RECORD_HEADER = 16;
    private static final int COOKED_HEADER = 16;
    private static final int PROTOCOL_OFFSET = 14;
    private static final int PACKET_USER = 6;
    private static final int PACKET_KERNEL = 7;
    private static final int ARPHRD_NETLINK = 824;

    private final InputStream in;
    private final ByteOrder order;
    private final int nanosecondsPerTick;

    private NetlinkPcapReader(InputStream in) throws IOException {
        this.in = in;
        byte[] header = in.readNBytes(FILE_HEADER);
        if (header.length < FILE_HEADER) {
            throw new IOException("not a pcap file: only " + header.length + " bytes");
        }
        int magic = ByteBuffer.wrap(header).getInt();
        int reversed = Integer.reverseBytes(magic);
        boolean big = magic == MAGIC_MICROSECONDS || magic == MAGIC_NANOSECONDS;
        if (!big && reversed != MAGIC_MICROSECONDS && reversed != MAGIC_NANOSECONDS) {
            String hint = magic == MAGIC_PCAPNG ? "; this is pcapng, which \"editcap -F pcap\" converts" : "";
            throw new IOException("not a pcap file: starts with 0x" + Integer.toHexString(magic) + hint);
        }
        order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        nanosecondsPerTick = magic == MAGIC_NANOSECONDS || reversed == MAGIC_NANOSECONDS ? 1 : 1_000;
        int linkType = ByteBuffer.wrap(header).order(order).getInt(LINK_TYPE_OFFSET) & LINK_TYPE_MASK;
        if (linkType != NetlinkPcapWriter.LINK_TYPE && linkType != LINK_TYPE_COOKED) {
            throw new IOException(
                    "a capture of link type " + linkType + ", not of netlink (" + NetlinkPcapWriter.LINK_TYPE + ")");
        }
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read or is no such capture
     */
    public static NetlinkPcapReader open(Path file) throws IOException {
        return from(new BufferedInputStream(Files.newInputStream(file)));
    }

    /**
     * Reads from a stream, and closes it in the end, also if it is no such capture.
     *
     * @throws IOException if it cannot be read or is no such capture
     */
    public static NetlinkPcapReader from(InputStream in) throws IOException {
        try {
            return new NetlinkPcapReader(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Reads the next packet of netlink traffic.
     *
     * @return empty at the end
     * @throws IOException if it cannot be read, or ends in the middle of a packet
     */
    public Optional<CapturedPacket> next() throws IOException {
        byte[] header = in.readNBytes(RECORD_HEADER);
        while (header.length > 0) {
            ByteBuffer record = ByteBuffer.wrap(whole(header, RECORD_HEADER)).order(order);
            long seconds = Integer.toUnsignedLong(record.getInt());
            long ticks = Integer.toUnsignedLong(record.getInt());
            long kept = Integer.toUnsignedLong(record.getInt());
            long original = Integer.toUnsignedLong(record.getInt());
            if (kept > NetlinkPcapWriter.MAX_PACKET) {
                throw new IOException("a packet of " + kept + " bytes, more than " + NetlinkPcapWriter.MAX_PACKET);
            }
            byte[] packet = whole(in.readNBytes((int) kept), (int) kept);
            if (isNetlink(packet)) {
                Instant time = Instant.ofEpochSecond(seconds, ticks * nanosecondsPerTick);
                return Optional.of(packet(time, packet, original > kept));
            }
            header = in.readNBytes(RECORD_HEADER);
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static byte[] whole(byte[] bytes, int length) throws IOException {
        if (bytes.length < length) {
            throw new EOFException("the capture ends in the middle of a packet");
        }
        return bytes;
    }

    private static boolean isNetlink(byte[] packet) {
        return packet.length >= COOKED_HEADER && ByteBuffer.wrap(packet).getShort(Short.BYTES) == ARPHRD_NETLINK;
    }

    private CapturedPacket packet(Instant time, byte[] packet, boolean truncated) {
        ByteBuffer cooked = ByteBuffer.wrap(packet);
        byte[] payload = Arrays.copyOfRange(packet, COOKED_HEADER, packet.length);
        NetlinkBuffer bytes = NetlinkBuffer.wrap(payload, order);
        int protocol = cooked.getShort(PROTOCOL_OFFSET) & 0xffff;
        return new CapturedPacket(time, direction(cooked.getShort(0), bytes), protocol, bytes, truncated);
    }

    /** Some capture programs write that everything is outgoing; then the first message has to tell. */
    private static MessageDirection direction(int told, NetlinkBuffer bytes) {
        if (told == PACKET_USER || told == PACKET_KERNEL) {
            return told == PACKET_KERNEL ? MessageDirection.TO_KERNEL : MessageDirection.FROM_KERNEL;
        }
        boolean request =
                bytes.capacity() >= MessageHeader.SIZE && (MessageHeader.flags(bytes, 0) & MessageFlags.REQUEST) != 0;
        return request ? MessageDirection.TO_KERNEL : MessageDirection.FROM_KERNEL;
    }
}
