package io.jnetlink.ovs.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.genl.GenericNetlink;
import io.jnetlink.genl.UnknownFamilyException;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.cases.CaseAssertions;
import io.jnetlink.testkit.cases.CaseFile;
import io.jnetlink.testkit.cases.FieldCase;
import io.jnetlink.wire.InvalidFieldException;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases about families that the running kernel has or lacks. */
class FamilyCasesKernelTest {

    static Stream<FieldCase> cases() throws IOException {
        return CaseFile.read("ovs.jsonl")
                .filter(c -> c.json().at("/op/op").asText().equals("genl.family"));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("cases")
    @InNetworkNamespace
    void family(FieldCase c, NetworkNamespace namespace) {
        String name = c.json().at("/op/name").asText();
        JsonNode expected = c.expected();
        try (GenericNetlink generic = GenericNetlink.open(namespace)) {
            if (expected.has("id")) {
                assertThat(generic.family(name).id())
                        .isEqualTo(expected.path("id").asInt());
            } else if (expected.path("error").asText().equals("invalid name")) {
                assertThatThrownBy(() -> generic.family(name))
                        .isInstanceOf(InvalidFieldException.class)
                        .hasMessageContaining(name);
            } else {
                leaveOutWhereThereIs(name, c.json(), generic);
                assertThat(expected.path("errno").asText()).isEqualTo("ENOENT");
                assertThatThrownBy(() -> generic.family(name))
                        .isInstanceOf(UnknownFamilyException.class)
                        .hasMessageContaining(name);
            }
        }
    }

    private static void leaveOutWhereThereIs(String name, JsonNode json, GenericNetlink generic) {
        for (JsonNode need : json.path("needs")) {
            assertThat(need.asText()).isEqualTo("no-openvswitch");
            if (generic.find(name).isPresent()) {
                CaseAssertions.skip("the running kernel has Open vSwitch");
            }
        }
    }
}
