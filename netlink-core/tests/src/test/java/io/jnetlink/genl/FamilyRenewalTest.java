package io.jnetlink.genl;

import static io.jnetlink.genl.FamilyKernel.FLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.client.ClosedClientException;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.PipelineOptions;
import io.jnetlink.client.PipelineSummary;
import io.jnetlink.client.Request;
import io.jnetlink.sys.Errno;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Families whose modules are unloaded and loaded while a client knows their numbers. */
class FamilyRenewalTest {

    private final FamilyKernel families = new FamilyKernel().has(FLOW, 30);

    @AfterEach
    void everythingIsClosed() {
        assertThat(families.kernel().openDescriptors()).isZero();
        assertThat(families.kernel().badDescriptorUses()).isZero();
    }

    @Test
    void aNumberIsLookedUpOnce() {
        try (GenericNetlink generic = families.open()) {
            generic.client().acknowledge(FamilyKernel.request());
            generic.client().acknowledge(FamilyKernel.request());

            assertThat(families.lookUps()).isEqualTo(1);
            assertThat(families.asked()).containsExactly(FLOW, FLOW);
        }
    }

    @Test
    void aRequestToAFamilyThatCameBackWithAnotherNumberIsSentOnceMore() {
        try (GenericNetlink generic = families.openDeaf()) {
            generic.client().acknowledge(FamilyKernel.request());
            families.has(FLOW, 31);
            generic.client().acknowledge(FamilyKernel.request());

            assertThat(families.asked()).containsExactly(FLOW, "unknown", FLOW);
            assertThat(generic.family(FLOW).id()).isEqualTo(31);
            assertThat(families.lookUps()).isEqualTo(2);
        }
    }

    @Test
    void soIsADump() {
        try (GenericNetlink generic = families.openDeaf()) {
            generic.family(FLOW);
            families.has(FLOW, 31);

            assertThat(generic.client()
                            .dump(FamilyKernel.request(), DumpPolicy.failing())
                            .messages())
                    .hasSize(1);
            assertThat(families.asked()).containsExactly("unknown", FLOW);
        }
    }

    @Test
    void itIsNotSentAThirdTime() {
        try (GenericNetlink generic = families.openDeaf()) {
            generic.family(FLOW);
            families.has(FLOW, 31);
            families.beforeLookUp(() -> families.has(FLOW, 32));

            assertThatThrownBy(() -> generic.client().acknowledge(FamilyKernel.request()))
                    .isInstanceOf(NotFoundException.class);
            assertThat(families.asked()).containsExactly("unknown", "unknown");
        }
    }

    @Test
    void anAbsentFamilyIsNamedWithItsModule() {
        try (GenericNetlink generic = families.openDeaf()) {
            generic.client().acknowledge(FamilyKernel.request());
            families.lost(FLOW);

            assertThatThrownBy(() -> generic.client().acknowledge(FamilyKernel.request()))
                    .isInstanceOf(UnknownFamilyException.class)
                    .hasMessage("the kernel has no generic-netlink family ovs_flow (module openvswitch not loaded?)")
                    .satisfies(e ->
                            assertThat(((UnknownFamilyException) e).family()).isEqualTo(FLOW))
                    .satisfies(e ->
                            assertThat(((UnknownFamilyException) e).module()).contains("openvswitch"));
            assertThatThrownBy(() -> generic.family("secret"))
                    .isInstanceOf(UnknownFamilyException.class)
                    .hasMessage("the kernel has no generic-netlink family secret");
            assertThat(generic.find(FLOW)).isEmpty();

            families.has(FLOW, 33);
            generic.client().acknowledge(FamilyKernel.request());
            assertThat(families.asked()).endsWith("unknown", FLOW);
        }
    }

    @Test
    void whatAFamilySaysOfItsObjectsStands() {
        try (GenericNetlink generic = families.withoutObjects().openDeaf()) {
            assertThatThrownBy(() -> generic.client().acknowledge(FamilyKernel.request()))
                    .isInstanceOf(NotFoundException.class);

            assertThat(families.asked()).containsExactly(FLOW);
            assertThat(families.lookUps()).isEqualTo(2);
        }
    }

