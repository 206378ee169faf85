package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.links.LinkFamily;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens whenever, what a feed tells is a state that the kernel was in, later ones later, and the last in the end. */
class StateFeedProperties {

    private static final int INDEXES = 5;
    /** Enough that notifications are fetched in the middle of a listing. */
    private static final int BYSTANDERS = 40;

    /** Something that happens to a link; name 0 deletes it. */
    record Step(int index, int name) {
        void happenTo(FakeLinks links) {
            if (name == 0) {
                links.remove(index);
            } else {
                links.put(index, "n" + name);
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(1, INDEXES),
                        Arbitraries.integers().between(0, 3))
                .as(Step::new);
        return step.list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<List<Step>>> rounds() {
        return steps().list().ofMaxSize(12);
    }

    private static void addBystanders(FakeLinks links) {
        for (int index = INDEXES + 1; index <= INDEXES + BYSTANDERS; index++) {
            links.put(index, "s");
        }
        links.forgetHistory();
    }

    @Property(tries = 300)
    void tellsStatesOfTheKernelInTheirOrder(
            @ForAll("rounds") List<List<Step>> beforeReads,
            @ForAll("rounds") List<List<Step>> whileListing,
            @ForAll @IntRange(min = 1, max = 9) int queueLength,
            @ForAll @IntRange(min = 1, max = 6) int readsAtOnce,
            @ForAll boolean longListing) {
        FakeLinks links = new FakeLinks();
        if (longListing) {
            addBystanders(links);
        }
        whileListing.forEach(steps -> links.beforePart(() -> steps.forEach(s -> s.happenTo(links))));
        try (StateFeed feed = links.open(ResyncPolicy.attempts(1_000))) {
            links.events().holdingAtMost(queueLength);
            Follower follower = new Follower(links);
            for (List<Step> steps : beforeReads) {
                steps.forEach(s -> s.happenTo(links));
                follower.take(feed, readsAtOnce);
            }
            follower.take(feed, Integer.MAX_VALUE);

            assertThat(follower.mirror.isOutOfDate()).isFalse();
            assertThat(FakeLinks.names(follower.mirror)).isEqualTo(links.now());
        }
        assertThat(links.kernel().openDescriptors()).isZero();
    }

    /** Finds each state that a reader knows in the kernel's history, not before the one that it knew last. */
    private static final class Follower {

        private final StateMirror mirror = new StateMirror();
        private final FakeLinks links;
        private int moment;

        Follower(FakeLinks links) {
            this.links = links;
        }

        void take(StateFeed feed, int most) {
            Optional<StateEvent> event = feed.next(Duration.ZERO);
            int taken = 0;
            while (event.isPresent()) {
                mirror.take(event.get());
                if (!mirror.isOutOfDate()) {
                    findMoment();
                }
                taken++;
                event = taken < most ? feed.next(Duration.ZERO) : Optional.empty();
            }
        }

        private void findMoment() {
            while (moment < links.history().size()
                    && !links.history().get(moment).equals(FakeLinks.names(mirror))) {
                moment++;
            }
            assertThat(moment)
                    .as("%s is in %s", FakeLinks.names(mirror), links.history())
                    .isLessThan(links.history().size());
        }
    }

    @Property(tries = 100)
    void twoListingsMakeOneState(@ForAll("rounds") List<List<Step>> whileListing) {
        FakeLinks links = new FakeLinks();
        addBystanders(links);
        StateSource twice = StateSource.of(
                "links", List.of(LinkFamily.list(), LinkFamily.list()), FakeLinks.FOLD, LinkFamily.GROUP);
        try (StateFeed feed = StateFeed.open(links.config(), ResyncPolicy.defaults(), twice)) {
            whileListing.forEach(steps -> links.beforePart(() -> steps.forEach(s -> s.happenTo(links))));
            Follower follower = new Follower(links);
            follower.take(feed, Integer.MAX_VALUE);

            assertThat(FakeLinks.names(follower.mirror)).isEqualTo(links.now());
            assertThat(follower.mirror.snapshots()).hasSize(1);
        }
    }
}
