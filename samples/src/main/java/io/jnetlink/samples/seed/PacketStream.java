package io.jnetlink.samples.seed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * UDP packets over a path, sent and received by one thread with few of them on the way, so that none is lost for want of room.
 *
 * <p>Not thread-safe.
 */
final class PacketStream implements AutoCloseable {

    private static final int PORT = 40_000;
    private static final int ON_THE_WAY = 32;
    private static final int SOCKET_BUFFER = 1 << 20;
    private static final long PATIENCE_MILLIS = 2_000;

    private final DatagramChannel sender;
    private final DatagramChannel receiver;
    private final Selector arrivals;
    private final ByteBuffer payload;
    private final ByteBuffer arrived;

    private PacketStream(DatagramChannel sender, DatagramChannel receiver, Selector arrivals, int bytes) {
        this.sender = sender;
        this.receiver = receiver;
        this.arrivals = arrivals;
        this.payload = ByteBuffer.allocateDirect(bytes);
        this.arrived = ByteBuffer.allocateDirect(bytes + 1);
    }

    static PacketStream open(TunnelPath path, int bytes) throws IOException {
        InetSocketAddress target = new InetSocketAddress(path.target(), PORT);
        DatagramChannel receiver = path.receiver()
                .call(() -> DatagramChannel.open(StandardProtocolFamily.INET).bind(target));
        DatagramChannel sender = path.sender()
                .call(() -> DatagramChannel.open(StandardProtocolFamily.INET).connect(target));
        receiver.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
        receiver.configureBlocking(false);
        Selector arrivals = Selector.open();
        receiver.register(arrivals, SelectionKey.OP_READ);
        return new PacketStream(sender, receiver, arrivals, bytes);
    }

    /** Sends packets and takes them in at the other end; returns how many arrived. */
    long transfer(long packets) throws IOException {
        long sent = 0;
        long received = 0;
        long lost = 0;
        while (sent < packets || sent - lost > received) {
            while (sent < packets && sent - lost - received < ON_THE_WAY) {
                sender.write(payload.rewind());
                sent++;
            }
            long now = drain();
            if (now == 0 && arrivals.select(PATIENCE_MILLIS) == 0) {
                lost = sent - received;
            }
            arrivals.selectedKeys().clear();
            received += now;
        }
        return received;
    }

    private long drain() throws IOException {
        long count = 0;
        while (receiver.receive(arrived.clear()) != null) {
            count++;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        arrivals.close();
        sender.close();
        receiver.close();
    }
}
