package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.client.StateEvent.Change;
import io.jnetlink.client.StateEvent.Change.Kind;
import io.jnetlink.client.StateEvent.Resync;
import io.jnetlink.client.StateEvent.Snapshot;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketFeature;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.testkit.FakeCall;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageFlags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A feed and a kernel that does what the test says. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StateFeedTest {

    private final FakeLinks links = new FakeLinks();
    private final StateMirror mirror = new StateMirror();

    @AfterEach
    void nothingIsLeftOpen() {
        assertThat(links.kernel().openDescriptors()).isZero();
        assertThat(links.kernel().badDescriptorUses()).isZero();
    }

    private List<StateEvent> takeAll(StateFeed feed) {
        List<StateEvent> events = new ArrayList<>();
        Optional<StateEvent> event = feed.next(Duration.ZERO);
        while (event.isPresent()) {
            events.add(event.get());
            mirror.take(event.get());
            event = feed.next(Duration.ZERO);
        }
        return events;
    }

    private static StateEvent next(StateFeed feed) {
        return feed.next(Duration.ZERO).orElseThrow();
    }

    @Test
    void joinsBeforeItListsAndListsWhenItIsAsked() {
        links.put(1, "lo");
        try (StateFeed feed = links.open(ResyncPolicy.defaults())) {
            assertThat(links.events().groups()).containsExactly(FakeLinks.GROUP);
            assertThat(links.listings()).isZero();
            links.put(2, "a");

            assertThat(takeAll(feed)).singleElement().isInstanceOf(Snapshot.class);
            assertThat(links.listings()).isOne();
            Snapshot snapshot = mirror.snapshots().get(0);
            assertThat(snapshot.cause()).isEqualTo(ResyncCause.START);
            assertThat(snapshot.interrupted()).isFalse();
            assertThat(FakeLinks.names(mirror)).isEqualTo(Map.of(1, "lo", 2, "a"));
            assertThat(feed.next(Duration.ofSeconds(3))).isEmpty();
        }
    }

    @Test
    void changesFollowWithWhatWasBefore() {
        links.put(1, "lo");
        try (StateFeed feed = links.open(ResyncPolicy.defaults())) {
            takeAll(feed);
            links.put(1, "lo1").put(2, "a").remove(1);

            List<StateEvent> events = takeAll(feed);
            assertThat(events)
                    .extracting(e -> ((Change) e).kind())
                    .containsExactly(Kind.CHANGED, Kind.ADDED, Kind.REMOVED);
            Change removed = (Change) events.get(2);
            assertThat(removed.entry().key()).isEqualTo(1);
            assertThat(removed.entry().source().name()).isEqualTo("links");
            assertThat(removed.entry().message().type()).isEqualTo(FakeLinks.DELLINK);
            assertThat(removed.previous())
                    .contains(((Change) events.get(0)).entry().message());
            assertThat(FakeLinks.names(mirror)).isEqualTo(Map.of(2, "a"));
        }
    }

    @Test
    void whatIsToldWhileListingIsPartOfTheStart() {
        links.put(1, "a").put(2, "b").put(3, "c");
        links.beforePart(() -> {})
                .beforePart(() -> links.remove(1).put(3, "c1"))
                .beforePart(() -> links.put(4, "d").put(4, "d1"));
        try (StateFeed feed = links.open(ResyncPolicy.defaults())) {
            assertThat(takeAll(feed)).hasSize(1);
            assertThat(FakeLinks.names(mirror)).isEqualTo(Map.of(2, "b", 3, "c1", 4, "d1"));
        }
    }

    /** The queue would overrun if it were left alone for as long as a long listing takes. */
    @Test
    void notificationsAreFetchedInTheMiddleOfALongListing() {
        for (int index = 1; index <= 100; index++) {
            links.put(index, "a");
        }
        links.beforePart(() -> {})
                .beforePart(() -> links.remove(100).put(1, "b").put(101, "c"));
        List<Integer> queuedWhenFolded = new ArrayList<>();
        StateSource source = StateSource.of(
                "links",
                List.of(LinkFamily.list()),
                message -> {
                    if ((message.flags() & MessageFlags.MULTI) != 0) {
                        queuedWhenFolded.add(links.events().queued());
                    }
                    return FakeLinks.FOLD.fold(message);
                },
                LinkFamily.GROUP);
        try (StateFeed feed = StateFeed.open(links.config(), ResyncPolicy.defaults(), source)) {
            assertThat(takeAll(feed)).hasSize(1);
            assertThat(queuedWhenFolded.get(0)).isEqualTo(3);
            assertThat(queuedWhenFolded.get(98)).isZero();
            assertThat(FakeLinks.names(mirror)).isEqualTo(links.now());
        }
    }

    @Test
    void anOverrunInTheMiddleOfAListingIsNotForgotten() {
        for (int index = 1; index <= 100; index++) {
            links.put(index, "a");
        }
        try (StateFeed feed = links.open(ResyncPolicy.defaults())) {
            links.events().holdingAtMost(2);
            links.beforePart(() -> {})
                    .beforePart(() -> links.put(1, "b").put(1, "c").put(1, "d"));
            assertThat(takeAll(feed)).hasSize(2).first().isEqualTo(new Resync(ResyncCause.OVERRUN, 2, 1));
            assertThat(FakeLinks.names(mirror)).isEqualTo(links.now());
        }
    }

    @Test
    void aMessageAboutSomethingUnknownThatIsGoneChangesNothing() {
        try (StateFeed feed = links.open(ResyncPolicy.defaults())) {
            takeAll(feed);
            links.kernel().multicast(FakeLinks.GROUP, FakeLinks.message(FakeLinks.DELLINK, 0, 0, 9, "x"));
            links.kernel()
                    .multicast(FakeLinks.GROUP, KernelMessages.to(0).empty(99).bytes());

            assertThat(takeAll(feed)).isEmpty();
        }
    }

    @Test
    void anOverrunIsToldAndThenTheStateAnew() {
        try (StateFeed feed = links.open(ResyncPolicy.defaults())) {
            takeAll(feed);
            links.events().holdingAtMost(1);
            links.put(1, "a").put(2, "b").put(3, "c");

            assertThat(next(feed)).isEqualTo(new Resync(ResyncCause.OVERRUN, 1, 1));
            Snapshot snapshot = (Snapshot) next(feed);
            assertThat(snapshot.generation()).isEqualTo(2);
            assertThat(snapshot.cause()).isEqualTo(ResyncCause.OVERRUN);
            assertThat(snapshot.entries()).hasSize(3);
            assertThat(takeAll(feed)).isEmpty();
        }
    }

    /** The kernel drops without another word until the queue was empty once: that must come before the listing. */
    @Test
    void theQueueIsEmptiedBeforeTheListing() {
        try (StateFeed feed = links.open(ResyncPolicy.defaults())) {
            takeAll(feed);
            links.events().holdingAtMost(3);
            links.put(1, "a").put(2, "b").put(3, "c").put(4, "d");
            // Listed already, so only the notification tells.
            links.beforePart(() -> {}).beforePart(() -> links.put(1, "late"));

            takeAll(feed);
            assertThat(mirror.snapshots()).hasSize(2);
            assertThat(FakeLinks.names(mirror)).isEqualTo(Map.of(1, "late", 2, "b", 3, "c", 4, "d"));
        }
    }

    @Test
    void anOverrunWhileListingStartsAnewWithALongerQueue() {
        links.put(1, "a");
        try (StateFeed feed = links.open(ResyncPolicy.attempts(3).growingReceiveBuffer(1 << 20))) {
            int before = receiveBuffer();
            links.beforePart(() -> links.events().deliverError(Errno.ENOBUFS));

            assertThat(takeAll(feed)).hasSize(2).first().isEqualTo(new Resync(ResyncCause.OVERRUN, 2, 1));
            assertThat(mirror.snapshots()).extracting(Snapshot::cause).containsExactly(ResyncCause.START);
            assertThat(links.listings()).isEqualTo(2);
            assertThat(receiveBuffer()).isEqualTo(2 * before);
        }
    }

    @Test
    void theReceiveBufferGrowsNoFurtherThanItMay() {
        try (StateFeed feed = links.open(ResyncPolicy.attempts(9).growingReceiveBuffer(300_000))) {
            for (int i = 0; i < 4; i++) {
                links.beforePart(() -> links.events().deliverError(Errno.ENOBUFS));
            }
            takeAll(feed);
            assertThat(receiveBuffer()).isEqualTo(300_000);
        }
        FakeLinks others = new FakeLinks();
        try (StateFeed feed = others.open(ResyncPolicy.defaults().growingReceiveBuffer(0))) {
            others.beforePart(() -> others.events().deliverError(Errno.ENOBUFS));
            next(feed);
            next(feed);
            assertThat(others.events().option(LinuxAbi.SOL_SOCKET, LinuxAbi.SO_RCVBUF))
                    .isEqualTo(212_992);
        }
    }

    private int receiveBuffer() {
        return links.events().option(LinuxAbi.SOL_SOCKET, LinuxAbi.SO_RCVBUF);
    }

    @Test
    void anInterruptedListingIsRepeated() {
        links.put(1, "a").interrupting(true).beforePart(() -> {}).beforePart(() -> links.interrupting(false));
        try (StateFeed feed = links.open(ResyncPolicy.defaults())) {
            assertThat(takeAll(feed)).hasSize(2).first().isEqualTo(new Resync(ResyncCause.INTERRUPTED, 2, 0));
            assertThat(mirror.snapshots()).extracting(Snapshot::interrupted).containsExactly(false);
        }
    }

    @Test
    void afterTheLastAttemptItTellsAndCanBeAskedAgain() {
        links.put(1, "a").interrupting(true);
        try (StateFeed feed = links.open(ResyncPolicy.attempts(2))) {
            assertThat(next(feed)).isEqualTo(new Resync(ResyncCause.INTERRUPTED, 2, 0));
            assertThatThrownBy(() -> feed.next(Duration.ZERO))
                    .isInstanceOfSatisfying(ResyncFailedException.class, e -> {
                        assertThat(e.lastCause()).isEqualTo(ResyncCause.INTERRUPTED);
                        assertThat(e.attempts()).isEqualTo(2);
                    })
                    .hasMessage("the state could not be read in 2 attempts: it changed while the kernel listed it");
            links.interrupting(false);
            assertThat(takeAll(feed)).hasSize(2).last().isInstanceOf(Snapshot.class);
            assertThat(links.listings()).isEqualTo(3);
        }
    }

    @Test
    void theLastAttemptMayBeAcceptedAsItIs() {
        links.put(1, "a").interrupting(true);
        try (StateFeed feed = links.open(ResyncPolicy.attempts(2).acceptInterrupted())) {
            assertThat(takeAll(feed)).hasSize(2);
            assertThat(mirror.snapshots()).extracting(Snapshot::interrupted).containsExactly(true);
        }
    }

    @Test
    void itIsReadAnewOnRequest() {
        links.put(1, "a");
        try (StateFeed feed = links.open(ResyncPolicy.defaults())) {
            feed.resync();
            takeAll(feed);
            feed.resync();

            assertThat(takeAll(feed)).hasSize(2).first().isEqualTo(new Resync(ResyncCause.REQUESTED, 1, 0));
            assertThat(mirror.snapshots())
                    .extracting(Snapshot::cause)
                    .containsExactly(ResyncCause.START, ResyncCause.REQUESTED);
        }
    }

    @Test
    void aFoldMayAskForIt() {
        StateSource source = StateSource.of(
                "links",
                List.of(LinkFamily.list()),
                message -> message.type() == FakeLinks.DELLINK ? Folding.relist() : FakeLinks.FOLD.fold(message),
                LinkFamily.GROUP);
        links.put(1, "a").put(2, "b");
        try (StateFeed feed = StateFeed.open(links.config(), ResyncPolicy.defaults(), source)) {
            takeAll(feed);
            links.put(3, "c").remove(1).put(4, "d");

            assertThat(takeAll(feed)).hasSize(3).element(1).isEqualTo(new Resync(ResyncCause.UNTOLD_CHANGES, 1, 0));
            assertThat(FakeLinks.names(mirror)).isEqualTo(links.now());
        }
    }

    @Test
    void whatCannotBeReadIsThrownAndTheStateReadAnew() {
        links.put(1, "a");
        try (StateFeed feed = links.open(ResyncPolicy.defaults())) {
            takeAll(feed);
            links.kernel()
                    .multicast(
                            FakeLinks.GROUP, KernelMessages.to(0).brokenHeader().bytes());

            assertThatThrownBy(() -> feed.next(Duration.ZERO)).isInstanceOf(MalformedMessageException.class);
            assertThat(takeAll(feed)).hasSize(2).first().isEqualTo(new Resync(ResyncCause.FAILURE, 1, 0));
        }
    }

    @Test
    void aListingThatFailsIsThrownOnceAndThenTriedAgain() {
        try (StateFeed feed = links.open(ResyncPolicy.defaults())) {
            links.kernel().failNext(FakeCall.SEND, Errno.EPERM);
            assertThatThrownBy(() -> feed.next(Duration.ZERO)).isInstanceOf(SyscallException.class);
            assertThat(takeAll(feed)).hasSize(2).first().isEqualTo(new Resync(ResyncCause.FAILURE, 1, 0));
            assertThat(mirror.snapshots()).extracting(Snapshot::cause).containsExactly(ResyncCause.START);
        }
    }

    @Test
    void repliesThatWereLostAreAnOverrunToo() {
        links.put(1, "a");
        try (StateFeed feed = links.open(ResyncPolicy.defaults())) {
            links.losingTheEnd();
            assertThat(takeAll(feed)).hasSize(2).first().isEqualTo(new Resync(ResyncCause.OVERRUN, 2, 0));
            assertThat(FakeLinks.names(mirror)).isEqualTo(links.now());
        }
    }

    @Test
    void hearsItsOwnNamespaceOnly() {
        SocketOptions options = SocketOptions.builder(SocketOptions.ROUTE)
                .datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
                .with(SocketFeature.ALL_NAMESPACES)
                .build();
        NetlinkConfig config = links.config().toBuilder(options).build();
        StateFeed.open(config, ResyncPolicy.defaults(), FakeLinks.source()).close();

        assertThat(links.kernel().sockets().get(0).option(LinuxAbi.SOL_NETLINK, LinuxAbi.NETLINK_LISTEN_ALL_NSID))
                .isZero();
    }

    @Test
    void whatCannotBeOpenedLeavesNothingOpen() {
        assertThatThrownBy(() -> StateFeed.open(links.config(), ResyncPolicy.defaults()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StateSource.of("none", List.of(), FakeLinks.FOLD))
                .hasMessage("none: there is no request that lists them");
        StateSource odd = StateSource.of("odd", List.of(LinkFamily.list()), FakeLinks.FOLD, "no-such-group");
        assertThatThrownBy(() -> StateFeed.open(links.config(), ResyncPolicy.defaults(), odd))
                .isInstanceOf(IllegalArgumentException.class);
        links.kernel().refusingOption(LinuxAbi.SOL_NETLINK, LinuxAbi.NETLINK_ADD_MEMBERSHIP, Errno.EPERM);
        assertThatThrownBy(() -> links.open(ResyncPolicy.defaults())).isInstanceOf(SyscallException.class);
        assertThatThrownBy(() -> ResyncPolicy.attempts(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ResyncPolicy.defaults().growingReceiveBuffer(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClientOpensOneThatOutlivesIt() {
        StateFeed feed;
        try (NetlinkClient client = NetlinkClient.open(links.config())) {
            feed = client.follow(ResyncPolicy.defaults(), FakeLinks.source());
        }
        assertThat(takeAll(feed)).hasSize(1);
        feed.close();
        assertThatThrownBy(() -> feed.next(Duration.ZERO)).isInstanceOf(ClosedClientException.class);
    }

    @Test
    void aLoopOverEventsEndsWithTheFeed() throws Exception {
        FakeKernel real = FakeKernel.respondingBy((socket, request) ->
                socket.deliver(KernelMessages.to(request).done().bytes()));
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(real)
                .build();
        StateFeed feed = StateFeed.open(config, ResyncPolicy.defaults(), FakeLinks.source());
        FutureTask<Integer> loop = new FutureTask<>(() -> {
            int events = 0;
            for (StateEvent event : feed) {
                assertThat(event).isInstanceOf(Snapshot.class);
                events++;
            }
            return events;
        });
        new Thread(loop).start();
        real.awaitPolling(1);
        feed.close();

        assertThat(loop.get(30, TimeUnit.SECONDS)).isOne();
        assertThat(real.openDescriptors()).isZero();
    }
}
