package io.jnetlink.ovs.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.ovs.flow.FragType;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.flow.TunnelKeyAttrs;
import io.jnetlink.ovs.text.FlowText;
import io.jnetlink.ovs.text.Ufid;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchTest {

    private static final IpAddress V4 = IpAddress.parse("192.0.2.1");
    private static final IpAddress V6 = IpAddress.parse("2001:db8::1");

    @Test
    void fieldsThatTheKernelWantsComeAlong() {
        Match match = Match.inPort(3).ipv4(ip -> ip.dst(V4, 24)).tcp(tcp -> tcp.dst(80));
        KeyAttrs key = match.key();
        KeyAttrs mask = match.mask().orElseThrow();
        assertThat(key.inPort()).isEqualTo(3);
        assertThat(key.ethertype()).isEqualTo(0x0800);
        assertThat(mask.ethertype()).isEqualTo(0xffff);
        assertThat(key.ipv4().proto()).isEqualTo(6);
        assertThat(mask.ipv4().proto()).isEqualTo(0xff);
        assertThat(mask.ipv4().dst()).isEqualTo(IpAddress.parse("255.255.255.0"));
        assertThat(mask.ipv4().src()).isEqualTo(IpAddress.parse("0.0.0.0"));
        assertThat(key.tcpFlags()).isZero();
        assertThat(mask.tcpFlags()).isZero();
        assertThat(mask.tcp().src()).isZero();
        assertThat(mask.tcp().dst()).isEqualTo(0xffff);
        assertThat(key.hasEthernet()).isTrue();
    }

    @Test
    void anEthertypeBringsTheKeyOfItsProtocol() {
        Match in = Match.inPort(1);
        assertThat(in.ethertype(0x0800)).isEqualTo(in.ipv4(ip -> {}));
        assertThat(in.ethertype(0x86dd)).isEqualTo(in.ipv6(ip -> {}));
        assertThat(in.ethertype(0x0806)).isEqualTo(in.arp(arp -> {}));
        assertThat(in.ethertype(0x8035).key().hasArp()).isTrue();
        assertThat(in.ethertype(0x8847).key().mpls()).containsExactly(0);
        assertThat(in.ethertype(0x8848).mask().orElseThrow().mpls()).containsExactly(0);
        assertThat(in.ethertype(0x894f).key().nsh().hasBase()).isTrue();
        assertThat(in.ethertype(0x0800).ipv4(ip -> ip.dst(V4)).key().ipv4().dst())
                .isEqualTo(V4);
        assertThat(in.ipv4(ip -> ip.dst(V4)).ethertype(0x0800).key().ipv4().dst())
                .isEqualTo(V4);
        assertThat(in.vlan(5).ethertype(0x0800).key().encap().hasIpv4()).isTrue();
    }

    @Test
    void aProtocolInsideIpBringsItsKey() {
        KeyAttrs tcp = Match.any().ipv4(ip -> ip.proto(6)).key();
        assertThat(tcp.hasTcp() && tcp.hasTcpFlags()).isTrue();
        assertThat(Match.any().ipv6(ip -> ip.proto(17)).key().hasUdp()).isTrue();
        assertThat(Match.any().ipv6(ip -> ip.proto(132)).key().hasSctp()).isTrue();
        assertThat(Match.any().ipv4(ip -> ip.proto(1)).key().hasIcmp()).isTrue();
        assertThat(Match.any().ipv6(ip -> ip.proto(58)).key().hasIcmpv6()).isTrue();
        assertThat(Match.any().ipv6(ip -> {}).icmpv6(135, 0).key().hasNd()).isTrue();
        assertThat(Match.any().ipv6(ip -> {}).icmpv6(128, 0).key().hasNd()).isFalse();
        assertThat(Match.any()
                        .ipv4(ip -> ip.proto(6).frag(FragType.LATER))
                        .key()
                        .hasTcp())
                .isFalse();
    }

    @Test
    void aTagAloneHasAnythingBehind() {
        Match match = Match.any().vlan(5, 3);
        assertThat(match.key().encap().hasEthertype()).isTrue();
        assertThat(match.mask().orElseThrow().encap().ethertype()).isZero();
        KeyAttrs anyTag = Match.any().ethertype(0x88a8).key();
        assertThat(anyTag.ethertype()).isEqualTo(0x88a8);
        assertThat(anyTag.vlan()).isEqualTo(0x1000);
        assertThat(Match.any().ethertype(0x88a8).mask().orElseThrow().vlan()).isEqualTo(0x1000);
    }

    @Test
    void contradictionsAreRefused() {
        Match ip = Match.any().ipv4(i -> i.proto(17));
        assertThatThrownBy(() -> ip.ethertype(0x86dd))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0x0800");
        assertThatThrownBy(() -> ip.vlan(5)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ip.tcp(t -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("17");
        Match later = Match.any().ipv6(i -> i.frag(FragType.LATER));
        assertThatThrownBy(() -> later.udp(u -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("fragments");
    }

    @Test
    void whatFollowsATagStandsInside() {
        Match match = Match.any().vlan(5).vlan(6, 3).ipv6(ip -> ip.src(V6)).udp(udp -> udp.src(7));
        KeyAttrs key = match.key();
        assertThat(key.ethertype()).isEqualTo(0x8100);
        assertThat(key.vlan()).isEqualTo(0x1005);
        assertThat(key.hasIpv6()).isFalse();
        assertThat(key.encap().vlan()).isEqualTo(0x7006);
        assertThat(key.encap().encap().ipv6().src()).isEqualTo(V6);
        assertThat(key.encap().encap().udp().src()).isEqualTo(7);
        KeyAttrs mask = match.mask().orElseThrow();
        assertThat(mask.vlan()).isEqualTo(0x1fff);
        assertThat(mask.encap().vlan()).isEqualTo(0xffff);
        assertThat(mask.encap().encap().ipv6().proto()).isEqualTo(0xff);
    }

    @Test
    void aMatchIsNotChangedByWhatIsMadeFromIt() {
        Match base = Match.inPort(1);
        Match more = base.ethertype(0x88b5);
        assertThat(base.key().hasEthertype()).isFalse();
        assertThat(more).isNotEqualTo(base).isEqualTo(Match.inPort(1).ethertype(0x88b5));
        assertThat(more).hasSameHashCodeAs(Match.inPort(1).ethertype(0x88b5));
    }

    @Test
    void aWholeMatchTakesNoMore() {
        KeyAttrs key = KeyAttrs.builder().inPort(1).build();
        assertThat(Match.exact(key).mask()).isEmpty();
        assertThat(Match.of(key, KeyAttrs.builder().build()).mask()).isEmpty();
        assertThatThrownBy(() -> Match.exact(key).mark(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Match.of(key, key).mark(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTextBringsItsIdentifier() {
        Match match =
                Match.of(FlowText.brief().parseMatch("ufid:01020304-0506-0708-090a-0b0c0d0e0f10,in_port(1),eth()"));
        FlowSpec flow = FlowSpec.of(match, Actions.drop());
        assertThat(flow.ufid()).contains(Ufid.parse("01020304-0506-0708-090a-0b0c0d0e0f10"));
        assertThat(flow.id().key()).contains(match.key());
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> Match.any().tcp(t -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before the protocol inside");
        assertThatThrownBy(() -> Match.any().ipv4(ip -> ip.src(V6))).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> Match.any().ipv6(ip -> ip.dst(V6, 129))).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> Match.any().vlan(4096)).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> Match.any().vlan(1, 8)).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> Match.any().ethertype(0x5ff)).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> Match.any().tunnel(t -> t.id(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("local end");
    }

    @Test
    void aFlowIsNeverNamedByNothing() {
        assertThatThrownBy(() -> new FlowId(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FlowId.of(KeyAttrs.builder().build())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hashedIdentifiersFollowTheKey() {
        FlowSpec one = FlowSpec.of(Match.inPort(1), Actions.drop()).withHashedUfid();
        FlowSpec same = FlowSpec.of(Match.inPort(1), Actions.toPort(9)).withHashedUfid();
        FlowSpec other = FlowSpec.of(Match.inPort(2), Actions.drop()).withHashedUfid();
        assertThat(one.ufid()).isPresent().isEqualTo(same.ufid()).isNotEqualTo(other.ufid());
    }

    @Test
    void aTunnelGoesOutInTheOrderOfOpenVSwitch() {
        TunnelKeyAttrs key = Actions.first()
                .setTunnel(t -> t.csum().tpDst(9).dontFragment().dst(V4).src(V4).id(7))
                .attributes()
                .set()
                .tunnel();
        TunnelKeyAttrs wanted = TunnelKeyAttrs.builder()
                .id(7)
                .ipv4Src(V4)
                .ipv4Dst(V4)
                .ttl(64)
                .dontFragment(true)
                .csum(true)
                .tpDst(9)
                .build();
        assertThat(key.toByteArray()).isEqualTo(wanted.toByteArray());
        assertThatThrownBy(() -> Actions.first().setTunnel(t -> t.id(1))).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> Actions.first().setTunnel(t -> t.dst(V4).src(V6)))
                .isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> Actions.first().setTunnel(t -> t.dst(V4).ttl(0)))
                .isInstanceOf(InvalidFieldException.class);
    }
}
