package io.jnetlink.vxlan.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.route.LinkSettings;
import io.jnetlink.route.Links;
import io.jnetlink.route.RtNetlink;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.cases.CaseAssertions;
import io.jnetlink.vxlan.VxlanLinks;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * What our interfaces send for the request of a case: each is carried out on a kernel that knows one link by any name and
 * refuses everything else.
 *
 * @param type message type
 * @param body what stands behind the message header
 */
record RecordedRequest(int type, byte[] body) {

    private static final int NEWLINK = 16;
    private static final int GETLINK = 18;

    static RecordedRequest of(JsonNode request) {
        int index = request.path("index").asInt(1);
        FakeKernel kernel = FakeKernel.answering(r -> List.of(answer(r, index)));
        NetlinkConfig config =
                NetlinkConfig.builder(SocketOptions.route()).syscalls(kernel).build();
        try (RtNetlink route = RtNetlink.open(config)) {
            perform(request, route);
        } catch (KernelRejectedException e) {
            // So it says to all that is no question.
            assert e.errno().number() == Errno.EPERM;
        }
        List<byte[]> sent = kernel.socket().sent();
        byte[] last = sent.get(sent.size() - 1);
        return new RecordedRequest(
                MessageHeader.type(NetlinkBuffer.wrap(last), 0),
                Arrays.copyOfRange(last, MessageHeader.SIZE, last.length));
    }

    private static void perform(JsonNode request, RtNetlink route) {
        Links links = route.links();
        String name = request.path("name").asText("x");
        String operation = request.get("op").asText();
        switch (operation) {
            case "link.add" -> add(request, route, name);
            case "link.get" -> links.get(name);
            case "link.set_up" -> links.up(name);
            case "link.set_down" -> links.down(name);
            case "link.set_mtu" ->
                links.change(RequestData.change(request, request.get("index").asInt()));
            default -> CaseAssertions.skip("no operation " + operation);
        }
    }

    private static void add(JsonNode request, RtNetlink route, String name) {
        String kind = request.get("type").asText();
        JsonNode data = request.path("data");
        if (kind.equals("vxlan")) {
            new VxlanLinks(route).add(RequestData.config(name, data));
        } else {
            route.links().add(LinkSettings.builder(name).build(), RequestData.info(kind, data, dev -> 1));
        }
    }

    private static byte[] answer(ByteBuffer request, int index) {
        MessageWriter out = MessageWriter.onHeap();
        long sequence = Integer.toUnsignedLong(request.getInt(8));
        boolean question = request.getShort(4) == GETLINK;
        if (question) {
            int link = out.beginMessage(NEWLINK, 0, sequence, 0);
            int header = out.appendZeros(16);
            out.buffer().putU32(header + 4, index);
            out.endMessage(link);
        }
        int end = out.beginMessage(MessageHeader.ERROR, 0, sequence, 0);
        int error = out.appendZeros(20);
        out.buffer().putU32(error, question ? 0 : -Errno.EPERM);
        out.endMessage(end);
        return out.toByteArray();
    }
}
