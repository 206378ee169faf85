package io.jnetlink.samples.ovs.golden;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kernel in memory that answers as a recorded one did. Questions are answered by their sense, since another program asks in
 * another order; changes as they were answered in the record, in its order.
 *
 * <p>Not thread-safe; a command runs on one thread.
 */
final class RecordedDatapaths implements FakeResponder {

    private static final int CONTROLLER = 16;
    private static final int NAME = 3;
    private static final int DATAPATH_NAME = 1;
    private static final int PORT_NUMBER = 1;
    private static final int PORT_NAME = 3;
    private static final int FLOW_UFID = 9;

    private final DpctlRecord record;
    private final SeenObjects seen;
    private final Set<Integer> openings;
    private final Set<Integer> used = new HashSet<>();
    private final List<String> changes = new ArrayList<>();

    /**
     * @param seen what records before showed, where this one leaves a look-up out
     */
    RecordedDatapaths(DpctlRecord record, SeenObjects seen) {
        this.record = record;
        this.seen = seen;
        this.openings = GoldenChanges.openings(record);
    }

    FakeKernel kernel() {
        return FakeKernel.respondingBy(this).withVirtualTime();
    }

    /** What was changed, in order. */
    List<String> changes() {
        return changes;
    }

    @Override
    public void onRequest(FakeSocket socket, ByteBuffer datagram) {
        byte[] bytes = new byte[datagram.remaining()];
        datagram.get(bytes);
        boolean generic = socket.protocol() == SocketOptions.GENERIC;
        RecordedMessage request = new RecordedMessage(bytes, generic);
        List<byte[]> answers;
        if (generic && request.type() == CONTROLLER) {
            answers = List.of(family(bytes));
        } else {
            answers = request.reads() ? read(request) : change(request);
        }
        for (byte[] answer : answers) {
            socket.deliver(addressed(answer, request.sequence(), socket.portId()));
        }
    }

    private List<byte[]> read(RecordedMessage request) {
        String family = familyOf(request);
        int best = -1;
        for (int i = 0; i < record.requests().size(); i++) {
            if (asksTheSame(record.requests().get(i), request, family)) {
                best = i;
                if (!used.contains(i)) {
                    break;
                }
            }
        }
        if (best >= 0) {
            used.add(best);
            List<byte[]> replies = record.requests().get(best).replies();
            return withAcknowledgement(
                    request,
                    family.equals("ovs_datapath")
                            ? replies.stream().map(this::printed).toList()
                            : replies);
        }
        return withAcknowledgement(request, look(request, family));
    }

    /** A datapath as it was when its counters were printed: that is asked for by number. */
    private byte[] printed(byte[] reply) {
        RecordedMessage datapath = new RecordedMessage(reply, true);
        if (typeOf(reply) <= MessageHeader.DONE) {
            return reply;
        }
        return record.requests().stream()
                .filter(sent -> sent.family().equals("ovs_datapath"))
                .map(sent -> new RecordedMessage(sent.bytes(), true))
                .filter(asked -> asked.reads()
                        && asked.index() != 0
                        && asked.index() == datapath.index()
                        && datapath.type() == asked.type())
                .findFirst()
                .flatMap(asked -> record.requests().stream()
                        .filter(sent -> Arrays.equals(sent.bytes(), asked.bytes()))
                        .flatMap(sent -> sent.replies().stream())
                        .findFirst())
                .map(latest -> withFlagsOf(reply, latest))
                .orElse(reply);
    }

    private static byte[] withFlagsOf(byte[] flagged, byte[] message) {
        byte[] copy = message.clone();
        System.arraycopy(flagged, 6, copy, 6, Short.BYTES);
        return copy;
    }

    private boolean asksTheSame(DpctlRecord.Sent sent, RecordedMessage request, String family) {
        RecordedMessage recorded = new RecordedMessage(sent.bytes(), request.generic());
        boolean sameKind = sent.family().equals(family)
                && recorded.reads()
                && recorded.isDump() == request.isDump()
                && !sent.replies().isEmpty();
        if (!sameKind) {
            return false;
        }
        if (Arrays.equals(recorded.body(), request.body())) {
            return true;
        }
        if (request.isDump()) {
            return family.equals("ovs_datapath");
        }
        return switch (family) {
            case "rtnetlink" -> same(recorded, request, NAME);
            case "ovs_datapath" -> same(recorded, request, DATAPATH_NAME);
            case "ovs_flow" -> same(recorded, request, FLOW_UFID);
            default -> false;
        };
    }

    private static boolean same(RecordedMessage a, RecordedMessage b, int attribute) {
        return a.attribute(attribute).isPresent()
                && b.attribute(attribute).isPresent()
                && Arrays.equals(
                        a.attribute(attribute).get(), b.attribute(attribute).get());
    }

    /** Looks among all that was ever reported. */
    private List<byte[]> look(RecordedMessage request, String family) {
        List<byte[]> found = new ArrayList<>();
        if (family.equals("ovs_vport")) {
            for (DpctlRecord.Sent sent : record.requests()) {
                for (byte[] reply : sent.family().equals(family) ? sent.replies() : List.<byte[]>of()) {
                    RecordedMessage port = new RecordedMessage(reply, true);
                    boolean fits = port.type() == request.type()
                            && (port.index() == request.index() || request.index() == 0)
                            && (same(port, request, PORT_NAME) || same(port, request, PORT_NUMBER));
                    if (fits) {
                        return List.of(reply);
                    }
                }
            }
            found.addAll(seen.ports(request));
        } else if (family.equals("ovs_datapath")) {
            found.addAll(seen.datapaths(record, request));
        }
        if (request.isDump()) {
            found.add(done(request.bytes()));
        }
        return found.isEmpty()
                ? List.of(verdict(request.bytes(), family.equals("ovs_flow") ? Errno.ENOENT : Errno.ENODEV))
                : found;
    }

