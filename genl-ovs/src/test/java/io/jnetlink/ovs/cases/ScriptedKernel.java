package io.jnetlink.ovs.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.FakeResponder;
import io.jnetlink.testkit.FakeSocket;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A kernel that follows the script of a case, and finds families and links by what the case says of them. */
final class ScriptedKernel implements FakeResponder {

    private static final int CONTROLLER = 16;
    private static final int NEWLINK = 16;
    private static final int GENERIC_HEADER = 4;

    private final Map<String, Integer> families = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Deque<JsonNode> script = new ArrayDeque<>();
    private final List<Integer> commands = new ArrayList<>();
    private final List<Integer> types = new ArrayList<>();

    ScriptedKernel(JsonNode json) {
        addFamilies(json.path("families"));
        json.path("script").forEach(item -> {
            if (item.has("families")) {
                families.clear();
                addFamilies(item.path("families"));
            } else if (item.has("link_state")) {
                item.path("link_state")
                        .properties()
                        .forEach(l -> links.put(l.getKey(), l.getValue().asText()));
            } else {
                script.add(item);
            }
        });
    }

    FakeKernel kernel() {
        return FakeKernel.respondingBy(this).withVirtualTime();
    }

    /** Commands that were sent to Open vSwitch's families. */
    List<Integer> commands() {
        return commands;
    }

    /** Types of the messages in which they were sent. */
    List<Integer> types() {
        return types;
    }

    @Override
    public void onRequest(FakeSocket socket, ByteBuffer request) {
        ByteBuffer header = request.duplicate().order(ByteOrder.nativeOrder());
        int sequence = header.getInt(8);
        if (socket.protocol() == SocketOptions.ROUTE) {
            socket.deliver(link(text(request), sequence, socket.portId()));
        } else if (header.getShort(4) == CONTROLLER) {
            socket.deliver(family(text(request), sequence, socket.portId()));
        } else {
            types.add((int) header.getShort(4));
            commands.add((int) header.get(MessageHeader.SIZE));
            follow(socket, header, sequence);
        }
    }

    private void follow(FakeSocket socket, ByteBuffer header, int sequence) {
        JsonNode awaited = script.isEmpty() ? null : script.remove().path("await_send");
        if (awaited != null && awaited.has("type")) {
            assertThat((int) header.getShort(4)).isEqualTo(awaited.path("type").asInt());
        }
        if (awaited != null && awaited.has("genl_cmd")) {
            assertThat((int) header.get(MessageHeader.SIZE))
                    .isEqualTo(awaited.path("genl_cmd").asInt());
        }
        while (!script.isEmpty() && !script.peek().has("await_send")) {
            JsonNode item = script.remove();
            if (item.has("error_for_last_seq")) {
                socket.deliver(verdict(item.path("error_for_last_seq").asInt(), sequence, socket.portId()));
            } else if (item.has("datagram") || item.has("datagram_for_last_seq")) {
                String hex = item.path("datagram")
                        .asText(item.path("datagram_for_last_seq").asText());
                socket.deliver(addressed(HexFormat.of().parseHex(hex), sequence, socket.portId()));
            } else {
                // An acknowledgement, which comes only to who asks for it.
                assertThat(item.has("ack_for_last_seq")).as("%s", item).isTrue();
                assertThat(header.getShort(6) & MessageFlags.ACK).isZero();
            }
        }
    }

    private void addFamilies(JsonNode ids) {
        ids.properties()
                .forEach(family ->
                        families.put(family.getKey(), family.getValue().asInt()));
    }

    private static String text(ByteBuffer request) {
        byte[] bytes = new byte[request.remaining()];
        request.duplicate().get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private byte[] family(String request, int sequence, long portId) {
        return families.entrySet().stream()
                .filter(family -> request.contains(family.getKey() + '\0'))
                .findFirst()
                .map(family -> describe(family.getKey(), family.getValue(), sequence, portId))
                .orElseGet(() -> verdict(Errno.ENOENT, sequence, portId));
    }

    private static byte[] describe(String name, int id, int sequence, long portId) {
        MessageWriter out = MessageWriter.onHeap();
        ByteOrder order = ByteOrder.nativeOrder();
        int message = out.beginMessage(CONTROLLER, 0, Integer.toUnsignedLong(sequence), portId);
        out.buffer().putU8(out.appendZeros(GENERIC_HEADER), 1);
        out.putU16(1, id, order);
        out.putText(2, name, true);
        out.putU32(3, 1, order);
        out.putU32(4, GENERIC_HEADER, order);
        out.endMessage(message);
        out.pad();
        byte[] end = verdict(0, sequence, portId);
        out.append(NetlinkBuffer.wrap(end), 0, end.length);
        return out.toByteArray();
    }

    private byte[] link(String request, int sequence, long portId) {
        return links.entrySet().stream()
                .filter(link -> request.contains(link.getKey()))
                .findFirst()
                .map(link -> describeLink(link.getKey(), link.getValue().equals("up"), sequence, portId))
                .orElseGet(() -> verdict(Errno.ENODEV, sequence, portId));
    }

    private static byte[] describeLink(String name, boolean up, int sequence, long portId) {
        MessageWriter out = MessageWriter.onHeap();
        int message = out.beginMessage(NEWLINK, 0, Integer.toUnsignedLong(sequence), portId);
        LinkMessage.builder()
                .header(h -> h.ifiIndex(9).ifiFlags(up ? DeviceFlags.UP : DeviceFlags.of()))
                .attributes(a -> a.ifname(name))
                .build()
                .writeTo(out);
        out.endMessage(message);
        return out.toByteArray();
    }

    private static byte[] verdict(int errno, int sequence, long portId) {
        MessageWriter out = MessageWriter.onHeap();
        int message =
                out.beginMessage(MessageHeader.ERROR, MessageFlags.CAPPED, Integer.toUnsignedLong(sequence), portId);
        out.buffer().putU32(out.appendZeros(Integer.BYTES), -errno);
        MessageHeader.put(out.buffer(), out.appendZeros(MessageHeader.SIZE), MessageHeader.SIZE, 0, 0, 0, 0);
        out.endMessage(message);
        return out.toByteArray();
    }

    /** All messages of a datagram, addressed to a request. */
    static byte[] addressed(byte[] datagram, int sequence, long portId) {
        ByteBuffer buffer = ByteBuffer.wrap(datagram).order(ByteOrder.nativeOrder());
        for (int at = 0; at + MessageHeader.SIZE <= datagram.length; at += buffer.getInt(at) + 3 & ~3) {
            buffer.putInt(at + 8, sequence);
            buffer.putInt(at + 12, (int) portId);
        }
        return datagram;
    }
}
