package io.jnetlink.samples.ovs;

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
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A kernel in memory with the datapath {@code dp0} and its ports {@code dp0}, {@code p1} and {@code p2}, which remembers flows.
 * Each flow has seen 3 packets of 294 bytes, the last at 4000 milliseconds, a second ago. There are meter 3 and a limit for zone 5.
 *
 * <p>Not thread-safe; a command runs on one thread.
 */
public final class FakeDatapath implements FakeResponder {

    private static final int CONTROLLER = 16;
    private static final int INDEX = 7;
    private static final int NEW = 1;
    private static final int DELETE = 2;
    private static final int GET = 3;
    private static final int METER_GET = 4;
    private static final int METER_STATS = 3;
    private static final int METER_BANDS = 4;
    private static final int BAND_STATS = 4;
    private static final int FLOW_KEY = 1;
    private static final int FLOW_STATS = 3;
    private static final int FLOW_USED = 5;
    private static final int FLOW_UFID = 9;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final long NOW_MILLIS = 5000;

    private static final List<String> FAMILIES =
            List.of("ovs_datapath", "ovs_vport", "ovs_flow", "ovs_packet", "ovs_meter", "ovs_ct_limit");

    private final Map<String, Map<Integer, byte[]>> flows = new LinkedHashMap<>();

    /** Runs {@code jovs} over it. */
    public JovsRun run(String in, String... words) {
        return JovsRun.of(FakeKernel.respondingBy(this).withVirtualTime(), NOW_MILLIS, in, List.of(words));
    }

    /** A request, and where its answers go. */
    private record Request(FakeSocket socket, ByteBuffer bytes) {

        int type() {
            return bytes.getShort(4);
        }

        boolean has(int flags) {
            return (bytes.getShort(6) & flags) == flags;
        }

        int command() {
            return bytes.get(MessageHeader.SIZE);
        }

        boolean isDump() {
            return command() == GET && has(MessageFlags.DUMP);
        }

        Map<Integer, byte[]> attributes(int header) {
            Map<Integer, byte[]> attributes = new TreeMap<>();
            int at = MessageHeader.SIZE + 4 + header;
            while (at < bytes.limit()) {
                byte[] payload = new byte[bytes.getShort(at) - 4];
                bytes.get(at + 4, payload);
                attributes.put(bytes.getShort(at + 2) & 0x3fff, payload);
                at += bytes.getShort(at) + 3 & ~3;
            }
            return attributes;
        }

        /** Answers with attributes behind the header of Open vSwitch. */
        void answer(Consumer<MessageWriter> body) {
            answer(type(), isDump() ? MessageFlags.MULTI : 0, out -> {
                out.buffer().putU8(out.appendZeros(4), command());
                if (type() != CONTROLLER) {
                    out.buffer().putU32(out.appendZeros(4), INDEX);
                }
                body.accept(out);
            });
        }

        void verdict(int errno) {
            answer(MessageHeader.ERROR, MessageFlags.CAPPED, out -> {
                out.buffer().putU32(out.appendZeros(4), -errno & 0xffff_ffffL);
                int quoted = out.appendZeros(MessageHeader.SIZE);
                for (int i = 0; i < MessageHeader.SIZE; i++) {
                    out.buffer().putU8(quoted + i, bytes.get(i) & 0xff);
                }
            });
        }

        void done() {
            answer(MessageHeader.DONE, MessageFlags.MULTI, out -> out.appendZeros(4));
        }

        private void answer(int type, int flags, Consumer<MessageWriter> body) {
            MessageWriter out = MessageWriter.onHeap();
            int message = out.beginMessage(type, flags, bytes.getInt(8) & 0xffff_ffffL, socket.portId());
            body.accept(out);
            out.endMessage(message);
            socket.deliver(out.toByteArray());
        }
    }

    @Override
    public void onRequest(FakeSocket socket, ByteBuffer datagram) {
        ByteBuffer bytes =
                ByteBuffer.allocate(datagram.remaining()).order(ORDER).put(datagram);
        Request request = new Request(socket, bytes.flip());
        int errno = socket.protocol() == SocketOptions.GENERIC ? answer(request) : Errno.ENODEV;
        if (errno == 0 && request.isDump()) {
            request.done();
        } else if (errno != 0 || request.has(MessageFlags.ACK)) {
            request.verdict(errno);
        }
    }

