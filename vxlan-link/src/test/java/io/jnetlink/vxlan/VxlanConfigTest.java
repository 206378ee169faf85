package io.jnetlink.vxlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jnetlink.route.link.LinkinfoVxlanAttrs;
import io.jnetlink.route.link.VxlanLabelPolicy;
import io.jnetlink.route.link.VxlanPortRange;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class VxlanConfigTest {

    @Test
    void onlyWhatWasSetIsSent() {
        LinkinfoVxlanAttrs options = config(b -> b.vni(42)).attributes();

        assertThat(options.toString()).isEqualTo("{id: 42}");
        assertThat(options.hasPort()).isFalse();
        assertThat(options.hasLearning()).isFalse();
    }

    @Test
    void optionsLandInTheirAttributes() {
        LinkinfoVxlanAttrs options = config(b -> b.vni(7)
                        .remote("2001:db8::2")
                        .local("2001:db8::1")
                        .device(3)
                        .ttl(64)
                        .tosInherit()
                        .flowLabel(0x12345)
                        .labelPolicy(VxlanLabelPolicy.FIXED)
                        .ageing(Duration.ofMinutes(2))
                        .maxAddresses(4_000_000_000L)
                        .sourcePorts(49152, 65535)
                        .port(4789)
                        .learning(false)
                        .proxy(true)
                        .udp6ZeroChecksumTx(true)
                        .reservedBits(0xf7ff_ffff_0000_00ffL)
                        .gbp())
                .attributes();

        assertThat(options.hasGroup()).isFalse();
        assertThat(options.group6()).isEqualTo(IpAddress.parse("2001:db8::2"));
        assertThat(options.local6()).isEqualTo(IpAddress.parse("2001:db8::1"));
        assertThat(options.link()).isEqualTo(3);
        assertThat(options.ttl()).isEqualTo(64);
        assertThat(options.tos()).isEqualTo(1);
        assertThat(options.label()).isEqualTo(0x12345);
        assertThat(options.ageing()).isEqualTo(120);
        assertThat(options.limit()).isEqualTo(4_000_000_000L);
        assertThat(options.portRange()).isEqualTo(new VxlanPortRange(49152, 65535));
        assertThat(options.port()).isEqualTo(4789);
        assertThat(options.learning()).isZero();
        assertThat(options.proxy()).isEqualTo(1);
        assertThat(options.reservedBits()).isEqualTo(0xf7ff_ffff_0000_00ffL);
        assertThat(options.gbp()).isTrue();
    }

    @Test
    void gpeTurnsLearningOffSinceTheKernelWouldRefuseItsDefault() {
        assertThat(config(b -> b.external().gpe()).attributes().learning()).isZero();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("vni must be 0..16777215, not 16777216", b -> b.vni(1 << 24)),
                refusal("vni must be 0..16777215, not -1", b -> b.vni(-1)),
                refusal("vni must be given unless external is, not absent", b -> b.port(4789)),
                refusal(
                        "vni must not be given together with external, not 7",
                        b -> b.vni(7).external()),
                refusal(
                        "group must be a multicast address, not 10.0.0.1",
                        b -> b.vni(1).group("10.0.0.1").device("eth4")),
                refusal(
                        "remote must be a unicast address, not 239.1.1.1",
                        b -> b.vni(1).remote("239.1.1.1")),
                refusal(
                        "local must be a unicast address, not ff05::1",
                        b -> b.vni(1).local("ff05::1")),
                refusal("group needs dev, not 239.1.1.1", b -> b.vni(1).group("239.1.1.1")),
                refusal(
                        "remote must not be given together with group 239.1.1.1, not 10.0.0.1",
                        b -> b.vni(1).group("239.1.1.1").remote("10.0.0.1").device("eth4")),
                refusal(
                        "local must be of one address family with remote or group, not 10.0.0.1",
                        b -> b.vni(1).remote("2001:db8::1").local("10.0.0.1")),
                refusal(
                        "flowlabel needs an IPv6 address as remote, group or local, not 5",
                        b -> b.vni(1).remote("10.0.0.1").flowLabel(5)),
                refusal(
                        "flowlabel must be 0..1048575, not 1048576",
                        b -> b.vni(1).remote("2001:db8::1").flowLabel(1 << 20)),
                refusal(
                        "srcport must have the lower port first, not 2000 1000",
                        b -> b.vni(1).sourcePorts(2000, 1000)),
                refusal("srcport must be 0..65535, not 65536", b -> b.vni(1).sourcePorts(1, 65536)),
                refusal("dstport must be 1..65535, not 0", b -> b.vni(1).port(0)),
                refusal("ttl must be 1..255, not 256", b -> b.vni(1).ttl(256)),
                refusal("tos must be 0..255, not 256", b -> b.vni(1).tos(256)),
                refusal(
                        "ageing must be whole seconds, not PT0.5S",
                        b -> b.vni(1).ageing(Duration.ofMillis(500))),
                refusal("ageing must be 1..2147483647, not 0", b -> b.vni(1).ageing(Duration.ZERO)),
                refusal(
                        "gpe must not be given together with gbp, not on",
                        b -> b.external().gpe().gbp()),
                refusal("gpe needs external, not on", b -> b.vni(1).gpe()),
                refusal(
                        "gpe must not be given together with l3miss, ttl inherit, not on",
                        b -> b.external().gpe().l3miss(true).ttlInherit()),
                refusal("vnifilter needs external, not on", b -> b.vni(1).vniFilter(true)),
                refusal(
                        "remote is link-local and needs dev, not fe80::1",
                        b -> b.vni(1).remote("fe80::1")),
                refusal(
                        "local must have the scope of fe80::1, not 2001:db8::1",
                        b -> b.vni(1).remote("fe80::1").local("2001:db8::1").device("eth4")),
                refusal(
                        "reserved_bits must not contain bits in use (0x8000000ffffff00), not 0x800000000000000",
                        b -> b.vni(1).reservedBits(0x0800_0000_0000_0000L)),
                refusal(
                        "IP address must be an IPv4 or IPv6 address, not \"300.1.1.1\"",
                        b -> b.vni(1).remote("300.1.1.1")),
                refusal("mtu must be 1..2147483647, not 0", b -> b.vni(1).link(l -> l.mtu(0))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void badInputNamesOptionValueAndRule(String message, UnaryOperator<VxlanConfig.Builder> options) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> config(options))
                .withMessage(message);
    }

    @ParameterizedTest
    @MethodSource("refusedNames")
    void badNamesAreRefusedAtOnce(String name, String rule) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> VxlanConfig.builder(name))
                .withMessage("interface name " + rule + ", not \"" + name + "\"");
    }

    static Stream<Arguments> refusedNames() {
        return Stream.of(
                Arguments.of("", "must not be empty"),
                Arguments.of("..", "must not be a directory"),
                Arguments.of("a/b", "must not contain '/'"),
                Arguments.of("a:b", "must not contain ':'"),
                Arguments.of("a b", "must not contain white space"),
                Arguments.of("sixteen-bytes-xx", "must have at most 15 bytes in UTF-8 (it has 16)"),
                Arguments.of(
                        "\u00e4\u00f6\u00fc\u00e4\u00f6\u00fc\u00e4\u00f6",
                        "must have at most 15 bytes in UTF-8 (it has 16)"),
                Arguments.of("vx%d", "must not be a template"));
    }

    private static Arguments refusal(String message, UnaryOperator<VxlanConfig.Builder> options) {
        return Arguments.of(message, options);
    }

    private static VxlanConfig config(UnaryOperator<VxlanConfig.Builder> options) {
        return options.apply(VxlanConfig.builder("vxlan0")).build();
    }
}
