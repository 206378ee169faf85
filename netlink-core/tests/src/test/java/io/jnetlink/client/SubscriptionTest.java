package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.LinkFamily;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.testkit.FakeDatagram;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MalformedMessageException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events of multicast groups. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SubscriptionTest {

    private static final int LINK_GROUP = 1;
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final FakeKernel kernel = FakeKernel.silent().withVirtualTime();

    @AfterEach
    void nothingIsLeftOpen() {
        assertThat(kernel.openDescriptors()).isZero();
        assertThat(kernel.badDescriptorUses()).isZero();
    }

    private Subscription open(Set<Integer> groups) {
        return open(kernel, groups);
    }

    private static Subscription open(FakeKernel kernel, Set<Integer> groups) {
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();
        return Subscription.open(config, MessageFraming.RAW, GroupChoice.of(groups));
    }

    @Test
    void joinsItsGroupsByNumber() {
        Subscription subscription = open(Set.of(1, 33));

        assertThat(kernel.socket().groups()).containsExactly(1, 33);
        subscription.close();
        assertThat(kernel.socket().isClosed()).isTrue();
    }

    @Test
    void aClientSubscribesByName() {
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();
        try (NetlinkClient client = NetlinkClient.open(config)) {
            client.subscribe(LinkFamily.FAMILY, LinkFamily.GROUP).close();

            assertThat(kernel.sockets().get(1).groups()).containsExactly(LINK_GROUP);
            assertThatThrownBy(() -> client.subscribe(LinkFamily.FAMILY, "none"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("family link has no multicast group none");
        }
    }

    @Test
    void deliversEventsInTheirOrder() {
        try (Subscription subscription = open(Set.of(LINK_GROUP))) {
            kernel.multicast(
                    LINK_GROUP, KernelMessages.to(0).link(2, "a1").link(3, "a2").bytes());
            kernel.multicast(LINK_GROUP, KernelMessages.to(0).link(4, "a3").bytes());

            assertThat(name(subscription.next(PATIENCE))).isEqualTo("a1");
            assertThat(name(subscription.next(PATIENCE))).isEqualTo("a2");
            assertThat(name(subscription.next(PATIENCE))).isEqualTo("a3");
            assertThat(subscription.next(PATIENCE)).isEmpty();
        }
    }

    @Test
    void anEventOutlivesThoseBehindIt() {
        try (Subscription subscription = open(Set.of(LINK_GROUP))) {
            kernel.multicast(LINK_GROUP, KernelMessages.to(0).link(2, "a1").bytes());
            kernel.multicast(LINK_GROUP, KernelMessages.to(0).link(3, "a2").bytes());
            Optional<SubscriptionEvent> first = subscription.next(PATIENCE);
            subscription.next(PATIENCE);

            assertThat(name(first)).isEqualTo("a1");
        }
    }

    @Test
    void lostEventsAreAnEventOfTheirOwn() {
        try (Subscription subscription = open(Set.of(LINK_GROUP))) {
            kernel.multicast(LINK_GROUP, KernelMessages.to(0).link(2, "a1").bytes());
            kernel.socket().deliverError(Errno.ENOBUFS);
            kernel.multicast(LINK_GROUP, KernelMessages.to(0).link(3, "a2").bytes());
            kernel.socket().deliverError(Errno.ENOBUFS);

            assertThat(name(subscription.next(PATIENCE))).isEqualTo("a1");
            assertThat(subscription.next(PATIENCE)).contains(new Overrun(1));
            assertThat(name(subscription.next(PATIENCE))).isEqualTo("a2");
            assertThat(subscription.next(PATIENCE)).contains(new Overrun(2));
        }
    }

    @Test
    void theKernelIsNeverToldToHideLostEvents() {
        open(Set.of(LINK_GROUP)).close();

        assertThat(kernel.socket().option(LinuxAbi.SOL_NETLINK, LinuxAbi.NETLINK_NO_ENOBUFS))
                .isZero();
    }

    @Test
    void otherSendersAreSkipped() {
        try (Subscription subscription = open(Set.of(LINK_GROUP))) {
            kernel.socket()
                    .deliver(FakeDatagram.of(
                                    KernelMessages.to(0).link(77, "evil").bytes())
                            .from(3034));
            kernel.multicast(LINK_GROUP, KernelMessages.to(0).link(3, "a2").bytes());

            assertThat(name(subscription.next(PATIENCE))).isEqualTo("a2");
        }
    }

    @Test
    void aMalformedDatagramIsReportedAndTheSubscriptionGoesOn() {
        try (Subscription subscription = open(Set.of(LINK_GROUP))) {
            kernel.multicast(
                    LINK_GROUP,
                    KernelMessages.to(0).link(2, "a1").brokenHeader().bytes());
            kernel.multicast(LINK_GROUP, KernelMessages.to(0).link(3, "a2").bytes());

            assertThatThrownBy(() -> subscription.next(PATIENCE)).isInstanceOf(MalformedMessageException.class);
            assertThat(name(subscription.next(PATIENCE))).isEqualTo("a1");
            assertThat(name(subscription.next(PATIENCE))).isEqualTo("a2");
        }
    }

    @Test
    void anEventKnowsItsGroupAndItsOperation() {
        try (Subscription subscription = open(Set.of(5))) {
            kernel.multicast(5, KernelMessages.to(0).link(2, "a1").empty(99).bytes());
            Notification link = (Notification) subscription.next(PATIENCE).orElseThrow();
            Notification other = (Notification) subscription.next(PATIENCE).orElseThrow();

            assertThat(link.group()).isEqualTo(5);
            assertThat(link.is(LinkFamily.NEWLINK)).isTrue();
            assertThat(link.bytes().capacity()).isEqualTo(40);
            assertThat(link).hasToString("notification of type 16, group 5, 40 bytes");
            assertThat(other.is(LinkFamily.NEWLINK)).isFalse();
            assertThatThrownBy(() -> other.body(LinkFamily.NEWLINK))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a message of type 99 is no newlink");
        }
    }

    @Test
    void waitsAsLongAsItIsToldAndForEverIfNeedBe() {
        try (Subscription subscription = open(Set.of(LINK_GROUP))) {
            assertThat(subscription.next(Duration.ZERO)).isEmpty();
            assertThat(kernel.nanoTime()).isZero();
            assertThat(subscription.next(PATIENCE)).isEmpty();
            assertThat(kernel.nanoTime()).isEqualTo(PATIENCE.toNanos());
            kernel.multicast(LINK_GROUP, KernelMessages.to(0).link(2, "a1").bytes());
            assertThat(name(subscription.next(Duration.ofSeconds(Long.MAX_VALUE))))
                    .isEqualTo("a1");
        }
    }

    @Test
    void aGroupThatThereIsNotLeavesNothingOpen() {
        kernel.refusingOption(LinuxAbi.SOL_NETLINK, LinuxAbi.NETLINK_ADD_MEMBERSHIP, Errno.ENOENT);

        assertThatThrownBy(() -> open(Set.of(1000))).isInstanceOf(SyscallException.class);
        assertThatThrownBy(() -> open(Set.of(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closingEndsTheWaitOfAnother() throws Exception {
        FakeKernel real = FakeKernel.silent();
        Subscription subscription = open(real, Set.of(LINK_GROUP));
        FutureTask<Optional<SubscriptionEvent>> waiting =
                new FutureTask<>(() -> subscription.next(Duration.ofHours(1)));
        new Thread(waiting).start();
        real.awaitPolling(1);

        subscription.close();

        assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(ClosedClientException.class);
        assertThatThrownBy(() -> subscription.next(PATIENCE)).isInstanceOf(ClosedClientException.class);
        assertThat(real.openDescriptors()).isZero();
    }

    @Test
    void anInterruptEndsTheWait() {
        try (Subscription subscription = open(FakeKernel.silent(), Set.of(LINK_GROUP))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> subscription.next(Duration.ofHours(1)))
                    .isInstanceOf(RequestInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static String name(Optional<SubscriptionEvent> event) {
        return ((Notification) event.orElseThrow())
                .body(LinkFamily.NEWLINK)
                .attributes()
                .name();
    }
}
