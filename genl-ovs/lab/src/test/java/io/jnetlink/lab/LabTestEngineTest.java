package io.jnetlink.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.TestAbortedException;

class LabTestEngineTest {

    private static final String CAN_RUN = "true";

    @TempDir
    private Path directory;

    @Test
    void everyTestHasItsOwnResult() throws IOException {
        EngineExecutionResults results = run(FakeLab.OBEYS, selectClass(LabFixtures.Outcomes.class));

        results.testEvents()
                .assertStatistics(counts -> counts.started(8)
                        .succeeded(4)
                        .failed(3)
                        .aborted(1)
                        .skipped(1)
                        .dynamicallyRegistered(3));
        results.testEvents()
                .assertThatEvents()
                .haveExactly(1, event(test("method:passes()"), finishedSuccessfully()))
                .haveExactly(1, event(test("passesToo()"), finishedSuccessfully()))
                .haveExactly(
                        1,
                        event(
                                test("fails()"),
                                finishedWithFailure(instanceOf(AssertionError.class), message("two is not three"))))
                .haveExactly(
                        1,
                        event(
                                test("throwsSomething()"),
                                finishedWithFailure(instanceOf(LabException.class), message("out of order"))))
                .haveExactly(
                        1,
                        event(
                                test("isAborted()"),
                                abortedWithReason(instanceOf(TestAbortedException.class), message("no such device"))))
                .haveExactly(1, event(test("isDisabled()"), skippedWithReason("broken for years")))
                .haveExactly(2, event(test("isLessThanThree(int)"), finishedSuccessfully()))
                .haveExactly(
                        1,
                        event(
                                test("test-template-invocation:#3"),
                                finishedWithFailure(instanceOf(AssertionError.class))));
    }

    @Test
    void propertiesOfJqwikRunThereToo() throws IOException {
        EngineExecutionResults results = run(FakeLab.OBEYS, selectClass(LabFixtures.Properties.class));

        results.testEvents().assertStatistics(counts -> counts.started(1).succeeded(1));
    }

    @Test
    void testsThatCanRunHereAreLeftToTheirEngine() throws IOException {
        EngineExecutionResults results = run(FakeLab.OBEYS, selectClass(LabFixtures.Mixed.class));

        results.testEvents()
                .assertStatistics(counts -> counts.started(1).succeeded(1))
                .assertThatEvents()
                .haveExactly(1, event(test("runsElsewhere()"), finishedSuccessfully()));
    }

    @Test
    void aTestIsSelectedByTheIdUnderWhichItWasShown() throws IOException {
        String id = "[engine:jnetlink-lab]/[engine:junit-jupiter]/[class:" + LabFixtures.Outcomes.class.getName()
                + "]/[method:passes()]";

        EngineExecutionResults results = run(FakeLab.OBEYS, selectUniqueId(id));

        results.testEvents()
                .assertStatistics(counts -> counts.started(1).succeeded(1))
                .assertThatEvents()
                .allMatch(each ->
                        each.getTestDescriptor().getUniqueId().toString().equals(id));
    }

    @Test
    void filtersThatComeAfterDiscoveryAreObeyed() throws IOException {
        TestSites sites = FakeLab.sites(directory, CAN_RUN, FakeLab.OBEYS);

        EngineExecutionResults results = EngineTestKit.engine(new LabTestEngine(sites))
                .selectors(selectClass(LabFixtures.Outcomes.class), selectClass(LabFixtures.Mixed.class))
                .filters(TagFilter.includeTags(RequiresOpenVSwitch.TAG))
                .execute();

        results.testEvents().assertStatistics(counts -> counts.started(1).succeeded(1));
    }

    @Test
    void whenTheLabDiesTheRestFailsAndSaysWhy() throws IOException {
        EngineExecutionResults results = run(FakeLab.OBEYS, selectClass(LabFixtures.Deadly.class));

        results.testEvents()
                .assertStatistics(counts -> counts.started(3).succeeded(1).failed(2));
        results.testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("takesTheKernelDown()"),
                                finishedWithFailure(message(startsAndHolds(
                                        "while this ran: the kernel lab ended with status 125",
                                        "the fixture ends the kernel")))))
                .haveExactly(
                        1,
                        event(
                                test("comesTooLate()"),
                                finishedWithFailure(message(startsAndHolds(
                                        "before this ran: the kernel lab ended with status 125",
                                        "the fixture ends the kernel")))));
        results.containerEvents().assertStatistics(counts -> counts.started(3).succeeded(3));
    }

    @Test
    void whenTheLabDoesNotStartEveryTestFailsAndSaysWhy() throws IOException {
        EngineExecutionResults results = run("echo no memory >&2; exit 125", selectClass(LabFixtures.Deadly.class));

        results.testEvents()
                .assertStatistics(counts -> counts.started(3).failed(3))
                .failed()
                .assertThatEvents()
                .are(event(finishedWithFailure(message(
                        startsAndHolds("before this ran: the kernel lab ended with status 125", "no memory")))));
    }

    @Test
    void whereTheLabCannotRunEveryTestIsSkippedAndSaysWhatHelps() throws IOException {
        TestSites sites = FakeLab.sites(directory, "echo 'lab: install it'; exit 1", "exit 3");

        EngineExecutionResults results = EngineTestKit.engine(new LabTestEngine(sites))
                .selectors(selectClass(LabFixtures.Outcomes.class), selectClass(LabFixtures.Mixed.class))
                .execute();

        results.testEvents()
                .assertStatistics(counts -> counts.started(0).skipped(7))
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("runsElsewhere()"),
                                skippedWithReason("no Open vSwitch here; the kernel lab cannot run: lab: install it")))
                .haveExactly(
                        1, event(test("fails()"), skippedWithReason("the kernel lab cannot run: lab: install it")));
    }

    @Test
    void theOtherEnginesDoNotRunWhatTheLabRuns() throws IOException {
        ElsewhereFilter filter = new ElsewhereFilter(FakeLab.sites(directory, CAN_RUN, FakeLab.OBEYS));

        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(LabFixtures.Outcomes.class), selectClass(LabFixtures.Mixed.class))
                .filters(filter)
                .execute();

        results.testEvents()
                .assertStatistics(counts -> counts.started(1).succeeded(1))
                .assertThatEvents()
                .haveExactly(1, event(test("runsHere()"), finishedSuccessfully()));
    }

    @Test
    void mirrorsKeepNamesTagsAndSources() throws IOException {
        EngineExecutionResults results = run("exit 1", selectClass(LabFixtures.Mixed.class));

        List<TestDescriptor> tests = results.testEvents()
                .started()
                .map(each -> each.getTestDescriptor())
                .toList();
        assertThat(tests).singleElement().satisfies(mirror -> {
            assertThat(mirror.getDisplayName()).isEqualTo("runsElsewhere()");
            assertThat(mirror.getTags()).extracting("name").containsExactly(RequiresOpenVSwitch.TAG);
            assertThat(mirror.getSource().orElseThrow().toString()).contains("runsElsewhere");
        });
    }

    private EngineExecutionResults run(String body, DiscoverySelector selector) throws IOException {
        TestSites sites = FakeLab.sites(directory, CAN_RUN, body);
        return EngineTestKit.engine(new LabTestEngine(sites))
                .selectors(selector)
                .execute();
    }

    private static Predicate<String> startsAndHolds(String start, String part) {
        return text -> text.startsWith(start) && text.contains(part);
    }
}
