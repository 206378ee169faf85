package io.jnetlink.vxlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.route.LinkSettings;
import io.jnetlink.route.RtNetlink;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** VXLAN devices that the running kernel refuses without a text. */
@InNetworkNamespace
class VxlanRefusalsKernelTest {

    private static RtNetlink open(NetworkNamespace namespace) {
        return RtNetlink.open(
                NetlinkConfig.route().toBuilder().namespace(namespace).build());
    }

    private static KernelRejectedException refusal(ThrowingCallable request, String errno) {
        KernelRejectedException refusal = catchThrowableOfType(KernelRejectedException.class, request);
        assertThat(refusal).isNotNull();
        assertThat(refusal.errno().name()).isEqualTo(errno);
        assertThat(refusal.kernelMessage()).isEmpty();
        return refusal;
    }

    private static LinkinfoAttrs vxlan(long vni, int port) {
        return LinkinfoAttrs.builder()
                .kind("vxlan")
                .dataVxlan(v -> v.id(vni).port(port))
                .build();
    }

    @Test
    void aNameThatIsTakenIsToldBesideTheOtherCause(NetworkNamespace namespace) {
        try (RtNetlink route = open(namespace)) {
            LinkSettings settings = LinkSettings.builder("x0").build();
            route.links().add(settings, vxlan(1, 4789));

            assertThat(refusal(() -> route.links().add(settings, vxlan(2, 4790)), "EEXIST")
                            .explanation()
                            .orElseThrow())
                    .contains("a link has this name already")
                    .contains("before Linux 4.14, another VXLAN device has VNI 2 on UDP port 4790");
        }
    }

    @Test
    void aPortThatIsTakenIsNoticedWhenTheDeviceIsRaised(NetworkNamespace namespace, NamespaceShell shell) {
        shell.script("ip link add q1 type vxlan id 100 dstport 8472; ip link set q1 up;"
                + "ip link add q2 type vxlan external dstport 8472");
        try (RtNetlink route = open(namespace)) {
            assertThat(refusal(() -> route.links().up("q2"), "EADDRINUSE"))
                    .hasMessageContaining("the UDP port that it needs when it is raised is taken");
            LinkinfoAttrs external = LinkinfoAttrs.builder()
                    .kind("vxlan")
                    .dataVxlan(v -> v.collectMetadata(1).port(8472).gbp(true))
                    .build();
            LinkSettings raised = LinkSettings.builder("q3").up().build();
            assertThat(refusal(() -> route.links().add(raised, external), "EADDRINUSE"))
                    .hasMessageContaining("UDP port 8472 is taken, by another program or by a VXLAN device");
        }
    }

    @Test
    void anMtuBeyondTheLowerDevice(NetworkNamespace namespace, NamespaceShell shell) {
        shell.script("ip link add u0 type veth; ip link add x0 type vxlan id 42 dstport 4789 dev u0");
        try (RtNetlink route = open(namespace)) {
            int index = route.links().index("x0");

            assertThat(refusal(
                            () -> route.links()
                                    .change(LinkMessage.builder()
                                            .header(h -> h.ifiIndex(index))
                                            .attributes(a -> a.mtu(1500))
                                            .build()),
                            "EINVAL"))
                    .hasMessageContaining("an MTU of 1500 bytes is not possible for this link");
        }
    }
}
