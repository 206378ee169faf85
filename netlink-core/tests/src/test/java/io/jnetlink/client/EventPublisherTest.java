package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.LinkFamily;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.testkit.FakeCall;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.FakeSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Subscriptions on a loop: demand, overruns, ends. */
class EventPublisherTest {

    private final FakeKernel kernel = FakeKernel.silent();
    private final ManualLoop loop = new ManualLoop();

    /** Notes all signals. */
    private static final class Recorder implements Flow.Subscriber<SubscriptionEvent> {

        private final List<SubscriptionEvent> events = new ArrayList<>();
        private final List<Throwable> errors = new ArrayList<>();
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            assertThat(subscription).isNull();
            subscription = given;
        }

        @Override
        public void onNext(SubscriptionEvent event) {
            events.add(event);
        }

        @Override
        public void onError(Throwable error) {
            errors.add(error);
        }

        @Override
        public void onComplete() {
            throw new AssertionError("events have no end");
        }
    }

    private Recorder subscribe() {
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();
        Recorder recorder = new Recorder();
        AsyncNetlinkClient client = AsyncNetlinkClient.open(config, loop);
        client.events(LinkFamily.FAMILY, "rtnlgrp-link").subscribe(recorder);
        client.close();
        return recorder;
    }

    private FakeSocket socket() {
        return kernel.sockets().get(1);
    }

    private void happen(int count) {
        for (int i = 0; i < count; i++) {
            kernel.multicast(1, KernelMessages.to(0).link(i, "a" + i).bytes());
        }
    }

    @Test
    void theGroupIsJoinedWhenSubscribeReturnsAndSignalsComeOnTheLoop() {
        Recorder recorder = subscribe();

        assertThat(socket().groups()).containsExactly(1);
        assertThat(recorder.subscription).isNull();
        loop.run();
        assertThat(recorder.subscription).isNotNull();
    }

    @Test
    void noMoreEventsComeThanAreAskedFor() {
        Recorder recorder = subscribe();
        loop.run();
        happen(5);
        loop.turn();
        assertThat(recorder.events).isEmpty();
        assertThat(loop.reading()).isZero();

        recorder.subscription.request(2);
        loop.turn();
        assertThat(recorder.events).hasSize(2);
        recorder.subscription.request(Long.MAX_VALUE);
        recorder.subscription.request(Long.MAX_VALUE);
        loop.turn();
        assertThat(recorder.events).hasSize(5);
        assertThat(loop.reading()).isOne();

        happen(3);
        loop.turn();
        assertThat(recorder.events)
                .hasSize(8)
                .allSatisfy(e ->
                        assertThat(((Notification) e).is(LinkFamily.LINK_EVENT)).isTrue());
    }

    @Test
    void manyMessagesOfOneDatagramWaitForDemand() {
        Recorder recorder = subscribe();
        loop.run();
        kernel.multicast(
                1, KernelMessages.to(0).link(1, "a").link(2, "b").link(3, "c").bytes());
        recorder.subscription.request(1);
        loop.turn();
        assertThat(recorder.events).hasSize(1);
        recorder.subscription.request(2);
        loop.turn();
        assertThat(recorder.events).hasSize(3);
    }

    @Test
    void anOverrunIsAnEventInItsPlace() {
        Recorder recorder = subscribe();
        loop.run();
        happen(1);
        socket().deliverError(Errno.ENOBUFS);
        happen(1);
        recorder.subscription.request(10);
        loop.turn();

        assertThat(recorder.events).hasSize(3);
        assertThat(recorder.events.get(1)).isEqualTo(new Overrun(1));
    }

    @Test
    void anErrorIsTakenAwayEvenIfNobodyWantsEvents() {
        Recorder recorder = subscribe();
        loop.run();
        socket().deliverError(Errno.ENOBUFS);
        happen(2);
        loop.turnWithError();
        assertThat(socket().queued()).isEqualTo(2);
        assertThat(recorder.events).isEmpty();

        recorder.subscription.request(3);
        loop.turn();
        assertThat(recorder.events).hasSize(3);
        assertThat(recorder.events.get(0)).isInstanceOf(Overrun.class);
    }

    @Test
    void cancellingClosesTheSocketAndNothingComesAfterwards() {
        Recorder recorder = subscribe();
        loop.run();
        recorder.subscription.request(10);
        loop.turn();
        recorder.subscription.cancel();
        recorder.subscription.cancel();
        loop.run();
        happen(1);
        loop.turn();

        assertThat(recorder.events).isEmpty();
        assertThat(recorder.errors).isEmpty();
        assertThat(kernel.openDescriptors()).isZero();
        assertThat(loop.watching()).isZero();
    }

    @Test
    void askingForNothingIsAnError() {
        Recorder recorder = subscribe();
        loop.run();
        recorder.subscription.request(0);
        loop.run();

        assertThat(recorder.errors).singleElement().isInstanceOf(IllegalArgumentException.class);
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void theEndOfTheLoopIsTold() {
        Recorder recorder = subscribe();
        loop.end();

        assertThat(recorder.errors).singleElement().isInstanceOf(ClosedClientException.class);
        assertThat(kernel.openDescriptors()).isZero();
        recorder.subscription.request(1);
        recorder.subscription.cancel();
    }

    @Test
    void aSocketThatCannotBeHadIsTold() {
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();
        Recorder recorder = new Recorder();
        try (AsyncNetlinkClient client = AsyncNetlinkClient.open(config, loop)) {
            kernel.failNext(FakeCall.SOCKET, Errno.EMFILE);
            client.events(LinkFamily.FAMILY, "rtnlgrp-link").subscribe(recorder);
            assertThatThrownBy(() -> client.events(LinkFamily.FAMILY, "none"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        loop.run();
        assertThat(recorder.subscription).isNotNull();
        assertThat(recorder.errors).singleElement().isInstanceOf(SyscallException.class);
        assertThat(kernel.openDescriptors()).isZero();
    }
}
