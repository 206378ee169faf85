package io.jnetlink.ovs.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.wire.InvalidFieldException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortSpecTest {

    @Test
    void tunnelsAreNamedAsOpenVSwitchNamesThem() {
        assertThat(PortSpec.vxlan(4789).name()).isEqualTo("vxlan_sys_4789");
        assertThat(PortSpec.vxlan(65535).name()).isEqualTo("vxlan_sys_65535");
        assertThat(PortSpec.geneve(6081).name()).isEqualTo("genev_sys_6081");
        assertThat(PortSpec.gre().name()).isEqualTo("gre_sys");
        assertThat(PortSpec.greL3().name()).isEqualTo("gre_sys");
        assertThat(PortSpec.ip6gre().name()).isEqualTo("ip6gre_sys");
        assertThat(PortSpec.erspan().name()).isEqualTo("erspan_sys");
        assertThat(PortSpec.ip6erspan().name()).isEqualTo("ip6erspan_sys");
        assertThat(PortSpec.bareudp(6635, BareudpPayload.MPLS).name()).isEqualTo("udp_sys_6635");
    }

    @ParameterizedTest
    @CsvSource({
        "vxlan_sys_4789, VXLAN",
        "genev_sys_6081, GENEVE",
        "gre_sys, GRE",
        "ip6gre_sys, IP6GRE",
        "erspan_sys, ERSPAN",
        "ip6erspan_sys, IP6ERSPAN",
        "udp_sys_6635, BAREUDP"
    })
    void namesTellTheKind(String name, TunnelKind kind) {
        assertThat(TunnelKind.ofDeviceName(name)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eth0", "vxlan0", "my_gre_sys", ""})
    void otherNamesTellNone(String name) {
        assertThat(TunnelKind.ofDeviceName(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void udpPortsAreChecked(int port) {
        assertThatThrownBy(() -> PortSpec.vxlan(port)).hasMessage("UDP port must be 1..65535, not " + port);
        assertThatThrownBy(() -> PortSpec.geneve(port)).isInstanceOf(InvalidFieldException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65535, 65536})
    void numbersAreChecked(int number) {
        assertThatThrownBy(() -> PortSpec.device("eth0").number(number))
                .hasMessage("port number must be 1..65534, not " + number);
    }

    @Test
    void extensionsAreOfVxlanAndExcludeEachOther() {
        assertThatThrownBy(() -> PortSpec.geneve(6081).gbp()).hasMessageContaining("of VXLAN, not of GENEVE");
        assertThatThrownBy(() -> PortSpec.device("eth0").gpe()).hasMessage("gpe is for tunnels, and eth0 is none");
        assertThatThrownBy(() -> PortSpec.vxlan(4789).gbp().gpe()).hasMessage("gbp and gpe exclude each other");
        assertThatThrownBy(() -> PortSpec.vxlan(4789).gpe().gbp()).hasMessage("gbp and gpe exclude each other");
    }

    @Test
    void theWayOfOldIsThereOnlyWhereItWas() {
        assertThat(PortSpec.vxlan(4789).gbp().viaCompatVport().compat()).isEqualTo(CompatUse.ONLY);
        assertThat(PortSpec.gre().orViaCompatVport().compat()).isEqualTo(CompatUse.FALLBACK);
        assertThat(PortSpec.gre().compat()).isEqualTo(CompatUse.NEVER);
        assertThatThrownBy(() -> PortSpec.erspan().viaCompatVport()).hasMessageContaining("never made devices such as");
        assertThatThrownBy(() -> PortSpec.vxlan(4789).gpe().viaCompatVport())
                .hasMessage("datapaths never made devices such as vxlan_sys_4789 (vxlan, UDP port 4789, gpe)");
        assertThatThrownBy(() -> PortSpec.internal("in1").viaCompatVport()).hasMessageContaining("in1 is none");
    }

    @Test
    void socketsAreChecked() {
        assertThat(PortSpec.gre().upcallPids()).containsExactly(0L);
        assertThatThrownBy(() -> PortSpec.gre().upcallPids(List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> PortSpec.gre().upcallPids(List.of(-1L))).hasMessageContaining("must be 0..4294967295");
        assertThat(PortSpec.gre().upcallPids(List.of(4294967295L)).upcallPids()).containsExactly(4294967295L);
    }

    @Test
    void eachSettingKeepsTheOthers() {
        PortSpec spec = PortSpec.vxlan(4789)
                .number(7)
                .upcallPids(List.of(5L))
                .retrying(3, Duration.ofMillis(5))
                .orViaCompatVport()
                .gbp()
                .named("vx");

        assertThat(spec.number()).hasValue(7);
        assertThat(spec.upcallPids()).containsExactly(5L);
        assertThat(spec.retry()).isEqualTo(new Retry(3, Duration.ofMillis(5)));
        assertThat(spec.compat()).isEqualTo(CompatUse.FALLBACK);
        assertThat(spec.tunnel()).contains(TunnelDevice.vxlan(4789).withGbp().named("vx"));
        assertThat(spec).hasToString("vx (vxlan, UDP port 4789, gbp)");
    }

    @Test
    void retriesAreChecked() {
        assertThatThrownBy(() -> PortSpec.gre().retrying(0, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PortSpec.gre().retrying(1, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
