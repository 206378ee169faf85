package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.StateEvent.Change.Kind;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Messages that displace others, as routes do: folded in order, or over a listing that may contain them already. */
class StateFolderTest {

    private static final StateSource ROUTES =
            StateSource.of("routes", List.of(LinkFamily.list()), message -> Folding.ignore());
    private static final ReceivedMessage MESSAGE = new ReceivedMessage(
            MessageFraming.RAW, NetlinkBuffer.wrap(FakeLinks.message(FakeLinks.NEWLINK, 0, 0, 1, "x")));
    private static final String SLOT = "10.0.0.0/8";

    private final StateTable table = new StateTable();
    private final StateFolder folder = new StateFolder(table);
    private final CatchUpLog log = new CatchUpLog();
    private final List<StateEvent.Change> changes = new ArrayList<>();

    private ResyncCause fold(Folding folding) {
        return folder.fold(ROUTES, folding, MESSAGE, changes::add);
    }

    private StateFolderTest listed(String... keys) {
        for (String key : keys) {
            assertThat(folder.list(ROUTES, put(key), MESSAGE)).isNull();
        }
        return this;
    }

    private StateFolderTest told(Folding... foldings) {
        for (Folding folding : foldings) {
            log.note(ROUTES, folding, MESSAGE);
        }
        return this;
    }

    private static Folding put(String key) {
        return Folding.put(key, SLOT);
    }

    private static Folding replace(String key) {
        return Folding.replace(key, SLOT);
    }

    private List<Object> keys() {
        return table.entries().stream().map(StateEntry::key).sorted().collect(Collectors.toList());
    }

    @Test
    void theOtherOneOfTheSlotIsDisplaced() {
        listed("a").folder.caughtUp();

        assertThat(fold(replace("b"))).isNull();
        assertThat(keys()).containsExactly("b");
        assertThat(changes).extracting(StateEvent.Change::kind).containsExactly(Kind.REMOVED, Kind.ADDED);
        assertThat(fold(replace("b"))).isNull();
        assertThat(fold(Folding.remove("b"))).isNull();
        assertThat(keys()).isEmpty();
        assertThat(table.inSlot(ROUTES, SLOT)).isEmpty();
    }

    @Test
    void anEmptySlotHasNobodyToDisplace() {
        folder.caughtUp();
        assertThat(fold(replace("a"))).isNull();
        assertThat(fold(Folding.put("b", "another"))).isNull();
        assertThat(fold(replace("c"))).isNull();
        assertThat(keys()).containsExactly("b", "c");
    }

    @Test
    void whoOfSeveralIsDisplacedCannotBeKnown() {
        listed("a", "b").folder.caughtUp();
        assertThat(fold(replace("c"))).isEqualTo(ResyncCause.AMBIGUOUS);
    }

    @Test
    void anObjectMayMoveToAnotherSlot() {
        listed("a").folder.caughtUp();
        fold(Folding.put("a", "another"));
        fold(replace("b"));
        assertThat(keys()).containsExactly("a", "b");
        assertThat(table.inSlot(ROUTES, "another")).isEqualTo(Set.of("a"));
    }

    @Test
    void anObjectThatIsItsOwnSlotCanBeDisplaced() {
        folder.caughtUp();
        fold(Folding.put("a"));
        assertThat(fold(Folding.replace("b", "a"))).isNull();
        assertThat(keys()).containsExactly("b");
    }

    @Test
    void aReplacementThatTheListingShowsDisplacesNobody() {
        listed("b", "c").told(replace("c"));
        assertThat(log.replay(folder)).isNull();
        assertThat(keys()).containsExactly("b", "c");
    }

    @Test
    void aReplacementThatTheListingDoesNotShowDisplacesWhoIsThere() {
        listed("a").told(replace("b"), replace("c"));
        assertThat(log.replay(folder)).isNull();
        assertThat(keys()).containsExactly("c");
    }

    @Test
    void whetherTheListingIsOlderThanAReplacementThatIsGoneAgainCannotBeKnown() {
        listed("a").told(replace("b"), Folding.remove("b"));
        assertThat(log.replay(folder)).isEqualTo(ResyncCause.AMBIGUOUS);
    }

    @Test
    void norIfOthersCameInBetween() {
        listed("a").told(replace("b"), replace("c"), Folding.remove("c"));
        assertThat(log.replay(folder)).isEqualTo(ResyncCause.AMBIGUOUS);
    }

    @Test
    void unlessItIsToldAnew() {
        listed("a").told(replace("b"), put("a"), Folding.remove("b"));
        assertThat(log.replay(folder)).isNull();
        assertThat(keys()).containsExactly("a");
    }

    @Test
    void orWasNotListed() {
        listed().told(put("a"), replace("b"), Folding.remove("b"));
        assertThat(log.replay(folder)).isNull();
        assertThat(keys()).isEmpty();
    }

    @Test
    void theLastWordAboutAnObjectCounts() {
        listed("a", "b").told(put("a"), Folding.remove("b"), Folding.remove("a"), put("b"), put("c"));
        assertThat(log.replay(folder)).isNull();
        assertThat(keys()).containsExactly("b", "c");
    }

    @Test
    void aListingIsTakenAsItIs() {
        listed("a");
        assertThat(folder.list(ROUTES, replace("b"), MESSAGE)).isNull();
        assertThat(folder.list(ROUTES, Folding.remove("a"), MESSAGE)).isNull();
        assertThat(folder.list(ROUTES, Folding.ignore(), MESSAGE)).isNull();
        assertThat(folder.list(ROUTES, Folding.relist(), MESSAGE)).isEqualTo(ResyncCause.UNTOLD_CHANGES);
        assertThat(keys()).containsExactly("a", "b");
    }

    @Test
    void keysOfDifferentSourcesNeverMeet() {
        StateSource others = StateSource.of("others", List.of(LinkFamily.list()), message -> Folding.ignore());
        folder.caughtUp();
        fold(Folding.put(1));
        folder.fold(others, Folding.put(1), MESSAGE, changes::add);
        assertThat(table.entries()).hasSize(2);
        folder.fold(others, Folding.remove(1), MESSAGE, changes::add);
        assertThat(table.entries()).extracting(StateEntry::source).containsExactly(ROUTES);
    }
}