    private List<byte[]> change(RecordedMessage request) {
        String family = familyOf(request);
        changes.add(family + " " + request.words());
        for (int i = 0; i < record.requests().size(); i++) {
            DpctlRecord.Sent sent = record.requests().get(i);
            RecordedMessage recorded = new RecordedMessage(sent.bytes(), request.generic());
            boolean next = !used.contains(i)
                    && !openings.contains(i)
                    && sent.family().equals(family)
                    && recorded.command() == request.command()
                    && !GoldenChanges.isProbe(recorded);
            if (next) {
                used.add(i);
                return withAcknowledgement(request, sent.replies());
            }
        }
        // Something that was not asked for in the record, since ovs-dpctl saw before that it would fail.
        return List.of(verdict(request.bytes(), Errno.ENODEV));
    }

    /** Answers as they were, with an acknowledgement where this program wants one and the other did not. */
    private static List<byte[]> withAcknowledgement(RecordedMessage request, List<byte[]> recorded) {
        List<byte[]> answers = new ArrayList<>(recorded);
        boolean refused = recorded.stream().anyMatch(answer -> typeOf(answer) == MessageHeader.ERROR);
        boolean reports = !request.reads()
                && request.generic()
                && (request.flags() & (MessageFlags.ECHO | MessageFlags.ACK)) == MessageFlags.ECHO;
        if (reports && recorded.stream().allMatch(RecordedDatapaths::isAcknowledgement)) {
            return List.of(echo(request.bytes()));
        }
        if (!refused && !request.isDump() && (request.flags() & MessageFlags.ACK) != 0) {
            answers.add(verdict(request.bytes(), 0));
        }
        return answers;
    }

    private static boolean isAcknowledgement(byte[] answer) {
        ByteBuffer message = ByteBuffer.wrap(answer).order(ByteOrder.nativeOrder());
        return typeOf(answer) == MessageHeader.ERROR && message.getInt(MessageHeader.SIZE) == 0;
    }

    /** A report in which nothing but what was asked about stands. */
    private static byte[] echo(byte[] request) {
        byte[] report = request.clone();
        ByteBuffer.wrap(report).order(ByteOrder.nativeOrder()).putShort(6, (short) 0);
        return report;
    }

    private static int typeOf(byte[] message) {
        return new RecordedMessage(message, true).type();
    }

    private String familyOf(RecordedMessage request) {
        if (!request.generic()) {
            return "rtnetlink";
        }
        return record.families().entrySet().stream()
                .filter(family -> family.getValue() == request.type())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("family " + request.type());
    }

    private byte[] family(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return record.families().entrySet().stream()
                .filter(family -> text.contains(family.getKey() + '\0'))
                .findFirst()
                .map(family -> describe(family.getKey(), family.getValue(), request))
                .orElseGet(() -> verdict(request, Errno.ENOENT));
    }

    private static byte[] describe(String name, int id, byte[] request) {
        MessageWriter out = MessageWriter.onHeap();
        ByteOrder order = ByteOrder.nativeOrder();
        int message = out.beginMessage(CONTROLLER, 0, 0, 0);
        out.buffer().putU8(out.appendZeros(4), 1);
        out.putU16(1, id, order);
        out.putText(2, name, true);
        out.putU32(3, 1, order);
        out.putU32(4, 4, order);
        out.endMessage(message);
        out.pad();
        byte[] acknowledgement = verdict(request, 0);
        byte[] both = Arrays.copyOf(out.toByteArray(), out.length() + acknowledgement.length);
        System.arraycopy(acknowledgement, 0, both, out.length(), acknowledgement.length);
        return both;
    }

    private static byte[] done(byte[] request) {
        byte[] message = Arrays.copyOf(verdict(request, 0), MessageHeader.SIZE + Integer.BYTES);
        ByteBuffer header = ByteBuffer.wrap(message).order(ByteOrder.nativeOrder());
        header.putInt(0, message.length);
        header.putShort(4, (short) MessageHeader.DONE);
        header.putShort(6, (short) 2);
        return message;
    }

    private static byte[] verdict(byte[] request, int errno) {
        MessageWriter out = MessageWriter.onHeap();
        int message = out.beginMessage(MessageHeader.ERROR, MessageFlags.CAPPED, 0, 0);
        out.buffer().putU32(out.appendZeros(4), -errno & 0xffff_ffffL);
        int quoted = out.appendZeros(MessageHeader.SIZE);
        for (int i = 0; i < MessageHeader.SIZE; i++) {
            out.buffer().putU8(quoted + i, request[i] & 0xff);
        }
        out.endMessage(message);
        return out.toByteArray();
    }

    /** Gives every message of an answer the sequence number and port id of the one who asked. */
    private static byte[] addressed(byte[] answer, int sequence, long portId) {
        byte[] copy = answer.clone();
        ByteBuffer header = ByteBuffer.wrap(copy).order(ByteOrder.nativeOrder());
        int at = 0;
        while (at + MessageHeader.SIZE <= copy.length) {
            header.putInt(at + 8, sequence);
            header.putInt(at + 12, (int) portId);
            at += header.getInt(at) + 3 & ~3;
        }
        return copy;
    }
}
