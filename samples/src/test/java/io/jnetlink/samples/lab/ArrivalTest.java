package io.jnetlink.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.rule.Match;
import io.jnetlink.ovs.text.FlowText;
import io.jnetlink.wire.IpAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {

    private static final IpAddress HERE = IpAddress.parse("192.0.2.1");
    private static final IpAddress FAR = IpAddress.parse("192.0.2.2");
    private static final Overlay OVERLAY = new Overlay(9, 0x17, HERE, List.of(FAR));
    private static final String ETH = "eth(src=02:00:00:00:00:0a,dst=02:00:00:00:00:0b)";

    private static KeyAttrs key(String text) {
        return FlowText.brief().parseMatch(text).key();
    }

    private static String text(Match match) {
        return FlowText.brief().match(match.key(), match.mask().orElseThrow());
    }

    @Test
    void aFrameOfAPort() {
        Arrival arrival = Arrival.of(key("in_port(1)," + ETH + ",eth_type(0x0806)"), OVERLAY)
                .orElseThrow();
        assertThat(arrival.way()).isEqualTo(Way.local(1));
        assertThat(arrival.source()).hasToString("02:00:00:00:00:0a");
        assertThat(arrival.destination()).hasToString("02:00:00:00:00:0b");
        assertThat(text(arrival.match(OVERLAY))).contains("in_port(1)", ETH).doesNotContain("tun_id");
    }

    @Test
    void aFrameOfATunnel() {
        Arrival arrival = Arrival.of(
                        key("tunnel(tun_id=0x17,src=192.0.2.2,dst=192.0.2.1,ttl=64,flags(key)),in_port(9)," + ETH),
                        OVERLAY)
                .orElseThrow();
        assertThat(arrival.way()).isEqualTo(Way.tunnel(9, FAR));
        assertThat(text(arrival.match(OVERLAY)))
                .contains("tunnel(tun_id=0x17,src=192.0.2.2,dst=192.0.2.1", "in_port(9)", ETH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tunnel(tun_id=0x18,src=192.0.2.2,dst=192.0.2.1,ttl=64,flags(key)),in_port(9),",
                "tunnel(tun_id=0x17,src=192.0.2.3,dst=192.0.2.1,ttl=64,flags(key)),in_port(9),",
                "in_port(9),",
            })
    void strangersInTheTunnelAreNotListenedTo(String origin) {
        assertThat(Arrival.of(key(origin + ETH), OVERLAY)).isEmpty();
    }

    @Test
    void packetsWithoutEthernetHeaderHaveNoStations() {
        assertThat(Arrival.of(KeyAttrs.builder().inPort(1).ethertype(0x0800).build(), null))
                .isEmpty();
    }

    @Test
    void theVlanIsThatOfBothStationsAndTheTagIsMatched() {
        Optional<Arrival> arrival = Arrival.of(
                key("in_port(1)," + ETH + ",eth_type(0x8100),vlan(vid=7,pcp=3),encap(eth_type(0x0806))"), null);
        assertThat(arrival).isPresent();
        assertThat(arrival.get().source().vlan()).isEqualTo(7);
        assertThat(arrival.get().destination()).hasToString("02:00:00:00:00:0b of VLAN 7");
        assertThat(arrival.get().isMatchable()).isTrue();
        assertThat(text(arrival.get().match(null))).contains("vlan(vid=7,pcp=3),encap(eth_type(0x0806)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"encap()", "encap(eth_type(0x8100),vlan(vid=8,pcp=0),encap(eth_type(0x0800)))"})
    void whatIsBehindATagMustBeKnownForAFlow(String inside) {
        Arrival arrival = Arrival.of(key("in_port(1)," + ETH + ",eth_type(0x8100),vlan(vid=7,pcp=3)," + inside), null)
                .orElseThrow();
        assertThat(arrival.source().vlan()).isEqualTo(7);
        assertThat(arrival.isMatchable()).isFalse();
    }
}
