package io.jnetlink.samples.ovs.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.ovs.flow.FlowMessage;
import io.jnetlink.ovs.rule.Flow;
import io.jnetlink.ovs.text.FlowMatch;
import io.jnetlink.ovs.text.FlowText;
import io.jnetlink.ovs.text.PortNames;
import io.jnetlink.samples.ovs.run.JovsException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowFilterTest {

    private static final PortNames PORTS = PortNames.of(Map.of(1L, "eth4", 2L, "vx"));
    private static final String TCP = "in_port(1),eth(src=00:01:02:03:04:05,dst=10:11:12:13:14:15),eth_type(0x0800),"
            + "ipv4(src=10.1.2.0/255.255.255.0,dst=5.6.7.8,proto=6,tos=0/0,ttl=0/0,frag=no),"
            + "tcp(src=80/0xff00,dst=8080)";

    private static boolean chosen(String filter, String flow) {
        FlowMatch match = FlowText.brief().parseMatch(flow);
        FlowMessage message = FlowMessage.builder()
                .header(h -> h.dpIfindex(1))
                .attributes(a -> a.key(match.key()).mask(match.mask()))
                .build();
        return FlowFilter.parse(PORTS, filter).test(new Flow(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "in_port=1",
                "in_port=eth4",
                "tcp",
                "tcp,tp_src=100",
                "tcp,tp_dst=8080",
                "ip,nw_src=10.0.0.0/8",
                "ip_src=10.1.2.77",
                "nw_ttl=3",
                "dl_src=00:01:02:03:04:05",
                "tp_dst=0x1f00/0xff00",
                "recirc_id=0"
            })
    void aFlowThatMayHoldSuchPacketsIsChosen(String filter) {
        assertThat(chosen(filter, TCP)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in_port=2",
                "in_port=vx",
                "udp",
                "ipv6",
                "tcp,tp_src=300",
                "tcp,tp_dst=80",
                "ip_src=10.1.3.1",
                "dl_dst=00:00:00:00:00:01"
            })
    void oneThatCannotIsNot(String filter) {
        assertThat(chosen(filter, TCP)).isFalse();
    }

    @Test
    void whatStandsBehindATagIsLookedAt() {
        String tagged = "in_port(1),eth(),eth_type(0x8100),vlan(vid=5,pcp=0),encap(eth_type(0x0806),"
                + "arp(sip=1.2.3.4,tip=5.6.7.8,op=1))";

        assertThat(chosen("arp,arp_spa=1.2.3.4", tagged)).isTrue();
        assertThat(chosen("arp,arp_op=2", tagged)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nosuch=1", "in_port", "nw_src=fe80::1", "tp_dst=70000", "nw_src=1.2.3.4/40", "in_port=nosuch"})
    void aWrongFilterIsRefused(String filter) {
        assertThatThrownBy(() -> FlowFilter.parse(PORTS, filter))
                .isInstanceOf(JovsException.class)
                .hasMessageContaining("Failed to parse filter");
    }
}
