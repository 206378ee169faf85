package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.socket.SocketFeature;
import io.jnetlink.socket.SocketFilter;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeDatagram;
import io.jnetlink.testkit.FakeKernel;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Subscribing by number, walking the events, and what an event knows of its origin. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SubscriptionFacesTest {

    private final FakeKernel kernel = FakeKernel.silent();

    @AfterEach
    void nothingIsLeftOpen() {
        assertThat(kernel.openDescriptors()).isZero();
        assertThat(kernel.badDescriptorUses()).isZero();
    }

    private NetlinkClient open(SocketOptions.Builder options) {
        return NetlinkClient.open(NetlinkConfig.builder(options.datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
                        .build())
                .syscalls(kernel)
                .build());
    }

    private NetlinkClient open() {
        return open(SocketOptions.builder(SocketOptions.ROUTE));
    }

    private static Notification next(Subscription subscription) {
        return (Notification) subscription.next(Duration.ZERO).orElseThrow();
    }

    private static byte[] link(int index) {
        return KernelMessages.to(0).link(index, "a").bytes();
    }

    @Test
    void groupsByNumberBeyondTheThirtySecondToo() {
        try (NetlinkClient client =
                        open(SocketOptions.builder(SocketOptions.ROUTE).with(SocketFeature.PACKET_INFO));
                Subscription subscription = client.subscribe(Set.of(1, 36))) {
            assertThat(kernel.sockets().get(1).groups()).containsExactly(1, 36);
            kernel.multicast(36, link(1));
            kernel.multicast(1, link(2));

            assertThat(next(subscription).group()).isEqualTo(36);
            assertThat(next(subscription).group()).isEqualTo(1);
            assertThatThrownBy(() -> client.subscribe(Set.of(0))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anAsynchronousClientTakesNumbersToo() {
        ManualLoop loop = new ManualLoop();
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();
        try (AsyncNetlinkClient client = AsyncNetlinkClient.open(config, loop)) {
            client.events(Set.of(36)).subscribe(new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {}

                @Override
                public void onNext(SubscriptionEvent event) {}

                @Override
                public void onError(Throwable error) {}

                @Override
                public void onComplete() {}
            });
            assertThat(kernel.sockets().get(1).groups()).containsExactly(36);
        }
        loop.end();
    }

    @Test
    void theNamespaceOfTheSenderIsKnownIfItIsAnother() {
        SocketOptions.Builder listening =
                SocketOptions.builder(SocketOptions.ROUTE).with(SocketFeature.ALL_NAMESPACES);
        try (NetlinkClient client = open(listening);
                Subscription subscription = client.subscribe(Set.of(1))) {
            kernel.sockets().get(1).deliver(FakeDatagram.of(link(1)).toGroup(1).inNamespace(3));
            kernel.multicast(1, link(2));

            Notification elsewhere = next(subscription);
            assertThat(elsewhere.namespaceId()).isEqualTo(OptionalInt.of(3));
            assertThat(elsewhere).hasToString("notification of type 16, group 1, namespace 3, 40 bytes");
            assertThat(next(subscription).namespaceId()).isEmpty();
        }
    }

    @Test
    void aMessageKeepsItsHeader() {
        try (NetlinkClient client = open();
                Subscription subscription = client.subscribe(Set.of(1))) {
            kernel.multicast(1, FakeLinks.message(16, 0x500, 7, 2, "a"));
            kernel.multicast(1, FakeLinks.message(16, 0x500, 7, 2, "a"));
            kernel.multicast(1, FakeLinks.message(16, 0x500, 7, 2, "b"));

            ReceivedMessage first = next(subscription).message();
            assertThat(first.type()).isEqualTo(16);
            assertThat(first.flags()).isEqualTo(0x500);
            assertThat(first).hasToString("message of type 16, 40 bytes");
            ReceivedMessage second = next(subscription).message();
            assertThat(second).isEqualTo(first).hasSameHashCodeAs(first);
            assertThat(next(subscription).message()).isNotEqualTo(first);
        }
    }

    @Test
    void aFilterIsForNotificationsAndNotForReplies() {
        SocketOptions.Builder filtering = SocketOptions.builder(SocketOptions.ROUTE)
                .filter(SocketFilter.accepting().types(17).build());
        try (NetlinkClient client = open(filtering);
                Subscription subscription = client.subscribe(Set.of(1))) {
            kernel.multicast(1, FakeLinks.message(16, 0, 0, 2, "a"));
            kernel.multicast(1, FakeLinks.message(17, 0, 0, 2, "a"));
            assertThat(next(subscription).message().type()).isEqualTo(17);

            kernel.sockets().get(0).deliver(link(1));
            assertThat(kernel.sockets().get(0).queued()).isOne();
        }
    }

    @Test
    void aLoopOverEventsEndsWhenTheSubscriptionIsClosed() throws Exception {
        try (NetlinkClient client = open()) {
            Subscription subscription = client.subscribe(Set.of(1));
            FutureTask<Integer> loop = new FutureTask<>(() -> {
                int count = 0;
                for (SubscriptionEvent event : subscription) {
                    assertThat(event).isInstanceOf(Notification.class);
                    count++;
                }
                return count;
            });
            kernel.multicast(1, link(1));
            kernel.multicast(1, link(2));
            new Thread(loop).start();
            kernel.awaitPolling(1);
            subscription.close();

            assertThat(loop.get(30, TimeUnit.SECONDS)).isEqualTo(2);
            Iterator<SubscriptionEvent> over = subscription.iterator();
            assertThat(over.hasNext()).isFalse();
            assertThatThrownBy(over::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void anInterruptEndsALoopOverEventsWithAnException() {
        try (NetlinkClient client = open();
                Subscription subscription = client.subscribe(Set.of(1))) {
            Iterator<SubscriptionEvent> events = subscription.iterator();
            Thread.currentThread().interrupt();
            assertThatThrownBy(events::hasNext).isInstanceOf(RequestInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
