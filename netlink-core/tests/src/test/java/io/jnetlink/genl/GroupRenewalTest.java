package io.jnetlink.genl;

import static io.jnetlink.genl.FamilyKernel.FLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.Overrun;
import io.jnetlink.client.Subscription;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Subscriptions to groups of families whose modules are unloaded and loaded. */
class GroupRenewalTest {

    private static final String GROUP = "flow-changes";

    private final FamilyKernel families = new FamilyKernel().has(FLOW, 30).withGroup(GROUP, 41);

    private FakeSocket newestSocket() {
        return families.kernel().sockets().get(families.kernel().sockets().size() - 1);
    }

    @Test
    void aFamilyThatComesBackIsJoinedAgainAndTheGapIsTold() {
        try (GenericNetlink generic = families.open();
                Subscription changes = generic.client().subscribe(FamilyKernel.schema(), GROUP)) {
            families.lost(FLOW).announce(FamilyKernel.DELETE_FAMILY, FLOW, 30);
            families.has(FLOW, 31).withGroup(GROUP, 44).announce(FamilyKernel.NEW_FAMILY, FLOW, 31);

            assertThat(changes.next(Duration.ZERO)).contains(new Overrun(1));
            assertThat(newestSocket().groups()).contains(44);
            assertThat(changes.next(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void otherFamiliesAreNoNews() {
        try (GenericNetlink generic = families.open();
                Subscription changes = generic.client().subscribe(FamilyKernel.schema(), GROUP)) {
            families.withGroup(GROUP, 44).announce(FamilyKernel.NEW_FAMILY, "ovs_meter", 31);

            assertThat(changes.next(Duration.ZERO)).isEmpty();
            assertThat(newestSocket().groups()).containsExactly(Controller.NOTIFY_GROUP, 41);
        }
    }

    @Test
    void afterAnOverrunTheFamilyIsLookedUpSinceItMayHaveComeBackUnheard() {
        try (GenericNetlink generic = families.open();
                Subscription changes = generic.client().subscribe(FamilyKernel.schema(), GROUP)) {
            families.has(FLOW, 31).withGroup(GROUP, 44);
            newestSocket().deliverError(Errno.ENOBUFS);

            assertThat(changes.next(Duration.ZERO)).contains(new Overrun(1));
            assertThat(newestSocket().groups()).contains(44);
        }
    }

    @Test
    void anOverrunWhileTheFamilyIsAwayIsJustThat() {
        try (GenericNetlink generic = families.open();
                Subscription changes = generic.client().subscribe(FamilyKernel.schema(), GROUP)) {
            families.lost(FLOW);
            newestSocket().deliverError(Errno.ENOBUFS);

            assertThat(changes.next(Duration.ZERO)).contains(new Overrun(1));
            assertThat(changes.next(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void whoSubscribesToTheControllerHearsItsAnnouncements() {
        try (GenericNetlink generic = families.open();
                Subscription news = generic.client().subscribe(GenericNetlink.CONTROLLER, Controller.NOTIFY)) {
            families.announce(FamilyKernel.NEW_FAMILY, FLOW, 31);

            assertThat(news.next(Duration.ZERO)).isPresent();
        }
    }
}
