package io.jnetlink.ovs.port;

import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.FakeResponder;
import io.jnetlink.testkit.FakeSocket;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A kernel in memory that answers one request about links after the other as it was told, and notes what they were. */
final class FakeLinkKernel implements FakeResponder {

    private static final int NEWLINK = 16;

    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();

    /** The next request succeeds. */
    FakeLinkKernel succeeds() {
        return fails(0);
    }

    /** The next request is refused. */
    FakeLinkKernel fails(int errno) {
        answers.add(errno);
        return this;
    }

    /** The next request is answered with a link. */
    FakeLinkKernel has(LinkMessage link) {
        answers.add(link);
        return this;
    }

    /** Whether all answers were asked for. */
    boolean isUsedUp() {
        return answers.isEmpty();
    }

    /** Types of the requests so far. */
    List<String> requests() {
        return requests;
    }

    FakeKernel kernel() {
        return FakeKernel.respondingBy(this).withVirtualTime();
    }

    @Override
    public void onRequest(FakeSocket socket, ByteBuffer request) {
        ByteBuffer header = request.duplicate().order(ByteOrder.nativeOrder());
        long sequence = Integer.toUnsignedLong(header.getInt(8));
        boolean dump = (header.getShort(6) & MessageFlags.DUMP) == MessageFlags.DUMP;
        requests.add(dump ? "list" : List.of("new", "delete", "get", "set").get(header.getShort(4) - NEWLINK));
        MessageWriter out = MessageWriter.onHeap();
        Object answer = dump ? Integer.valueOf(0) : answers.remove();
        int type = answer instanceof LinkMessage ? NEWLINK : dump ? MessageHeader.DONE : MessageHeader.ERROR;
        int flags = type == MessageHeader.ERROR ? MessageFlags.CAPPED : 0;
        int message = out.beginMessage(type, flags, sequence, socket.portId());
        if (answer instanceof LinkMessage link) {
            link.writeTo(out);
        } else {
            out.buffer().putU32(out.appendZeros(Integer.BYTES), -(Integer) answer);
            MessageHeader.put(out.buffer(), out.appendZeros(MessageHeader.SIZE), MessageHeader.SIZE, 0, 0, 0, 0);
        }
        out.endMessage(message);
        socket.deliver(out.toByteArray());
    }
}