    /** Answers, and returns the error number or 0. */
    private int answer(Request request) {
        if (request.type() == CONTROLLER) {
            return family(request);
        }
        return switch (FAMILIES.get(request.type() - CONTROLLER - 1)) {
            case "ovs_datapath" -> datapath(request);
            case "ovs_vport" -> ports(request);
            case "ovs_flow" -> flow(request);
            case "ovs_meter" -> meter(request);
            case "ovs_ct_limit" -> limits(request);
            default -> Errno.EOPNOTSUPP;
        };
    }

    private static int family(Request request) {
        String name = text(request.attributes(0).get(2));
        int index = FAMILIES.indexOf(name);
        if (index < 0) {
            return Errno.ENOENT;
        }
        request.answer(out -> {
            out.putU16(1, CONTROLLER + 1 + index, ORDER);
            out.putText(2, name, true);
            out.putU32(3, 1, ORDER);
            out.putU32(4, 4, ORDER);
        });
        return 0;
    }

    private static String text(byte[] name) {
        return new String(name, StandardCharsets.UTF_8).replace("\0", "");
    }

    private static int datapath(Request request) {
        byte[] name = request.attributes(4).get(1);
        if (name != null && !text(name).equals("dp0")) {
            return Errno.ENODEV;
        }
        request.answer(out -> {
            out.putText(1, "dp0", true);
            out.putBytes(3, new byte[32]);
            out.putBytes(4, new byte[32]);
            out.putU32(5, 0, ORDER);
        });
        return 0;
    }

    private static int ports(Request request) {
        List<String> names = List.of("dp0", "p1", "p2");
        for (int i = 0; i < names.size(); i++) {
            int number = i;
            request.answer(out -> {
                out.putU32(1, number, ORDER);
                out.putU32(2, number == 0 ? 2 : 1, ORDER);
                out.putText(3, names.get(number), true);
                out.putBytes(5, new byte[4]);
            });
        }
        return 0;
    }

    private int flow(Request request) {
        Map<Integer, byte[]> asked = request.attributes(4);
        if (request.isDump()) {
            flows.values().forEach(flow -> report(request, flow));
            return 0;
        }
        byte[] named = asked.getOrDefault(FLOW_UFID, asked.get(FLOW_KEY));
        if (named == null) {
            flows.clear();
            return 0;
        }
        String id = HexFormat.of().formatHex(named);
        if (request.command() == NEW && flows.containsKey(id) && request.has(MessageFlags.CREATE)) {
            return Errno.EEXIST;
        }
        if (request.command() != NEW && !flows.containsKey(id)) {
            return Errno.ENOENT;
        }
        Map<Integer, byte[]> flow = request.command() == DELETE ? flows.remove(id) : flows.getOrDefault(id, asked);
        if (request.command() != DELETE && request.command() != GET) {
            flows.put(id, asked);
        }
        if (request.command() == GET || request.has(MessageFlags.ECHO)) {
            report(request, flow);
        }
        return 0;
    }

    private static void report(Request request, Map<Integer, byte[]> flow) {
        request.answer(out -> {
            flow.forEach(out::putBytes);
            out.putBytes(FLOW_STATS, stats(3, 294));
            out.putU64(FLOW_USED, 4000, ORDER);
        });
    }

    private static byte[] stats(long packets, long bytes) {
        return ByteBuffer.allocate(16)
                .order(ORDER)
                .putLong(packets)
                .putLong(bytes)
                .array();
    }

    private static int meter(Request request) {
        byte[] id = request.attributes(4).get(1);
        if (request.command() == METER_GET && ByteBuffer.wrap(id).order(ORDER).getInt() != 3) {
            return Errno.ENOENT;
        }
        request.answer(out -> {
            out.putU32(1, 3, ORDER);
            out.putBytes(METER_STATS, stats(2, 200));
            int bands = out.begin(METER_BANDS);
            int band = out.begin(0);
            out.putU32(1, 1, ORDER);
            out.putBytes(BAND_STATS, stats(1, 100));
            out.end(band);
            out.end(bands);
        });
        return 0;
    }

    private static int limits(Request request) {
        ByteBuffer limits = ByteBuffer.allocate(24).order(ORDER);
        limits.putInt(-1).putInt(10).putInt(0).putInt(5).putInt(200).putInt(4);
        request.answer(out -> out.putBytes(1, limits.array()));
        return 0;
    }
}