    @Test
    void afterItsNumberWentToAnotherFamilyThatOneIsNotAsked() {
        try (GenericNetlink generic = families.open()) {
            generic.client().acknowledge(FamilyKernel.request());
            families.has("stranger", 30).has(FLOW, 31);
            families.announce(FamilyKernel.DELETE_FAMILY, FLOW, 30);
            families.announce(FamilyKernel.NEW_FAMILY, "stranger", 30);
            families.announce(FamilyKernel.NEW_FAMILY, FLOW, 31);
            generic.client().acknowledge(FamilyKernel.request());

            assertThat(families.asked()).containsExactly(FLOW, FLOW);
            assertThat(families.lookUps()).isEqualTo(2);
        }
    }

    @Test
    void newsOfOthersChangeNothing() {
        try (GenericNetlink generic = families.open()) {
            generic.family(FLOW);
            families.announce(FamilyKernel.DELETE_FAMILY, "stranger", 40);
            generic.family(FLOW);
            assertThat(families.lookUps()).isEqualTo(1);
        }
    }

    @Test
    void newsThatWereLostOrCannotBeReadMayBeOfAnyFamily() {
        try (GenericNetlink generic = families.open()) {
            generic.family(FLOW);
            families.kernel().sockets().get(1).deliverError(Errno.ENOBUFS);
            generic.family(FLOW);
            assertThat(families.lookUps()).isEqualTo(2);

            families.kernel().multicast(Controller.NOTIFY_GROUP, new byte[] {1, 2, 3});
            generic.family(FLOW);
            assertThat(families.lookUps()).isEqualTo(3);
        }
    }

    @Test
    void anAnswerOlderThanTheNewsIsNotKept() {
        try (GenericNetlink generic = families.has("stranger", 40).open()) {
            generic.family("stranger");
            families.beforeLookUp(() -> {
                families.announce(FamilyKernel.DELETE_FAMILY, FLOW, 30);
                // Another user reads the news before the answer is kept.
                generic.family("stranger");
            });
            assertThat(generic.family(FLOW).id()).isEqualTo(30);
            families.has(FLOW, 31);

            assertThat(generic.family(FLOW).id()).isEqualTo(31);
        }
    }

    @Test
    void aPipelineSendsWhatWasRefusedOnceMoreInItsOrder() {
        try (GenericNetlink generic = families.openDeaf()) {
            generic.family(FLOW);
            families.has(FLOW, 31);
            List<Request<?, ?>> requests = Collections.nCopies(5, FamilyKernel.request());
            PipelineSummary all = generic.client().pipeline(requests, PipelineOptions.defaults());
            families.has(FLOW, 32);
            PipelineSummary last = generic.client()
                    .pipeline(requests, PipelineOptions.defaults().acknowledgingLastOnly());

            assertThat(all.failures()).isEmpty();
            assertThat(last.succeeded()).isEqualTo(5);
            assertThat(families.asked()).filteredOn(FLOW::equals).hasSize(10);
            assertThat(families.asked()).filteredOn("unknown"::equals).hasSize(10);
            // One look-up for each batch, however many of its requests were refused.
            assertThat(families.lookUps()).isEqualTo(3);
        }
    }

    @Test
    void inAPipelineTheRefusalsStandIfTheFamilyIsGoneOrTheyWereItsOwn() {
        try (GenericNetlink generic = families.openDeaf()) {
            generic.family(FLOW);
            families.lost(FLOW);
            List<Request<?, ?>> requests = Collections.nCopies(3, FamilyKernel.request());
            PipelineSummary gone = generic.client().pipeline(requests, PipelineOptions.defaults());
            assertThat(gone.failures()).hasSize(3);
            assertThat(families.asked()).hasSize(3);

            families.has(FLOW, 31).withoutObjects();
            PipelineSummary own = generic.client().pipeline(requests, PipelineOptions.defaults());
            assertThat(own.failures()).hasSize(3);
            assertThat(families.asked()).hasSize(6);
        }
    }

    @Test
    void theControllerItselfIsNeverLookedUp() {
        try (GenericNetlink generic = families.open()) {
            assertThatThrownBy(
                            () -> generic.client().get(Request.of(Controller.GETFAMILY, Controller.byName("nobody"))))
                    .isInstanceOf(NotFoundException.class);
            assertThat(families.lookUps()).isEqualTo(1);
            assertThat(GenericNetlink.CONTROLLER.name()).isEqualTo("nlctrl");
        }
    }

    @Test
    void whatIsClosedSaysSo() {
        GenericNetlink generic = families.open();
        generic.family(FLOW);
        generic.close();
        generic.close();
        assertThatThrownBy(() -> generic.client().acknowledge(FamilyKernel.request()))
                .isInstanceOf(ClosedClientException.class);
    }
}
