package io.jnetlink.ovs.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.ovs.upcall.UpcallCasesTest;
import io.jnetlink.testkit.cases.CaseFile;
import io.jnetlink.testkit.cases.FieldCase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether each case is run, and by which test. */
class CaseCoverageTest {

    private static Map<String, Stream<FieldCase>> runners() throws IOException {
        Map<String, Stream<FieldCase>> runners = new LinkedHashMap<>();
        runners.put("FamilyCasesKernelTest.family", FamilyCasesKernelTest.cases());
        runners.put("FlowCasesTest.stream", FlowCasesTest.streams());
        runners.put("FlowCasesTest.encode", FlowCasesTest.encodings());
        runners.put("FlowCasesTest.decode", FlowCasesTest.decodings());
        runners.put("FlowCasesTest.roundTrip", FlowCasesTest.roundTrips());
        runners.put("MtuCasesTest.stream", MtuCasesTest.streams());
        runners.put("PortCasesTest.stream", PortCasesTest.streams());
        runners.put("PortCasesTest.encode", PortCasesTest.encodings());
        runners.put("PortCasesTest.decode", PortCasesTest.decodings());
        runners.put("PortCasesKernelTest.ensure", PortCasesKernelTest.cases());
        runners.put("UpcallCasesTest.stream", UpcallCasesTest.streams());
        return runners;
    }

    @Test
    void eachCaseIsRunOnce() throws IOException {
        List<String> run = new ArrayList<>();
        runners().forEach((runner, cases) -> {
            List<String> ids = cases.map(FieldCase::id).toList();
            System.out.println(runner + " " + ids.size() + ": " + String.join(" ", ids));
            run.addAll(ids);
        });
        assertThat(run)
                .containsExactlyInAnyOrderElementsOf(
                        CaseFile.read("ovs.jsonl").map(FieldCase::id).toList());
    }
}
