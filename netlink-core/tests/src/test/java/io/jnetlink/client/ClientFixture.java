package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.FakeResponder;
import io.jnetlink.testkit.FakeSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A client on a fake kernel that answers each request by the next line of a script. */
final class ClientFixture implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofMillis(300);

    /** One datagram of an answer. */
    interface Datagram {
        KernelMessages answering(ByteBuffer request);
    }

    private final Deque<FakeResponder> script = new ArrayDeque<>();
    private final FakeKernel kernel;
    private final NetlinkClient client;

    private ClientFixture(boolean virtualTime, MessageObserver observer) {
        FakeKernel answering = FakeKernel.respondingBy((socket, request) -> {
            FakeResponder next = script.poll();
            if (next != null) {
                next.onRequest(socket, request);
            }
        });
        kernel = virtualTime ? answering.withVirtualTime() : answering;
        client = NetlinkClient.open(NetlinkConfig.builder(smallSocket())
                .syscalls(kernel)
                .timeout(virtualTime ? TIMEOUT : NetlinkConfig.DEFAULT_TIMEOUT)
                .observer(observer)
                .build());
    }

    /** Waits take no time. */
    static ClientFixture open() {
        return new ClientFixture(true, MessageObserver.NONE);
    }

    /** Waits take no time, and somebody watches. */
    static ClientFixture observedBy(MessageObserver observer) {
        return new ClientFixture(true, observer);
    }

    /** Waits last until something comes. */
    static ClientFixture inRealTime() {
        return new ClientFixture(false, MessageObserver.NONE);
    }

    static SocketOptions smallSocket() {
        return SocketOptions.builder(SocketOptions.ROUTE)
                .datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
                .build();
    }

    /** The next request without a line gets these datagrams. */
    ClientFixture answer(Datagram... datagrams) {
        return answerBy((socket, request) -> List.of(datagrams)
                .forEach(d -> socket.deliver(d.answering(request).bytes())));
    }

    /** The next request without a line gets what the responder delivers. */
    ClientFixture answerBy(FakeResponder responder) {
        script.add(responder);
        return this;
    }

    /** The next request without a line gets no answer. */
    ClientFixture silence() {
        return answerBy((socket, request) -> {});
    }

    NetlinkClient client() {
        return client;
    }

    FakeKernel kernel() {
        return kernel;
    }

    FakeSocket socket() {
        return kernel.socket();
    }

    /** The requests so far, in native byte order. */
    List<ByteBuffer> requests() {
        return socket().sent().stream()
                .map(bytes -> ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()))
                .toList();
    }

    /** Closes the client; the script must have been used up, and every descriptor closed once. */
    @Override
    public void close() {
        client.close();
        assertThat(script).as("answers that nobody asked for").isEmpty();
        assertThat(kernel.openDescriptors()).isZero();
        assertThat(kernel.badDescriptorUses()).isZero();
    }
}
