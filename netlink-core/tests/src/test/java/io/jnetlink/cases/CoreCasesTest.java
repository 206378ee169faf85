package io.jnetlink.cases;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.jnetlink.testkit.cases.CaseAssertions;
import io.jnetlink.testkit.cases.CaseFile;
import io.jnetlink.testkit.cases.FieldCase;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every case of {@code core.jsonl} that needs no kernel; {@link KernelCasesTest} and {@link ProcedureCasesKernelTest} run the others. */
class CoreCasesTest {

    @TestFactory
    Stream<DynamicTest> casesWithoutKernel() throws IOException {
        List<FieldCase> cases = CaseFile.read("core.jsonl").toList();
        if (cases.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest(
                    "core.jsonl", () -> CaseAssertions.skip("the cases do not lie beside the project")));
        }
        return cases.stream()
                .filter(c ->
                        !KernelCasesTest.KINDS.contains(c.kind()) && !c.kind().equals(ProcedureCasesKernelTest.KIND))
                .map(c -> DynamicTest.dynamicTest(c.toString(), () -> run(c)));
    }

    private static void run(FieldCase test) {
        switch (test.kind()) {
            case "decode" -> DecodeCases.run(test);
            case "encode" -> EncodeCases.run(test.json());
            case "stream" -> {
                assumeFalse(ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN, "the datagrams are little-endian");
                StreamCases.run(test.json());
            }
            default -> CaseAssertions.skip("no runner for cases of kind " + test.kind());
        }
    }
}
