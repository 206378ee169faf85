package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.StateEvent.Resync;
import io.jnetlink.client.StateEvent.Snapshot;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.testkit.FakeCall;
import io.jnetlink.wire.MalformedMessageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Feeds on a loop: demand, overruns, ends. */
class StatePublisherTest {

    private final FakeLinks links = new FakeLinks();
    private final ManualLoop loop = new ManualLoop();
    private final Recorder recorder = new Recorder();

    /** Notes all signals. */
    private static final class Recorder implements Flow.Subscriber<StateEvent> {

        private final List<StateEvent> events = new ArrayList<>();
        private final StateMirror mirror = new StateMirror();
        private final List<Throwable> errors = new ArrayList<>();
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            assertThat(subscription).isNull();
            subscription = given;
        }

        @Override
        public void onNext(StateEvent event) {
            assertThat(errors).isEmpty();
            events.add(event);
            mirror.take(event);
        }

        @Override
        public void onError(Throwable error) {
            errors.add(error);
        }

        @Override
        public void onComplete() {
            throw new AssertionError("state has no end");
        }
    }

    private void subscribe(ResyncPolicy policy, StateSource source) {
        AsyncNetlinkClient client = AsyncNetlinkClient.open(links.config(), loop);
        client.follow(policy, source).subscribe(recorder);
        client.close();
        loop.run();
    }

    private void subscribe() {
        subscribe(ResyncPolicy.defaults(), FakeLinks.source());
    }

    /** Until nothing happens any more. */
    private void settle() {
        int before;
        do {
            before = recorder.events.size() + links.listings();
            loop.turn();
            loop.turn();
        } while (recorder.events.size() + links.listings() > before);
    }

    private void nothingIsLeftOpen() {
        loop.run();
        assertThat(links.kernel().openDescriptors()).isZero();
        assertThat(links.kernel().badDescriptorUses()).isZero();
        assertThat(loop.watching()).isZero();
    }

    @Test
    void theGroupIsJoinedAtOnceAndTheStateReadOnDemand() {
        links.put(1, "a");
        subscribe();
        assertThat(links.events().groups()).containsExactly(FakeLinks.GROUP);
        links.put(2, "b");
        settle();
        assertThat(links.listings()).isZero();

        recorder.subscription.request(1);
        settle();
        assertThat(recorder.events).singleElement().isInstanceOf(Snapshot.class);
        assertThat(FakeLinks.names(recorder.mirror)).isEqualTo(Map.of(1, "a", 2, "b"));
        recorder.subscription.cancel();
        nothingIsLeftOpen();
    }

    @Test
    void changesComeAsTheyAreAskedFor() {
        links.put(1, "a");
        subscribe();
        recorder.subscription.request(1);
        settle();
        links.put(2, "b").remove(1).put(3, "c");
        settle();
        assertThat(recorder.events).hasSize(1);

        recorder.subscription.request(2);
        settle();
        assertThat(recorder.events).hasSize(3);
        recorder.subscription.request(Long.MAX_VALUE);
        recorder.subscription.request(Long.MAX_VALUE);
        settle();
        assertThat(recorder.events).hasSize(4);
        assertThat(FakeLinks.names(recorder.mirror)).isEqualTo(links.now());
        recorder.subscription.cancel();
        recorder.subscription.cancel();
        nothingIsLeftOpen();
    }

    @Test
    void whatIsToldWhileListingIsPartOfTheStart() {
        for (int index = 1; index <= 200; index++) {
            links.put(index, "a");
        }
        links.beforePart(() -> {}).beforePart(() -> {
            for (int index = 1; index <= 150; index++) {
                links.remove(index);
            }
        });
        subscribe();
        recorder.subscription.request(10);
        settle();

        assertThat(recorder.events).hasSize(1);
        assertThat(FakeLinks.names(recorder.mirror)).isEqualTo(links.now());
        recorder.subscription.cancel();
        nothingIsLeftOpen();
    }

    @Test
    void afterAnOverrunTheStateIsReadAnew() {
        subscribe();
        recorder.subscription.request(1);
        settle();
        links.events().holdingAtMost(2);
        links.put(1, "a").put(2, "b").put(3, "c");
        loop.turnWithError();
        settle();
        assertThat(recorder.events).hasSize(1);
        assertThat(links.listings()).isOne();

        recorder.subscription.request(5);
        settle();
        assertThat(recorder.events).hasSize(3).element(1).isEqualTo(new Resync(ResyncCause.OVERRUN, 1, 1));
        assertThat(FakeLinks.names(recorder.mirror)).isEqualTo(links.now());
        recorder.subscription.cancel();
        nothingIsLeftOpen();
    }

    @Test
    void anInterruptedListingIsRepeatedUntilItIsHopeless() {
        links.put(1, "a").interrupting(true);
        subscribe(ResyncPolicy.attempts(3), FakeLinks.source());
        recorder.subscription.request(10);
        settle();

        assertThat(recorder.errors).singleElement().isInstanceOf(ResyncFailedException.class);
        assertThat(links.listings()).isEqualTo(3);
        assertThat(recorder.events).hasSize(2).allMatch(e -> e instanceof Resync);
        nothingIsLeftOpen();
    }

    @Test
    void repliesThatWereLostAreAnOverrunToo() {
        links.put(1, "a");
        subscribe();
        links.losingTheEnd();
        recorder.subscription.request(10);
        settle();

        assertThat(recorder.events).hasSize(2).first().isEqualTo(new Resync(ResyncCause.OVERRUN, 2, 0));
        recorder.subscription.cancel();
        nothingIsLeftOpen();
    }

    @Test
    void aListingThatFailsEndsTheSubscription() {
        subscribe();
        links.kernel().failNext(FakeCall.SEND, Errno.EPERM);
        recorder.subscription.request(1);
        settle();

        assertThat(recorder.errors).singleElement().isInstanceOf(SyscallException.class);
        nothingIsLeftOpen();
    }

    @Test
    void whatCannotBeReadEndsTheSubscription() {
        subscribe();
        recorder.subscription.request(2);
        settle();
        links.kernel()
                .multicast(FakeLinks.GROUP, KernelMessages.to(0).brokenHeader().bytes());
        settle();

        assertThat(recorder.errors).singleElement().isInstanceOf(MalformedMessageException.class);
        nothingIsLeftOpen();
    }

    @Test
    void askingForNothingIsAnError() {
        subscribe();
        recorder.subscription.request(0);
        loop.run();
        assertThat(recorder.errors).singleElement().isInstanceOf(IllegalArgumentException.class);
        nothingIsLeftOpen();
    }

    @Test
    void cancellingInTheMiddleOfAListingEndsIt() {
        links.put(1, "a");
        links.beforePart(() -> recorder.subscription.cancel());
        subscribe();
        recorder.subscription.request(5);
        settle();
        assertThat(recorder.events).hasSizeLessThanOrEqualTo(1);
        assertThat(recorder.errors).isEmpty();
        nothingIsLeftOpen();
    }

    @Test
    void theEndOfTheLoopIsTold() {
        subscribe();
        loop.end();
        assertThat(recorder.errors).singleElement().isInstanceOf(ClosedClientException.class);
        assertThat(links.kernel().openDescriptors()).isZero();
        recorder.subscription.request(1);
        recorder.subscription.cancel();
    }

    @Test
    void whoCannotBeServedIsTold() {
        StateSource odd = StateSource.of("odd", List.of(LinkFamily.list()), FakeLinks.FOLD, "no-such-group");
        subscribe(ResyncPolicy.defaults(), odd);
        assertThat(recorder.errors).singleElement().isInstanceOf(IllegalArgumentException.class);
        nothingIsLeftOpen();
    }
}
