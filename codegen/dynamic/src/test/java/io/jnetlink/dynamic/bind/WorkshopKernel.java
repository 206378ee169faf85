package io.jnetlink.dynamic.bind;

import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A kernel in memory that answers each request with tools. Not thread-safe. */
final class WorkshopKernel implements AutoCloseable {

    private static final int REPLY = 17;

    private final DynamicFamily family;
    private final List<Map<String, Object>> tools = new ArrayList<>();
    private final List<byte[]> requests = new ArrayList<>();
    private final NetlinkClient client;
    private int interruptions;

    WorkshopKernel(DynamicFamily family) {
        this.family = family;
        this.client = NetlinkClient.open(NetlinkConfig.builder(SocketOptions.route())
                .syscalls(FakeKernel.answering(this::answer).withVirtualTime())
                .build());
    }

    NetlinkClient client() {
        return client;
    }

    WorkshopKernel with(Map<String, Object> tool) {
        tools.add(tool);
        return this;
    }

    /** The next dumps are marked as interrupted. */
    WorkshopKernel interrupting(int dumps) {
        interruptions = dumps;
        return this;
    }

    /** Requests so far: flags and type of each. */
    List<String> requests() {
        return requests.stream()
                .map(r -> {
                    NetlinkBuffer buffer = NetlinkBuffer.wrap(r);
                    return MessageHeader.type(buffer, 0) + "/" + Integer.toHexString(MessageHeader.flags(buffer, 0));
                })
                .toList();
    }

    /** What the last request said. */
    Map<String, Object> lastRequest(String operation) {
        byte[] last = requests.get(requests.size() - 1);
        return family.decode(operation, Arrays.copyOfRange(last, MessageHeader.SIZE, last.length));
    }

    private List<byte[]> answer(ByteBuffer request) {
        byte[] bytes = new byte[request.remaining()];
        request.get(bytes);
        requests.add(bytes);
        NetlinkBuffer header = NetlinkBuffer.wrap(bytes);
        boolean dump = (MessageHeader.flags(header, 0) & MessageFlags.DUMP) == MessageFlags.DUMP;
        long sequence = MessageHeader.sequence(header, 0);
        MessageWriter out = MessageWriter.onHeap();
        int flags = dump ? MessageFlags.MULTI : 0;
        if (dump && interruptions > 0) {
            interruptions--;
            flags |= MessageFlags.DUMP_INTERRUPTED;
        }
        for (Map<String, Object> tool : tools) {
            int mark = out.beginMessage(REPLY, flags, sequence, 0);
            family.encode("get-tool", tool, out);
            out.endMessage(mark);
        }
        end(out, dump ? MessageHeader.DONE : MessageHeader.ERROR, flags, sequence, bytes);
        return List.of(out.toByteArray());
    }

    private static void end(MessageWriter out, int type, int flags, long sequence, byte[] request) {
        int mark = out.beginMessage(type, flags, sequence, 0);
        out.appendZeros(Integer.BYTES);
        if (type == MessageHeader.ERROR) {
            out.append(NetlinkBuffer.wrap(request), 0, MessageHeader.SIZE);
        }
        out.endMessage(mark);
    }

    @Override
    public void close() {
        client.close();
    }
}
