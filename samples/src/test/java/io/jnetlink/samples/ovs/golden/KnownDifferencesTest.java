package io.jnetlink.samples.ovs.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.samples.ovs.golden.Difference.Aspect;
import io.jnetlink.samples.ovs.golden.KnownDifferences.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a listed difference explains, and what it does not. */
class KnownDifferencesTest {

    private static final Entry ENTRY = Entry.of("c/a.1", "on purpose", Aspect.EXIT, Aspect.COMPLAINTS);
    private static final Difference EXIT = new Difference(Aspect.EXIT, "");
    private static final Difference COMPLAINTS = new Difference(Aspect.COMPLAINTS, "");
    private static final Difference OUTPUT = new Difference(Aspect.OUTPUT, "");

    private final KnownDifferences known = KnownDifferences.of(List.of(ENTRY));

    @Test
    void theVeryRecordThatDiffersInJustThatIsExplained() {
        assertThat(known.reason("c/a.1", List.of(EXIT, COMPLAINTS))).contains("on purpose");
        assertThat(known.outdated()).isEmpty();
    }

    @Test
    void anotherRecordIsNotExplained() {
        assertThat(known.reason("c/a.12", List.of(EXIT, COMPLAINTS))).isEmpty();
        assertThat(known.reason("c/a", List.of(EXIT, COMPLAINTS))).isEmpty();
    }

    @Test
    void aRecordThatDiffersInMoreOrLessOrElseIsNotExplained() {
        assertThat(known.reason("c/a.1", List.of(EXIT, COMPLAINTS, OUTPUT))).isEmpty();
        assertThat(known.reason("c/a.1", List.of(EXIT))).isEmpty();
        assertThat(known.reason("c/a.1", List.of(EXIT, OUTPUT))).isEmpty();
    }

    @Test
    void anEntryThatExplainedNothingIsOutdated() {
        known.reason("c/a.1", List.of(EXIT));

        assertThat(known.outdated()).containsExactly("c/a.1");
    }

    @Test
    void aRecordIsListedOnce() {
        assertThatThrownBy(() -> KnownDifferences.of(List.of(ENTRY, ENTRY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("c/a.1 is listed twice");
    }

    @Test
    void everyEntryBelongsToACaptureThatIsCompared() {
        assertThat(DpctlDifferences.all())
                .allMatch(entry -> DpctlGoldenTest.captures()
                        .anyMatch(capture -> entry.id().startsWith(capture + "/")));
    }
}
