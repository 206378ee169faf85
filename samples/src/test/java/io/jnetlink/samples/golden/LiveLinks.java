package io.jnetlink.samples.golden;

import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads and deletes links of the running kernel by name, with as little code of the library in between as can be.
 *
 * <p>Not thread-safe. Made on a thread that is in the namespace it is for.
 */
final class LiveLinks implements AutoCloseable {

    private static final int RTM_DELLINK = 17;
    private static final int IFLA_EXT_MASK = 29;
    /** Virtual functions, no statistics. */
    private static final int EXT_MASK = 0x9;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route());
    private long sequence;

    /** The RTM_NEWLINK that describes a link; empty when there is no such link. */
    Optional<byte[]> find(String name) {
        byte[] answer = exchange(RawMessage.RTM_GETLINK, MessageFlags.REQUEST, name);
        return MessageHeader.type(NetlinkBuffer.wrap(answer), 0) == RawMessage.RTM_NEWLINK
                ? Optional.of(answer)
                : Optional.empty();
    }

    /** Deletes a link; returns whether there was one. */
    boolean delete(String name) {
        byte[] answer = exchange(RTM_DELLINK, MessageFlags.REQUEST | MessageFlags.ACK, name);
        return NetlinkBuffer.wrap(answer).s32(MessageHeader.SIZE, ByteOrder.nativeOrder()) == 0;
    }

    private byte[] exchange(int type, int flags, String name) {
        MessageWriter writer = MessageWriter.direct(256);
        int mark = writer.beginMessage(type, flags, ++sequence, 0);
        writer.appendZeros(RawMessage.LINK_HEADER_BYTES);
        if (type == RawMessage.RTM_GETLINK) {
            writer.putU32(IFLA_EXT_MASK, EXT_MASK, ByteOrder.nativeOrder());
        }
        writer.putText(RawMessage.IFLA_IFNAME, name, true);
        writer.endMessage(mark);
        socket.send(writer.buffer().slice(0, writer.length()));
        return receive();
    }

    private byte[] receive() {
        ReceiveResult result = socket.receive(socket.nanoTime() + PATIENCE.toNanos());
        if (result.status() != ReceiveResult.Status.DATAGRAM) {
            throw new AssertionError("no answer from the kernel: " + result.status());
        }
        ByteBuffer datagram = result.datagram();
        byte[] bytes = new byte[datagram.remaining()];
        datagram.duplicate().get(bytes);
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes);
        if (MessageHeader.sequence(buffer, 0) != sequence) {
            throw new AssertionError("the answer to another request");
        }
        return buffer.bytes(0, (int) MessageHeader.length(buffer, 0));
    }

    @Override
    public void close() {
        socket.close();
    }
}
