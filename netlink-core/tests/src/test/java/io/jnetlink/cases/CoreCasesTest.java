package io.jnetlink.cases;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every case of {@code core.jsonl} that needs no kernel; what cannot be run is skipped with its reason. */
class CoreCasesTest {

    /** Cases that are told in words, by the test that does what they say. */
    private static final Map<String, String> PROCEDURES = Map.of(
            "CORE-01.2", "SubscriptionKernelTest.lostEventsAreToldAndTheSubscriptionGoesOn",
            "CORE-03.1", "SubscriptionTest.theKernelIsNeverToldToHideLostEvents",
            "CORE-06.2", "NetlinkClientKernelTest.aDumpThatWasGivenUpDoesNotDisturbTheNext",
            "CORE-10.1", "NetlinkClientTest.aRequestLongerThanTheSendBufferIsReported",
            "CORE-16.2", "NetlinkSocketKernelTest",
            "CORE-35.1", "NetlinkClientThreadsTest.closingEndsTheWaitOfTheOneWhoAskedAndOfThoseWhoQueue",
            "CORE-38.1", "NetlinkSocketKernelTest",
            "CORE-38.2", "NetlinkSocketKernelTest",
            "CORE-43.1", "NetworkNamespaceKernelTest",
            "CORE-48.1", "KernelProbeTest");

    @TestFactory
    Stream<DynamicTest> casesWithoutKernel() throws IOException {
        List<CaseFile.Case> cases = CaseFile.read("core.jsonl");
        if (cases.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest(
                    "core.jsonl", () -> CaseAssertions.skip("the cases do not lie beside the project")));
        }
        return cases.stream()
                .filter(c -> !KernelCasesTest.KINDS.contains(c.kind()))
                .map(c -> DynamicTest.dynamicTest(c.toString(), () -> run(c)));
    }

    private static void run(CaseFile.Case test) {
        switch (test.kind()) {
            case "decode" -> DecodeCases.run(test);
            case "encode" -> EncodeCases.run(test.json());
            case "stream" -> {
                assumeFalse(ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN, "the datagrams are little-endian");
                StreamCases.run(test.json());
            }
            case "procedure" ->
                CaseAssertions.skip(
                        PROCEDURES.containsKey(test.id())
                                ? "done by " + PROCEDURES.get(test.id())
                                : "there is no event loop yet, and no test as another user");
            default -> CaseAssertions.skip("no runner for cases of kind " + test.kind());
        }
    }
}
