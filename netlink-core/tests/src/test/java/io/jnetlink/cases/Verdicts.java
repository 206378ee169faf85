package io.jnetlink.cases;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeKernel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** What the engine makes of an error or done message of little-endian bytes. */
final class Verdicts {

    private static final int SEQUENCE_OFFSET = 8;

    private Verdicts() {}

    /** The refusal; empty if the message says that all went well. */
    static Optional<KernelRejectedException> of(byte[] message) {
        FakeKernel kernel = FakeKernel.answering(request -> List.of(answering(request, message)));
        NetlinkConfig config =
                NetlinkConfig.builder(SocketOptions.route()).syscalls(kernel).build();
        try (NetlinkClient client = NetlinkClient.open(config)) {
            client.acknowledge(LinkFamily.get("a1"));
            return Optional.empty();
        } catch (KernelRejectedException e) {
            return Optional.of(e);
        }
    }

    private static byte[] answering(ByteBuffer request, byte[] message) {
        byte[] answer = message.clone();
        ByteBuffer.wrap(answer).order(ByteOrder.nativeOrder()).putInt(SEQUENCE_OFFSET, request.getInt(SEQUENCE_OFFSET));
        return answer;
    }
}
