package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.testkit.FakeKernel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A loop that something kept busy for longer than requests wait, so that timers are due before sockets are read. */
class LateLoopTest {

    private static final long TIMEOUT = ClientFixture.TIMEOUT.toNanos();

    private final FakeKernel kernel = FakeKernel.silent();
    private final ManualLoop loop = new ManualLoop();
    private final AsyncNetlinkClient client = AsyncNetlinkClient.open(
            NetlinkConfig.builder(ClientFixture.smallSocket())
                    .syscalls(kernel)
                    .timeout(ClientFixture.TIMEOUT)
                    .build(),
            loop);

    @AfterEach
    void close() {
        client.close();
        loop.run();
        assertThat(kernel.openDescriptors()).isZero();
        assertThat(kernel.badDescriptorUses()).isZero();
    }

    private long sequence(int request) {
        return ByteBuffer.wrap(kernel.socket().sent().get(request))
                .order(ByteOrder.nativeOrder())
                .getInt(8);
    }

    @Test
    void anAnswerThatIsThereIsNoTimeout() {
        CompletableFuture<Optional<Link>> answered = client.get(LinkFamily.get("a1"));
        CompletableFuture<Optional<Link>> silent = client.get(LinkFamily.get("a2"));
        loop.run();
        kernel.socket()
                .deliver(KernelMessages.to(sequence(0)).part(1, "a1").ack().bytes());

        loop.advance(TIMEOUT);

        assertThat(answered.join()).map(Link::index).contains(1);
        assertThatThrownBy(silent::join).hasCauseInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void aDumpThatGoesOnKeepsItsPlace() {
        CompletableFuture<Dump<Link>> first = client.dump(LinkFamily.list(), DumpPolicy.failing());
        CompletableFuture<Dump<Link>> second = client.dump(LinkFamily.list(), DumpPolicy.failing());
        loop.run();
        kernel.socket().deliver(KernelMessages.to(sequence(0)).part(1, "lo").bytes());

        loop.advance(TIMEOUT);

        assertThat(kernel.socket().sent()).as("dumps at the kernel").hasSize(1);
        kernel.socket().deliver(KernelMessages.to(sequence(0)).done().bytes());
        loop.turn();
        assertThat(first.join().messages()).hasSize(1);
        kernel.socket().deliver(KernelMessages.to(sequence(1)).done().bytes());
        loop.turn();
        assertThat(second.join().messages()).isEmpty();
    }
}
