package io.jnetlink.samples.golden;

import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.FakeSocket;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A kernel in memory that answers as a recorded one did: look-ups from a table of links, changes by the recorded
 * acknowledgements in their order, and by success once those are used up.
 *
 * <p>Not thread-safe; a command runs on one thread.
 */
final class RecordedKernel {

    private final LinkTable links;
    private final Iterator<GoldenRecord.Request> recordedChanges;
    private final List<byte[]> changes = new ArrayList<>();
    private final FakeKernel kernel = FakeKernel.respondingBy(this::respond);

    private RecordedKernel(LinkTable links, List<GoldenRecord.Request> recordedChanges) {
        this.links = links;
        this.recordedChanges = recordedChanges.iterator();
    }

    /** A kernel before the record's command, which will acknowledge as recorded. */
    static RecordedKernel before(GoldenRecord record) {
        return new RecordedKernel(LinkTable.before(record), record.changes());
    }

    /** A kernel that has these links and takes every change. */
    static RecordedKernel holding(LinkTable links) {
        return new RecordedKernel(links, List.of());
    }

    /** What programs talk to. */
    FakeKernel syscalls() {
        return kernel;
    }

    /** The messages received that neither ask nor probe, in order. */
    List<byte[]> changes() {
        return List.copyOf(changes);
    }

    private void respond(FakeSocket socket, ByteBuffer datagram) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(datagram);
        int offset = 0;
        while (offset < buffer.capacity()) {
            int length = (int) MessageHeader.length(buffer, offset);
            byte[] request = buffer.bytes(offset, length);
            for (byte[] answer : answers(new RawMessage(request), request)) {
                socket.deliver(addressed(answer, request, socket.portId()));
            }
            offset += MessageHeader.align(length);
        }
    }

    private List<byte[]> answers(RawMessage request, byte[] bytes) {
        if (request.isProbe()) {
            return List.of(acknowledgement(bytes, Errno.ENODEV));
        }
        if (request.asks()) {
            return answersToQuestion(request, bytes);
        }
        changes.add(bytes);
        byte[] recorded = recordedChanges.hasNext() ? refusal(recordedChanges.next()) : null;
        return List.of(recorded != null ? recorded : acknowledgement(bytes, 0));
    }

    private List<byte[]> answersToQuestion(RawMessage request, byte[] bytes) {
        Optional<List<byte[]>> found = request.isGetLink() ? links.answer(request) : Optional.empty();
        if (found.isEmpty()) {
            return List.of(acknowledgement(bytes, request.isGetLink() ? Errno.ENODEV : Errno.EOPNOTSUPP));
        }
        List<byte[]> answers = new ArrayList<>(found.get());
        boolean dump = (request.flags() & MessageFlags.DUMP) == MessageFlags.DUMP;
        if (!dump && (request.flags() & MessageFlags.ACK) != 0) {
            answers.add(acknowledgement(bytes, 0));
        }
        return answers;
    }

    private static byte @org.jspecify.annotations.Nullable [] refusal(GoldenRecord.Request recorded) {
        GoldenRecord.Ack ack = recorded.ack();
        return ack == null || ack.hex() == null ? null : HexFormat.of().parseHex(ack.hex());
    }

    private static byte[] acknowledgement(byte[] request, int errno) {
        MessageWriter writer = MessageWriter.onHeap();
        int mark = writer.beginMessage(MessageHeader.ERROR, MessageFlags.CAPPED, 0, 0);
        int error = writer.appendZeros(4);
        writer.buffer().putU32(error, -errno & 0xffff_ffffL, ByteOrder.nativeOrder());
        writer.append(NetlinkBuffer.wrap(request), 0, MessageHeader.SIZE);
        writer.endMessage(mark);
        return writer.toByteArray();
    }

    /** Gives an answer the sequence number and port id of the one who asked, also in the header that an error quotes. */
    private static byte[] addressed(byte[] answer, byte[] request, long portId) {
        byte[] copy = answer.clone();
        NetlinkBuffer buffer = NetlinkBuffer.wrap(copy);
        long sequence = MessageHeader.sequence(NetlinkBuffer.wrap(request), 0);
        buffer.putU32(8, sequence);
        buffer.putU32(12, portId);
        int quoted = MessageHeader.SIZE + 4;
        if (MessageHeader.type(buffer, 0) == MessageHeader.ERROR && copy.length >= quoted + MessageHeader.SIZE) {
            buffer.putU32(quoted + 8, sequence);
        }
        return copy;
    }
}
