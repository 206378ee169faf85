package io.jnetlink.ovs.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.PermissionDeniedException;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.route.RtNetlink;
import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoVxlanAttrs;
import io.jnetlink.sys.Errno;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps in which a device comes about, also those that no kernel takes on demand. */
class TunnelDevicesTest {

    private static final TunnelDevice VXLAN = TunnelDevice.vxlan(4789);
    private static final TunnelDevice GRE = TunnelDevice.of(TunnelKind.GRE);

    private final FakeLinkKernel kernel = new FakeLinkKernel();

    private <T> T with(Function<TunnelDevices, T> action) {
        try (RtNetlink route = RtNetlink.open(
                NetlinkConfig.route().toBuilder().syscalls(kernel.kernel()).build())) {
            UdpSocketTable nobody = UdpSocketTable.under(Path.of("/nonexistent"));
            T result = action.apply(new TunnelDevices(route, new UdpPortHolders(route, nobody)));
            assertThat(kernel.isUsedUp()).isTrue();
            return result;
        }
    }

    private static LinkMessage vxlan(boolean up, Consumer<LinkinfoVxlanAttrs.Builder> options) {
        return LinkMessage.builder()
                .header(h -> h.ifiIndex(7).ifiFlags(up ? DeviceFlags.UP : DeviceFlags.of()))
                .attributes(a -> a.ifname("vxlan_sys_4789")
                        .linkinfo(info -> info.kind("vxlan").dataVxlan(options)))
                .build();
    }

    private static LinkMessage fitting(boolean up) {
        return vxlan(up, v -> v.learning(0).collectMetadata(1).udpZeroCsum6Rx(1).port(4789));
    }

    private static LinkMessage gretap() {
        return LinkMessage.builder()
                .header(h -> h.ifiIndex(8).ifiFlags(DeviceFlags.UP))
                .attributes(a -> a.ifname("gre_sys")
                        .linkinfo(info -> info.kind("gretap").dataGretap(g -> g.collectMetadata(true))))
                .build();
    }

    @Test
    void aDeviceIsMadeAndReadBack() {
        kernel.succeeds().has(fitting(true));

        EnsuredDevice made = with(devices -> devices.ensure(VXLAN));

        assertThat(made.outcome()).isEqualTo(DeviceOutcome.CREATED);
        assertThat(made.isNew()).isTrue();
        assertThat(kernel.requests()).containsExactly("new", "get");
    }

    @Test
    void anIgnoredOptionUndoesTheDevice() {
        kernel.succeeds()
                .has(vxlan(
                        true,
                        v -> v.learning(0).collectMetadata(0).udpZeroCsum6Rx(1).port(4789)))
                .succeeds();

        assertThatThrownBy(() -> with(devices -> devices.ensure(VXLAN)))
                .isInstanceOfSatisfying(
                        OvsException.class, e -> assertThat(e.fault()).isEqualTo(OvsFault.OPTION_IGNORED))
                .hasMessage(
                        "vxlan_sys_4789: the running kernel ignored an option: it has a key and addresses of its own"
                                + " (is not external); the device was deleted again");
        assertThat(kernel.requests()).containsExactly("new", "get", "delete");
    }

    @Test
    void aDeviceThatVanishesIsToldOf() {
        kernel.succeeds().fails(Errno.ENODEV).fails(Errno.ENODEV);

        assertThatThrownBy(() -> with(devices -> devices.ensure(VXLAN)))
                .hasMessage("vxlan_sys_4789 was made, but somebody deleted it at once");
    }

    @Test
    void aFittingDeviceThatIsDownIsRaised() {
        kernel.fails(Errno.EEXIST).has(fitting(false)).succeeds().has(fitting(true));

        EnsuredDevice reused = with(devices -> devices.ensure(VXLAN));

        assertThat(reused.outcome()).isEqualTo(DeviceOutcome.REUSED);
        assertThat(reused.isNew()).isFalse();
        assertThat(reused.link().header().ifiFlags()).isEqualTo(DeviceFlags.UP);
        assertThat(kernel.requests()).containsExactly("new", "get", "set", "get");
    }

