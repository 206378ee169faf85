package io.jnetlink.ovs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.genl.GenericNetlink;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import org.junit.jupiter.api.Test;

/** The running kernel, if it has no Open vSwitch. */
class NoOpenVSwitchKernelTest {

    @Test
    @InNetworkNamespace
    void theMissingModuleIsToldOf(NetworkNamespace namespace) {
        try (GenericNetlink generic = GenericNetlink.open()) {
            assumeTrue(generic.find("ovs_datapath").isEmpty(), "the running kernel has Open vSwitch");
        }
        assertThatThrownBy(() -> OpenVSwitch.open(namespace))
                .isInstanceOf(OvsUnavailableException.class)
                .hasMessageContaining(
                        "has no netlink family ovs_datapath: load its module with \"modprobe openvswitch\"");
    }
}
