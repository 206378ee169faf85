package io.jnetlink.ovs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.ovs.golden.GoldenStep;
import io.jnetlink.ovs.golden.ReplayedKernel;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeKernel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenVSwitchTest {

    private static final Map<String, Integer> ALL = Map.of(
            "ovs_datapath", 28, "ovs_vport", 29, "ovs_flow", 30, "ovs_packet", 31, "ovs_meter", 32, "ovs_ct_limit", 33);
    private static final Map<String, Integer> NEEDED =
            Map.of("ovs_datapath", 28, "ovs_vport", 29, "ovs_flow", 30, "ovs_packet", 31);

    private static FakeKernel kernelWith(Map<String, Integer> families) {
        return new ReplayedKernel(new GoldenStep("", "", List.of(), List.of(), 0, families)).kernel();
    }

    private static OpenVSwitch open(FakeKernel kernel) {
        return OpenVSwitch.open(
                NetlinkConfig.builder(SocketOptions.generic()).syscalls(kernel).build());
    }

    @Test
    void aKernelWithoutTheModuleIsToldSo() {
        FakeKernel kernel = kernelWith(Map.of());

        assertThatThrownBy(() -> open(kernel))
                .isInstanceOf(OvsUnavailableException.class)
                .hasMessage("the running kernel (Linux " + System.getProperty("os.version")
                        + ") has no netlink family ovs_datapath: load its module with \"modprobe openvswitch\","
                        + " as root of the host");
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void everyNeededFamilyIsLookedFor() {
        assertThatThrownBy(() -> open(kernelWith(Map.of("ovs_datapath", 28, "ovs_vport", 29, "ovs_flow", 30))))
                .isInstanceOfSatisfying(
                        OvsUnavailableException.class,
                        e -> assertThat(e.family()).isEqualTo("ovs_packet"));
    }

    @Test
    void metersAndLimitsAreExtras() {
        try (OpenVSwitch ovs = open(kernelWith(ALL))) {
            assertThat(ovs.hasMeters()).isTrue();
            assertThat(ovs.hasCtLimits()).isTrue();
        }
        try (OpenVSwitch ovs = open(kernelWith(NEEDED))) {
            assertThat(ovs.hasMeters()).isFalse();
            assertThat(ovs.hasCtLimits()).isFalse();
        }
    }

    @Test
    void closingLeavesNothingOpen() {
        FakeKernel kernel = kernelWith(NEEDED);
        OpenVSwitch ovs = open(kernel);
        assertThat(kernel.openDescriptors()).isPositive();

        ovs.close();
        ovs.close();

        assertThat(kernel.openDescriptors()).isZero();
        assertThat(kernel.badDescriptorUses()).isZero();
    }

    @Test
    void onlyGenericNetlinkWillDo() {
        assertThatThrownBy(() -> OpenVSwitch.open(NetlinkConfig.route())).isInstanceOf(IllegalArgumentException.class);
    }
}
