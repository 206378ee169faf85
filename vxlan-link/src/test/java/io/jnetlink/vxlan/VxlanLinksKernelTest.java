package io.jnetlink.vxlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jnetlink.client.AlreadyExistsException;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.route.LinkSettings;
import io.jnetlink.route.RtNetlink;
import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InNetworkNamespace
final class VxlanLinksKernelTest {

    private RtNetlink route;
    private VxlanLinks vxlans;

    @BeforeEach
    void open(NetworkNamespace namespace, NamespaceShell shell) {
        shell.run("ip", "link", "add", "eth4", "type", "veth", "peer", "name", "eth4p");
        route = RtNetlink.open(namespace);
        vxlans = new VxlanLinks(route);
    }

    @AfterEach
    void close() {
        route.close();
    }

    @Test
    void theDeviceOfTheReadmeIsMadeAndReadBack() {
        VxlanLink made = vxlans.add(VxlanConfig.builder("vxlan0")
                .vni(1111)
                .port(5799)
                .remote("10.145.69.49")
                .local("10.145.69.26")
                .device("eth4")
                .build());

        assertThat(made.name()).isEqualTo("vxlan0");
        assertThat(made.vni()).isEqualTo(1111);
        assertThat(made.port()).isEqualTo(5799);
        assertThat(made.options().group()).isEqualTo(IpAddress.parse("10.145.69.49"));
        assertThat(made.options().link()).isEqualTo(route.links().index("eth4"));
        assertThat(vxlans.get("vxlan0").index()).isEqualTo(made.index());
        assertThat(vxlans.list()).extracting(VxlanLink::name).containsExactly("vxlan0");

        vxlans.delete("vxlan0");

        assertThat(vxlans.find("vxlan0")).isEmpty();
        assertThat(vxlans.list()).isEmpty();
    }

    @Test
    void everyLinkSettingReachesTheKernel() {
        route.links()
                .add(
                        LinkSettings.builder("br0").build(),
                        LinkinfoAttrs.builder().kind("bridge").build());

        VxlanLink made = vxlans.add(VxlanConfig.builder("vxlan0")
                .vni(1)
                .port(4789)
                .link(l -> l.mtu(1400)
                        .address(HardwareAddress.parse("02:00:00:00:00:07"))
                        .transmitQueueLength(77)
                        .transmitQueues(3)
                        .receiveQueues(2)
                        .alias("tenant seven")
                        .group(9)
                        .master("br0")
                        .up())
                .build());

        var attributes = made.message().attributes();
        assertThat(attributes.mtu()).isEqualTo(1400);
        assertThat(attributes.address()).hasToString("02:00:00:00:00:07");
        assertThat(attributes.txqlen()).isEqualTo(77);
        assertThat(attributes.numTxQueues()).isEqualTo(3);
        assertThat(attributes.numRxQueues()).isEqualTo(2);
        assertThat(attributes.ifalias()).isEqualTo("tenant seven");
        assertThat(attributes.group()).isEqualTo(9);
        assertThat(attributes.master()).isEqualTo(route.links().index("br0"));
        assertThat(route.links().get("vxlan0").header().ifiFlags().contains(DeviceFlags.UP))
                .isTrue();
    }

    @Test
    void aDeviceCanBeMadeInAnotherNamespace() {
        try (NetworkNamespace other = NetworkNamespace.create();
                RtNetlink there = RtNetlink.open(other)) {
            VxlanLink made = vxlans.add(vxlan("vxlan0", 5)
                    .device("eth4")
                    .link(l -> l.namespace(other))
                    .build());

            assertThat(made.vni()).isEqualTo(5);
            assertThat(vxlans.find("vxlan0")).isEmpty();
            assertThat(new VxlanLinks(there).get("vxlan0").index()).isEqualTo(made.index());
        }
    }

    @Test
    void aTakenNameAndATakenVniAreToldApart() {
        vxlans.add(vxlan("vxlan0", 1).build());

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> vxlans.add(vxlan("vxlan0", 2).build()))
                .satisfies(e -> assertThat(e.kernelMessage()).isEmpty());
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> vxlans.add(vxlan("vxlan1", 1).build()))
                .satisfies(e ->
                        assertThat(e.kernelMessage()).contains("A VXLAN device with the specified VNI already exists"));
    }

    @Test
    void raisingADeviceWhosePortIsTakenLeavesNothingBehind() {
        vxlans.add(vxlan("vxlan0", 1).link(l -> l.up()).build());

        assertThatExceptionOfType(KernelRejectedException.class)
                .isThrownBy(() ->
                        vxlans.add(vxlan("vxlan1", 2).gbp().link(l -> l.up()).build()))
                .satisfies(e -> assertThat(e.errno()).isEqualTo(Errno.of(Errno.EADDRINUSE)));
        assertThat(vxlans.find("vxlan1")).isEmpty();
    }

    @Test
    void aRefusalNamesTheAttribute() {
        assertThatExceptionOfType(KernelRejectedException.class)
                .isThrownBy(() -> vxlans.add(
                        vxlan("vxlan0", 1).link(l -> l.mtu(Integer.MAX_VALUE)).build()))
                .satisfies(e -> assertThat(e.errno()).isEqualTo(Errno.of(Errno.EINVAL)))
                .satisfies(e -> assertThat(e.request()).contains("mtu 2147483647"));
        assertThat(vxlans.find("vxlan0")).isEmpty();
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> vxlans.add(vxlan("vxlan0", 1).device("nosuch").build()));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> vxlans.get("nosuch"));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> vxlans.delete("nosuch"));
    }

    @Test
    void aLinkOfAnotherKindIsLeftAlone() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> vxlans.delete("eth4"))
                .withMessage("eth4 is no vxlan device");
        assertThat(route.links().find("eth4")).isPresent();
    }

    private static VxlanConfig.Builder vxlan(String name, int vni) {
        return VxlanConfig.builder(name).vni(vni).port(4789);
    }
}
