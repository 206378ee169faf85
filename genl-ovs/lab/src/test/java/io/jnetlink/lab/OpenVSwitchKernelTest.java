package io.jnetlink.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.genl.GenericFamily;
import io.jnetlink.genl.GenericNetlink;
import io.jnetlink.route.RtNetlink;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceLinks;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.vxlan.VxlanConfig;
import io.jnetlink.vxlan.VxlanLink;
import io.jnetlink.vxlan.VxlanLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RequiresOpenVSwitch
@InNetworkNamespace
class OpenVSwitchKernelTest {

    @ParameterizedTest
    @ValueSource(strings = {"ovs_datapath", "ovs_vport", "ovs_flow", "ovs_packet", "ovs_meter", "ovs_ct_limit"})
    void theFamiliesAreFound(String name) {
        try (GenericNetlink generic = GenericNetlink.open()) {
            GenericFamily family = generic.family(name);
            assertThat(family.name()).isEqualTo(name);
            assertThat(family.id()).isGreaterThanOrEqualTo(16);
        }
    }

    @Test
    void aVxlanDeviceStandsOnAVethPair(NamespaceLinks here, NamespaceShell shell, NetworkNamespace elsewhere) {
        NamespaceLinks there = new NamespaceLinks(elsewhere);
        here.vethPair("v0", there, "v1").address("v0", "192.0.2.1/24");
        there.address("v1", "192.0.2.2/24");

        try (RtNetlink route = RtNetlink.open()) {
            VxlanLink link = new VxlanLinks(route)
                    .add(VxlanConfig.builder("vxlan0")
                            .vni(1111)
                            .port(4789)
                            .remote("192.0.2.2")
                            .local("192.0.2.1")
                            .device("v0")
                            .build());
            assertThat(link.index()).isEqualTo(here.index("vxlan0"));
        }
        assertThat(shell.run("ip", "-d", "link", "show", "vxlan0"))
                .contains("vxlan id 1111 remote 192.0.2.2 local 192.0.2.1 dev v0");
    }
}
