package io.jnetlink.ovs.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.lab.RequiresOpenVSwitch;
import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.ovs.port.EnsuredDevice;
import io.jnetlink.ovs.port.TunnelDevice;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.testkit.cases.CaseFile;
import io.jnetlink.testkit.cases.FieldCase;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases about tunnel devices that are left behind. */
@RequiresOpenVSwitch
@InNetworkNamespace(limitSeconds = 300)
class PortCasesKernelTest {

    static Stream<FieldCase> cases() throws IOException {
        return CaseFile.read("ovs.jsonl")
                .filter(c -> c.json().path("op").path("op").asText().equals("tunnel.ensure"));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("cases")
    void ensure(FieldCase c, NetworkNamespace namespace, NamespaceShell shell) {
        for (JsonNode command : c.json().path("setup")) {
            shell.script(command.asText());
        }
        JsonNode op = c.json().path("op");
        try (OpenVSwitch ovs = OpenVSwitch.open(namespace)) {
            EnsuredDevice ensured = ovs.ports()
                    .tunnelDevices()
                    .ensure(TunnelDevice.vxlan(op.path("dst_port").asInt())
                            .named(op.path("name").asText()));
            assertThat(ensured.link().attributes().ifname())
                    .isEqualTo(op.path("name").asText());
        }
        for (JsonNode after : c.json().path("after")) {
            String shown = shell.script(after.path("cmd").asText());
            after.path("stdout_contains").forEach(text -> assertThat(shown).contains(text.asText()));
        }
    }
}
