package io.jnetlink.observe;

import io.jnetlink.client.MessageObserver;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages into a capture file as a packet analyser would take them from an {@code nlmon} device: {@code wireshark}
 * and {@code tshark} open it.
 *
 * <p>Thread-safe: one file may take the messages of several clients, of several protocols.
 *
 * <pre>{@code
 * try (NetlinkPcapWriter capture = NetlinkPcapWriter.create(Path.of("netlink.pcap"));
 *         NetlinkClient client = NetlinkClient.open(NetlinkConfig.builder(SocketOptions.route())
 *                 .observer(capture.tap(SocketOptions.ROUTE))
 *                 .build())) {
 *     …
 * }
 * }</pre>
 *
 * <p>The format is classic pcap with nanoseconds, link type {@value #LINK_TYPE}, in the byte order of the machine, which is
 * that of the messages. Each packet holds one message:
 *
 * <pre>
 *  0           2            4                              14          16
 *  +-----------+------------+------------------------------+-----------+----------------------------+
 *  | direction | 824        | zeros                        | protocol  | message, padded to a       |
 *  | 6 or 7    | (hardware) |                              |           | multiple of four           |
 *  +-----------+------------+------------------------------+-----------+----------------------------+
 *    network byte order                                                  machine's byte order
 * </pre>
 *
 * The direction is {@code PACKET_USER} or {@code PACKET_KERNEL} of {@code linux/if_packet.h}. Every packet is handed to the
 * operating system at once, so that the file can be read while it grows and is whole when the program dies.
 */
public final class NetlinkPcapWriter implements AutoCloseable {

    /** {@code LINKTYPE_NETLINK}. */
    public static final int LINK_TYPE = 253;

    /** Bytes of a packet that are kept at most, the header of 16 bytes included: what analysers accept. */
    public static final int MAX_PACKET = 262_144;

    private static final int MAGIC_NANOSECONDS = 0xa1b23c4d;
    private static final short VERSION_MAJOR = 2;
    private static final short VERSION_MINOR = 4;
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int COOKED_HEADER = 16;
    private static final int PROTOCOL_OFFSET = 14;
    private static final short PACKET_USER = 6;
    private static final short PACKET_KERNEL = 7;
    private static final short ARPHRD_NETLINK = 824;

    private final OutputStream out;
    private final InstantSource clock;
    private @Nullable IOException failure;
    private boolean closed;

    private NetlinkPcapWriter(OutputStream out, InstantSource clock) throws IOException {
        this.out = out;
        this.clock = clock;
        ByteBuffer header = ByteBuffer.allocate(FILE_HEADER).order(ByteOrder.nativeOrder());
        header.putInt(MAGIC_NANOSECONDS).putShort(VERSION_MAJOR).putShort(VERSION_MINOR);
        header.putLong(0).putInt(MAX_PACKET).putInt(LINK_TYPE);
        out.write(header.array());
        out.flush();
    }

    /**
     * Starts a file; one of that name is overwritten.
     *
     * @throws IOException if it cannot be written
     */
    public static NetlinkPcapWriter create(Path file) throws IOException {
        // Not a channel: that would be closed for good by the interrupt of a thread that happens to send a request.
        return to(new FileOutputStream(file.toFile()));
    }

    /**
     * Writes to a stream, and closes it in the end.
     *
     * @throws IOException if it cannot be written
     */
    public static NetlinkPcapWriter to(OutputStream out) throws IOException {
        return to(out, InstantSource.system());
    }

    static NetlinkPcapWriter to(OutputStream out, InstantSource clock) throws IOException {
        return new NetlinkPcapWriter(out, clock);
    }

    /**
     * What a client is to be observed by.
     *
     * <p>If the file cannot be written, the client goes on undisturbed, the capture ends, and {@link #close()} tells.
     *
     * @param protocol netlink protocol of the client, for example {@code SocketOptions.ROUTE}
     */
    public MessageObserver tap(int protocol) {
        return new MessageObserver() {
            @Override
            public void sent(NetlinkBuffer buffer, int offset, int length) {
                write(PACKET_KERNEL, protocol, buffer, offset, length);
            }

            @Override
            public void received(NetlinkBuffer buffer, int offset, int length) {
                write(PACKET_USER, protocol, buffer, offset, length);
            }
        };
    }

    /**
     * Ends the capture: what clients say from now on is not written. Closing twice does nothing.
     *
     * @throws IOException if something could not be written since the start
     */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private synchronized void write(short direction, int protocol, NetlinkBuffer buffer, int offset, int length) {
        if (closed || failure != null) {
            return;
        }
        int whole = COOKED_HEADER + MessageHeader.align(length);
        int kept = Math.min(whole, MAX_PACKET);
        Instant now = clock.instant();
        ByteBuffer packet = ByteBuffer.allocate(RECORD_HEADER + kept).order(ByteOrder.nativeOrder());
        packet.putInt((int) now.getEpochSecond()).putInt(now.getNano());
        packet.putInt(kept).putInt(whole);
        packet.order(ByteOrder.BIG_ENDIAN).putShort(direction).putShort(ARPHRD_NETLINK);
        packet.putShort(RECORD_HEADER + PROTOCOL_OFFSET, (short) protocol);
        int message = RECORD_HEADER + COOKED_HEADER;
        packet.put(message, buffer.bytes(offset, Math.min(length, kept - COOKED_HEADER)));
        try {
            out.write(packet.array());
            out.flush();
        } catch (IOException e) {
            failure = e;
        }
    }
}
