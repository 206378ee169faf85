package io.jnetlink.ovs.golden;

import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.FakeResponder;
import io.jnetlink.testkit.FakeSocket;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A kernel that answers as one did when a step was recorded. Requests are looked for in the record, in its order; what is not
 * there gets a plain answer: success for changes, nothing for the rest.
 */
public final class ReplayedKernel implements FakeResponder {

    private static final int CONTROLLER = 16;
    private static final int FIRST_ROUTE_READ = 18;
    private static final int GET_FAMILY_NAME = 2;

    private final GoldenStep step;
    private final Map<String, Integer> families;
    private final TreeSet<Integer> matched = new TreeSet<>();
    private final List<String> extra = new ArrayList<>();
    private int next;

    /** A kernel for one step. */
    public ReplayedKernel(GoldenStep step) {
        this.step = step;
        this.families = step.families();
    }

    /** A kernel in memory that answers by this. */
    public FakeKernel kernel() {
        return FakeKernel.respondingBy(this).withVirtualTime();
    }

    /** Places in the record of the requests that were sent again. */
    public TreeSet<Integer> matched() {
        return matched;
    }

    /** What was sent and is not in the record: family and hex digits. */
    public List<String> extra() {
        return extra;
    }

    @Override
    public void onRequest(FakeSocket socket, ByteBuffer datagram) {
        byte[] request = new byte[datagram.remaining()];
        datagram.get(request);
        ByteBuffer header = ByteBuffer.wrap(request).order(ByteOrder.nativeOrder());
        int sequence = header.getInt(8);
        boolean generic = socket.protocol() == SocketOptions.GENERIC;
        if (generic && header.getShort(4) == CONTROLLER) {
            socket.deliver(family(request, sequence, socket.portId()));
            return;
        }
        byte[] masked = request.clone();
        Arrays.fill(masked, 8, 16, (byte) 0);
        for (int i = next; i < step.requests().size(); i++) {
            GoldenRequest recorded = step.requests().get(i);
            if (recorded.isGeneric() == generic && Arrays.equals(recorded.bytes(), masked)) {
                matched.add(i);
                next = i + 1;
                recorded.replies().forEach(reply -> socket.deliver(addressed(reply, sequence, socket.portId())));
                return;
            }
        }
        extra.add((generic ? "generic " : "route ") + HexFormat.of().formatHex(masked));
        socket.deliver(plain(header, generic, sequence, socket.portId()));
    }

    private static byte[] addressed(byte[] reply, int sequence, long portId) {
        byte[] copy = reply.clone();
        ByteBuffer header = ByteBuffer.wrap(copy).order(ByteOrder.nativeOrder());
        header.putInt(8, sequence);
        header.putInt(12, (int) portId);
        return copy;
    }

    private static byte[] plain(ByteBuffer request, boolean generic, int sequence, long portId) {
        boolean dump = (request.getShort(6) & MessageFlags.DUMP) == MessageFlags.DUMP;
        boolean change = !generic && request.getShort(4) != FIRST_ROUTE_READ;
        return verdict(
                dump ? MessageHeader.DONE : MessageHeader.ERROR, dump || change ? 0 : Errno.ENODEV, sequence, portId);
    }

    private byte[] family(byte[] request, int sequence, long portId) {
        String text = new String(request, StandardCharsets.US_ASCII);
        for (Map.Entry<String, Integer> family : families.entrySet()) {
            if (text.contains(family.getKey() + '\0')) {
                return describe(family.getKey(), family.getValue(), sequence, portId);
            }
        }
        return verdict(MessageHeader.ERROR, Errno.ENOENT, sequence, portId);
    }

    private static byte[] describe(String name, int id, int sequence, long portId) {
        MessageWriter out = MessageWriter.onHeap();
        ByteOrder order = ByteOrder.nativeOrder();
        int message = out.beginMessage(CONTROLLER, 0, Integer.toUnsignedLong(sequence), portId);
        int header = out.appendZeros(4);
        out.buffer().putU8(header, 1);
        out.putU16(1, id, order);
        out.putText(GET_FAMILY_NAME, name, true);
        out.putU32(3, 1, order);
        out.putU32(4, 4, order);
        out.endMessage(message);
        out.pad();
        byte[] acknowledgement = verdict(MessageHeader.ERROR, 0, sequence, portId);
        byte[] both = Arrays.copyOf(out.toByteArray(), out.length() + acknowledgement.length);
        System.arraycopy(acknowledgement, 0, both, out.length(), acknowledgement.length);
        return both;
    }

    private static byte[] verdict(int type, int errno, int sequence, long portId) {
        MessageWriter out = MessageWriter.onHeap();
        int message = out.beginMessage(type, MessageFlags.CAPPED, Integer.toUnsignedLong(sequence), portId);
        out.buffer().putU32(out.appendZeros(4), -errno);
        if (type == MessageHeader.ERROR) {
            MessageHeader.put(out.buffer(), out.appendZeros(MessageHeader.SIZE), 16, 0, 0, 0, 0);
        }
        out.endMessage(message);
        return out.toByteArray();
    }
}
