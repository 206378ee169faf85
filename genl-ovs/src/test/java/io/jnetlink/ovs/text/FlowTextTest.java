package io.jnetlink.ovs.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.flow.FlowAttrs;
import io.jnetlink.ovs.flow.FlowStats;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.wire.IpAddress;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class FlowTextTest {

    private static final PortNames NAMES = PortNames.of(Map.of(1L, "veth-a", 2L, "vxlan_sys_4789"));

    static final List<String> MATCHES = FlowTextSamples.MATCHES;
    static final List<String> ACTIONS = FlowTextSamples.ACTIONS;
    static final List<String> LINES = FlowTextSamples.LINES;

    @ParameterizedTest
    @FieldSource("MATCHES")
    void everyKeyIsReadAndWritten(String text) {
        FlowMatch match = FlowText.verbose().parseMatch(text);
        String written = FlowText.verbose().match(match.key(), match.mask());
        FlowMatch again = FlowText.verbose().parseMatch(written);

        assertThat(again.key().toByteArray()).isEqualTo(match.key().toByteArray());
        assertThat(again.mask().toByteArray()).isEqualTo(match.mask().toByteArray());
    }

    @ParameterizedTest
    @FieldSource("ACTIONS")
    void everyActionIsReadAndWritten(String text) {
        ActionAttrs actions = FlowText.brief().parseActions(text);
        String written = FlowText.brief().actions(actions);

        assertThat(FlowText.brief().parseActions(written).toByteArray()).isEqualTo(actions.toByteArray());
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void linesAreReadAndWritten(String text) {
        FlowText form = text.startsWith("ufid") ? FlowText.verbose() : FlowText.brief();
        FlowLine line = form.parseLine(text);

        FlowAttrs.Builder flow = FlowAttrs.builder()
                .key(line.match().key())
                .mask(line.match().mask())
                .actions(line.actions())
                .stats(new FlowStats(line.packets(), line.bytes()));
        line.match().ufid().ifPresent(ufid -> flow.ufid(ufid.toByteArray()));
        line.usedMillisAgo().ifPresent(ago -> flow.used(5000 - ago));
        if (line.tcpFlags() != 0) {
            flow.tcpFlags(line.tcpFlags());
        }

        assertThat(form.line(flow.build(), 5000)).isEqualTo(text);
    }

    @Test
    void aMatchIsTypedValuesWithTheirMask() {
        FlowMatch match = FlowText.brief()
                .parseMatch(
                        "in_port(7),eth(dst=02:00:00:00:00:01),eth_type(0x0800),ipv4(src=10.1.2.3/255.255.0.0,ttl=64)");

        assertThat(match.key().inPort()).isEqualTo(7);
        assertThat(match.key().ipv4().src()).isEqualTo(IpAddress.parse("10.1.2.3"));
        assertThat(match.key().ipv4().ttl()).isEqualTo(64);
        assertThat(match.mask().ipv4().src()).isEqualTo(IpAddress.parse("255.255.0.0"));
        assertThat(match.mask().ipv4().ttl()).isEqualTo(255);
        assertThat(match.mask().ipv4().proto()).isZero();
        assertThat(match.ufid()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // Shorter forms of addresses and wildcards, which Open vSwitch does not read.
                "ipv4(src=10.0.0.0/8); ipv4(src=10.0.0.0/255.0.0.0)",
                "ipv4(src=10.0.0.0/0); ''",
                "ipv6(dst=2001:db8::/33); ipv6(dst=2001:db8::/ffff:ffff:8000::)",
                "ipv4(src=*,ttl=1); ipv4(ttl=1)",
                "in_port(*),eth_type(0x0800); eth_type(0x0800)",
                "recirc_id(0x1/0xf); recirc_id(0x1/0xf)",
                // Numbers as C writes them.
                "skb_mark(010); skb_mark(0x8)",
                "skb_mark(0); skb_mark(0)",
                // Fields in any order, a comma behind the last one, and keys without anything between them.
                "udp(dst=2,src=1,)eth_type(0x1); udp(src=1,dst=2),eth_type(0x0001)",
                // Numbers for flags and flags for numbers.
                "tcp_flags(0x12); tcp_flags(syn|ack)",
                "ct_state(new|trk); ct_state(new|trk)",
                "ct_state(0x21/0x31); ct_state(+new-inv+trk)",
                // What only Open vSwitch itself knows becomes what the kernel knows.
                "packet_type(ns=1,id=0x806),eth_type(0x0800); eth_type(0x0806)",
                "packet_type(ns=1,id=0x806),in_port(1); in_port(1),eth_type(0x0806)",
                "packet_type(ns=0,id=0),eth(src=02:00:00:00:00:01); eth(src=02:00:00:00:00:01)",
                // The names of later and of other versions.
                "ct_tuple6(tp_src=1,dst_port=2); ct_tuple6(src_port=1,dst_port=2)",
                "key32(41 00/ff ff); ipv6_exthdrs(0x41)",
            })
    void matchesBeyondTheUsualForm(String text, String written) {
        FlowMatch match = FlowText.brief().parseMatch(text);

        assertThat(FlowText.brief().match(match.key(), match.mask())).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; drop",
                "DROP; drop",
                "clone(drop),1; clone(drop),1",
                "drop(3); drop(3)",
                "recirc(1); recirc(0x1)",
                "hash(hash_l4(2)); hash(l4(2))",
                "pop_nsh; pop_nsh()",
                "ct(); ct",
                "' 1, 2  3 '; 1,2,3",
                "ct(commit mark=0x1); ct(commit,mark=0x1/0xffffffff)",
                "ct(commit,nat(src=10.0.0.1-10.0.0.1:5-5)); ct(commit,nat(src=10.0.0.1:5))",
                "ct(commit,nat(src=::ffff:1.2.3.4)); ct(commit,nat(src=::ffff:1.2.3.4))",
                "userspace(pid=1,userdata(01)); userspace(pid=1,userdata(0100000000000000))",
                "set(ipv4(src=1.2.3.4,dst=1.2.3.4,proto=1,tos=1,ttl=1,frag=no)); "
                        + "set(ipv4(src=1.2.3.4,dst=1.2.3.4,proto=1,tos=0x1,ttl=1,frag=no))",
            })
    void actionsBeyondTheUsualForm(String text, String written) {
        assertThat(FlowText.brief().actions(FlowText.brief().parseActions(text)))
                .isEqualTo(written);
    }

    @Test
    void aSetWithAMaskIsMaskedAndOneWithoutIsNot() {
        assertThat(FlowText.brief().parseActions("set(udp(src=1,dst=2))").hasSet())
                .isTrue();
        assertThat(FlowText.brief().parseActions("set(udp(src=1))").hasSetMasked())
                .isTrue();
        assertThat(FlowText.brief()
                        .parseActions("set(tunnel(dst=1.1.1.1,flags(df)))")
                        .hasSet())
                .isTrue();
        assertThat(FlowText.brief()
                        .parseActions("set(nsh(flags=0,ttl=1,mdtype=1,np=1,spi=0x1,si=1,c1=0,c2=0,c3=0,c4=0))")
                        .hasSet())
                .isTrue();
    }

    @Test
    void namesOfPortsAreReadAndWrittenWhereAskedFor() {
        String text = "in_port(veth-a)";
        FlowText both = FlowText.brief().withNames(NAMES);
        FlowText reading = FlowText.brief().acceptingNames(NAMES);

        KeyAttrs key = both.parseMatch(text).key();

        assertThat(key.inPort()).isEqualTo(1);
        assertThat(both.match(key, null)).isEqualTo(text);
        assertThat(reading.parseMatch(text).key()).isEqualTo(key);
        assertThat(reading.match(key, null)).isEqualTo("in_port(1)");
        assertThat(both.actions(both.parseActions("vxlan_sys_4789,clone(veth-a,9)")))
                .isEqualTo("vxlan_sys_4789,clone(veth-a,9)");
        assertThat(both.actions(both.parseActions("set(in_port(veth-a))"))).isEqualTo("set(in_port(1))");
    }

    @Test
    void aPortMayHaveTheNameOfAnAction() {
        FlowText text = FlowText.brief().withNames(PortNames.of(Map.of(4L, "clone", 5L, "pop_vlan")));

        ActionAttrs actions = text.parseActions("clone,clone(pop_vlan)");

        assertThat(text.actions(actions)).isEqualTo("clone,clone(pop_vlan)");
        assertThat(FlowText.brief().actions(actions)).isEqualTo("4,clone(5)");
    }

    @Test
    void keysAloneCountInFull() {
        KeyAttrs key = FlowText.brief().parseMatch("in_port(1),udp(src=1)").key();

        assertThat(FlowText.brief().match(key, null)).isEqualTo("in_port(1),udp(src=1,dst=0)");
        assertThat(FlowText.brief().match(KeyAttrs.builder().build(), null)).isEqualTo("<empty>");
        assertThat(FlowText.brief().parseMatch("<empty>").key().length()).isZero();
    }

    @Test
    void whatIsWildcardedShowsInVerboseTextOnly() {
        FlowMatch match = FlowText.brief().parseMatch("skb_mark(0/0),eth(),eth_type(0x0800),ipv4(ttl=1)");

        assertThat(FlowText.brief().match(match.key(), match.mask())).isEqualTo("eth(),eth_type(0x0800),ipv4(ttl=1)");
        assertThat(FlowText.verbose().match(match.key(), match.mask()))
                .isEqualTo("skb_mark(0/0),eth(src=00:00:00:00:00:00/00:00:00:00:00:00,dst=00:00:00:00:00:00/"
                        + "00:00:00:00:00:00),eth_type(0x0800),"
                        + "ipv4(src=0.0.0.0/0.0.0.0,dst=0.0.0.0/0.0.0.0,proto=0/0,tos=0/0,ttl=1)");
    }

    @Test
    void countersAreWrittenAsAfterAPut() {
        FlowAttrs used = FlowAttrs.builder()
                .stats(new FlowStats(3, 294))
                .used(1_000)
                .tcpFlags(0x012)
                .build();

        assertThat(FlowText.brief().stats(used, 1_042)).isEqualTo("packets:3, bytes:294, used:0.042s, flags:S.");
        assertThat(FlowText.brief().stats(FlowAttrs.builder().build(), 1_042))
                .isEqualTo("packets:0, bytes:0, used:never");
    }

    @Test
    void aLineOfAnOffloadedFlowIsReadToo() {
        FlowLine line = FlowText.verbose()
                .parseLine("in_port(1), packets:1, bytes:60, used:10.5s, offloaded:yes, dp:tc, actions:2,"
                        + " dp-extra-info:miniflow_bits(4,1)");

        assertThat(line.usedMillisAgo()).isEqualTo(OptionalLong.of(10_500));
        assertThat(FlowText.brief().actions(line.actions())).isEqualTo("2");
    }

    @Test
    void identifiersAreWordsOfTheHost() {
        Ufid ufid = Ufid.parse("ufid:01020304-0506-0708-090a-0b0c0d0e0f10");
        String bytes = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                ? "04030201080706050c0b0a09100f0e0d"
                : "0102030405060708090a0b0c0d0e0f10";

        assertThat(HexFormat.of().formatHex(ufid.toByteArray())).isEqualTo(bytes);
        assertThat(ufid).hasToString("01020304-0506-0708-090a-0b0c0d0e0f10");
        assertThat(ufid).isEqualTo(Ufid.of(ufid.toByteArray())).hasSameHashCodeAs(Ufid.parse(ufid.toString()));
        assertThatIllegalArgumentException().isThrownBy(() -> Ufid.of(new byte[15]));
    }
}