    @Test
    void aFittingDeviceThatCannotBeRaisedStays() {
        kernel.fails(Errno.EEXIST).has(fitting(false)).fails(Errno.EADDRINUSE);

        assertThatThrownBy(() -> with(devices -> devices.ensure(VXLAN)))
                .hasMessage("vxlan_sys_4789: UDP port 4789 is in use");
        assertThat(kernel.requests()).containsExactly("new", "get", "set", "list");
    }

    @Test
    void whatIsLostIsSaidWhenAReplacementFails() {
        kernel.fails(Errno.EEXIST)
                .has(vxlan(true, v -> v.id(5).port(4789)))
                .succeeds()
                .fails(Errno.EADDRINUSE);

        OvsException refusal = catchThrowableOfType(OvsException.class, () -> with(devices -> devices.ensure(VXLAN)));

        assertThat(refusal.fault()).isEqualTo(OvsFault.UDP_PORT_TAKEN);
        assertThat(refusal.errno()).contains(Errno.of(Errno.EADDRINUSE));
        assertThat(refusal)
                .hasMessage("vxlan_sys_4789: UDP port 4789 is in use; another device of this name was there and is"
                        + " deleted now");
        assertThat(kernel.requests()).containsExactly("new", "get", "delete", "new", "list");
    }

    @Test
    void twoMakersAtATimeAreToldOf() {
        kernel.fails(Errno.EEXIST)
                .has(vxlan(true, v -> v.id(5).port(4789)))
                .succeeds()
                .fails(Errno.EEXIST)
                .has(fitting(true));

        assertThatThrownBy(() -> with(devices -> devices.ensure(VXLAN)))
                .isInstanceOfSatisfying(
                        OvsException.class, e -> assertThat(e.fault()).isEqualTo(OvsFault.NAME_TAKEN));
    }

    @Test
    void greGetsItsMtuInAStepOfItsOwn() {
        kernel.succeeds().succeeds().has(gretap());

        assertThat(with(devices -> devices.ensure(GRE)).warnings()).isEmpty();
        assertThat(kernel.requests()).containsExactly("new", "set", "get");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "22, 2"})
    void aRefusedMtuIsAWarning(int second, int warnings) {
        kernel.succeeds().fails(Errno.EINVAL).fails(second).has(gretap());

        EnsuredDevice made = with(devices -> devices.ensure(GRE));

        assertThat(made.outcome()).isEqualTo(DeviceOutcome.CREATED);
        assertThat(made.warnings()).hasSize(warnings);
        assertThat(made.warnings().get(0)).startsWith("gre_sys: the kernel refused an MTU of 65000: ");
        assertThat(kernel.requests()).containsExactly("new", "set", "set", "get");
    }

    @Test
    void anUnknownKindIsToldOf() {
        kernel.fails(Errno.EOPNOTSUPP);

        assertThatThrownBy(() -> with(devices -> devices.ensure(TunnelDevice.bareudp(6635, BareudpPayload.MPLS))))
                .isInstanceOfSatisfying(
                        OvsException.class, e -> assertThat(e.fault()).isEqualTo(OvsFault.KIND_UNSUPPORTED))
                .hasMessage("udp_sys_6635: the running kernel cannot make devices of kind bareudp (EOPNOTSUPP"
                        + " (Operation not supported))");
    }

    @Test
    void aLackOfRightsIsToldAsItIs() {
        kernel.fails(Errno.EPERM);

        assertThatThrownBy(() -> with(devices -> devices.ensure(VXLAN))).isInstanceOf(PermissionDeniedException.class);
        assertThat(kernel.requests()).containsExactly("new");
    }

    @Test
    void deletingTellsWhetherThereWasADevice() {
        kernel.succeeds().fails(Errno.ENODEV);

        List<Boolean> there = with(devices -> List.of(devices.delete("gre_sys"), devices.delete("gre_sys")));

        assertThat(there).containsExactly(true, false);
    }
}
