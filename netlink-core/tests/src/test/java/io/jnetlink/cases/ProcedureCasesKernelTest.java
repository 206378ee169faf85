package io.jnetlink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.testkit.cases.CaseAssertions;
import io.jnetlink.testkit.cases.CaseFile;
import io.jnetlink.testkit.cases.FieldCase;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Does what cases of {@code core.jsonl} tell in words, each in a namespace of its own. */
@InNetworkNamespace
class ProcedureCasesKernelTest {

    static final String KIND = "procedure";

    private static final Map<String, Procedure> PROCEDURES = Map.ofEntries(
            Map.entry("CORE-01.2", SubscriptionProcedures::smallestQueue),
            Map.entry("CORE-03.1", SubscriptionProcedures::defaults),
            Map.entry("CORE-06.2", ClientProcedures::abandonedDump),
            Map.entry("CORE-10.1", ClientProcedures::requestLongerThanTheSendBuffer),
            Map.entry("CORE-16.2", SocketProcedures::eightConnections),
            Map.entry("CORE-35.1", SubscriptionProcedures::closedByAnotherThread),
            Map.entry("CORE-37.1", EventLoopProcedures::burstThenSilence),
            Map.entry("CORE-38.1", SocketProcedures::groupBeyondTheMask),
            Map.entry("CORE-38.2", SocketProcedures::groupThatDoesNotExist),
            Map.entry("CORE-41.1", SocketProcedures::largeBufferInAUserNamespace),
            Map.entry("CORE-43.1", NamespaceProcedures::poolThreadsStayOutside),
            Map.entry("CORE-48.1", NamespaceProcedures::stuckKernelIsNoticed));

    static Stream<FieldCase> cases() throws IOException {
        return CaseFile.read("core.jsonl").filter(c -> c.kind().equals(KIND));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("cases")
    @InNetworkNamespace(limitSeconds = 120)
    void procedures(FieldCase test, NetworkNamespace namespace, NamespaceShell shell) throws Exception {
        Procedure procedure = PROCEDURES.get(test.id());
        assertThat(procedure).as("procedure of %s", test.id()).isNotNull();

        CaseAssertions.measurements(test.expected(), procedure.run(namespace, shell));
    }
}
