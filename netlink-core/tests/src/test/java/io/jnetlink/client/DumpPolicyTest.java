package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a dump during which something changed. */
class DumpPolicyTest {

    /** Forgets what it saw when a listing begins, and may end early. */
    private static class Names implements DumpVisitor<LinkView> {

        private final List<String> names = new ArrayList<>();
        private final int most;
        private int listings;

        Names(int most) {
            this.most = most;
        }

        @Override
        public void begin() {
            names.clear();
            listings++;
        }

        @Override
        public boolean visit(LinkView view) {
            names.add(view.attributes().name());
            return names.size() < most;
        }
    }

    private static ClientFixture disturbed(int times) {
        ClientFixture fixture = ClientFixture.open();
        for (int i = 0; i < times; i++) {
            fixture.answer(
                    r -> KernelMessages.to(r).part(1, "lo").disturbedPart(2, "a1"),
                    r -> KernelMessages.to(r).part(3, "stale").done());
        }
        return fixture;
    }

    private static ClientFixture whole(ClientFixture fixture) {
        return fixture.answer(
                r -> KernelMessages.to(r).part(1, "lo").part(2, "a2").done());
    }

    private static List<String> names(Dump<Link> dump) {
        return dump.messages().stream().map(l -> l.attributes().name()).toList();
    }

    @Test
    void failingThrows() {
        try (ClientFixture fixture = disturbed(1)) {
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list(), DumpPolicy.failing()))
                    .isInstanceOf(DumpInterruptedException.class)
                    .hasMessage("getlink: interrupted by changes in each of 1 listing")
                    .extracting(e -> ((DumpInterruptedException) e).listings())
                    .isEqualTo(1);
        }
    }

    @Test
    void acceptingReturnsWhatWasListedMarked() {
        try (ClientFixture fixture = disturbed(1)) {
            Dump<Link> dump = fixture.client().dump(LinkFamily.list(), DumpPolicy.acceptMarked());

            assertThat(dump.interrupted()).isTrue();
            assertThat(names(dump)).containsExactly("lo", "a1", "stale");
        }
    }

    @Test
    void retryingListsAnewAndForgetsWhatItHad() {
        try (ClientFixture fixture = whole(disturbed(2))) {
            Dump<Link> dump = fixture.client().dump(LinkFamily.list(), DumpPolicy.retrying(2));

            assertThat(dump.interrupted()).isFalse();
            assertThat(names(dump)).containsExactly("lo", "a2");
            assertThat(fixture.requests()).hasSize(3);
        }
    }

    @Test
    void retryingEndsAndFails() {
        try (ClientFixture fixture = disturbed(3)) {
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list(), DumpPolicy.retrying(2)))
                    .isInstanceOf(DumpInterruptedException.class)
                    .hasMessageContaining("3 listings");
            assertThat(fixture.requests()).hasSize(3);
        }
    }

    @Test
    void retryingMayEndWithAMarkedListing() {
        try (ClientFixture fixture = disturbed(2)) {
            Dump<Link> dump = fixture.client()
                    .dump(LinkFamily.list(), DumpPolicy.retrying(1).thenAcceptMarked());

            assertThat(dump.interrupted()).isTrue();
            assertThat(names(dump)).containsExactly("lo", "a1", "stale");
        }
    }

    @Test
    void aWholeListingIsNotListedAnew() {
        try (ClientFixture fixture = whole(ClientFixture.open())) {
            assertThat(names(fixture.client().dump(LinkFamily.list(), DumpPolicy.retrying(5))))
                    .containsExactly("lo", "a2");
        }
    }

    @Test
    void aVisitorIsToldThatAListingBeginsAnew() {
        Names names = new Names(Integer.MAX_VALUE);
        try (ClientFixture fixture = whole(disturbed(1))) {
            assertThat(fixture.client().dump(LinkFamily.list(), DumpPolicy.retrying(1), names))
                    .isFalse();
        }
        assertThat(names.names).containsExactly("lo", "a2");
        assertThat(names.listings).isEqualTo(2);
    }

    @Test
    void whatComesAfterAVisitorHadEnoughIsReadAndDoesNotCount() {
        Names names = new Names(1);
        try (ClientFixture fixture = whole(disturbed(1))) {
            boolean interrupted = fixture.client().dump(LinkFamily.list(), DumpPolicy.failing(), names);

            assertThat(interrupted).isFalse();
            assertThat(names.names).containsExactly("lo");
            assertThat(fixture.socket().queued()).isZero();
            assertThat(names(fixture.client().dump(LinkFamily.list()))).containsExactly("lo", "a2");
        }
    }

    @Test
    void whatAVisitorThrowsEndsTheDumpAndIsNotListedAnew() {
        try (ClientFixture fixture = whole(disturbed(1))) {
            assertThatThrownBy(() -> fixture.client().dump(LinkFamily.list(), DumpPolicy.retrying(3), new Names(9) {
                        @Override
                        public boolean visit(LinkView view) {
                            throw new IllegalArgumentException("enough");
                        }
                    }))
                    .hasMessage("enough");
            assertThat(fixture.requests()).hasSize(1);
            assertThat(names(fixture.client().dump(LinkFamily.list()))).containsExactly("lo", "a2");
        }
    }

    @Test
    void aPolicyDescribesItselfAndTakesNoNonsense() {
        assertThat(DumpPolicy.retrying(2)).hasToString("retries 2, then fails");
        assertThat(DumpPolicy.failing().thenAcceptMarked())
                .hasToString(DumpPolicy.acceptMarked().toString());
        assertThatThrownBy(() -> DumpPolicy.retrying(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
