package io.jnetlink.ovs.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in texts: where they are, what is there, and what should be. */
class FlowSyntaxTest {

    private static final FlowText TEXT = FlowText.brief().acceptingNames(PortNames.of(Map.of(2L, "p2")));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "in_port(1),nosuch(1); 12; nosuch; a key (recirc_id",
                "in_port(1; 10; ''; \")\"",
                "in_port; 8; ''; \"(\"",
                "in_port(); 9; ); a port number or the name of a port",
                "in_port(p3); 9; p3; a port number or the name of a port",
                "in_port(4294967296); 9; 4294967296; at most 32 bits (up to 4294967295)",
                "in_port(1)),eth(); 11; ); a key",
                "skb_mark(); 10; ); a value for skb_mark",
                "skb_mark(0x); 10; 0x; a number",
                "skb_mark(-1); 10; -1; a number",
                "skb_mark(08); 11; 8; \")\"",
                "ipv4(src=1.2.3.999,frag=no); 10; 1.2.3.999; an IPv4 address",
                "ipv4(src=1.2.3.0/33); 18; 33; at most 32 bits",
                "ipv4(src=1.2.3.0/x); 18; x; a mask or the length of a prefix",
                "ipv4(src=1.2.3.4,proto=17,frag=no/0xfe); 34; /0xfe; no mask",
                "ipv4(frag=maybe); 11; maybe; no, first or later",
                "ipv4(sorce=1.2.3.4); 6; sorce=1.2.3.4; src=, dst=, proto=, tos=, ttl=, frag= or \")\"",
                "ipv4(tos=256); 10; 256; at most 8 bits (up to 255)",
                "ipv4(src=1.2.3.4 dst=1.1.1.1); 17; ' '; \",\" or \")\"",
                "ipv6(dst=fe80:::1); 10; fe80:::1; an IPv6 address",
                "ipv6(label=0x100000); 12; 0x100000; at most 20 bits",
                "eth(src=02:00:00:00:00); 9; 02:00:00:00:00; a MAC address",
                "eth(src=02:00:00:00:00:01/24); 27; 24; a mask such as",
                "vlan(vid=4096); 10; 4096; at most 12 bits",
                "vlan(dei=1); 6; dei=1; vid=, pcp=, cfi=",
                "eth_type(0x8100),encap(eth_type(0x0800),ipv4(proto=x)); 52; x; a number",
                "encap(eth(); 12; ''; a key",
                "mpls(lse0=0x64640,lse1=0xc8120); 6; lse0=0x64640; label=, tc=, ttl=, bos=",
                "mpls(label=1,label=2,label=3,label=4); 30; label=4; at most 3 labels",
                "tcp_flags(syn|sin); 15; sin; flags joined by |",
                "tcp_flags(+syn+syn); 16; syn; each flag only once",
                "tcp_flags(0x1000); 11; 0x1000; no bits but 0xfff",
                "ct_state(+trk,new); 14; ','; + or - in front of each flag",
                "ct_label(0x123456789012345678901234567890123); 10; 0x123456789012345678901234567890123; at most 16 bytes",
                "tunnel(vxlan(gpe(flags=0x4,np=1))); 14; gpe; gbp(",
                "tunnel(tun_di=1); 8; tun_di=1; tun_id=, src=",
                "tunnel(erspan(ver=3)); 19; 3; version 1 or 2",
                "tunnel(geneve({class=1,len=5})); 28; 5; 0, 4, 8",
                "tunnel(flags(df|nope)); 17; nope; flags joined by |",
                "key7(01 02); 1; key7; ipv4(...), with 12 bytes",
                "key99(0); 7; 0; two digits for each byte",
                "ufid:0102-03,in_port(1); 6; 0102-03; an identifier such as",
            })
    void matches(String text, int column, String found, String expected) {
        check(catchThrowableOfType(FlowSyntaxException.class, () -> TEXT.parseMatch(text)), column, found, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2,nosuchaction(1); 3; nosuchaction; an action (userspace, set",
                "p3; 1; p3; an action (userspace, set",
                "2,drop; 3; drop; drop without other actions",
                "drop,2; 1; drop; drop without other actions",
                "2 3)4; 4; ); a comma or the end of the text",
                "clone(2; 8; ''; a comma or \")\"",
                "clone(2,(3)); 9; (; an action",
                "trunc(x); 7; x; a number",
                "set(ipv4(ttl=1); 16; ''; \")\"",
                "set(encap(eth())); 5; encap; a header that can be set",
                "set(tunnel(tun_id=1/0xf,dst=1.1.1.1)); 5; tunnel; without masks",
                "push_vlan(vid=1); 16; ); both vid= and pcp=",
                "push_vlan(vid=1/1,pcp=0); 16; /1; both vid= and pcp=",
                "push_mpls(label=1,eth_type=0x8847); 28; 0x8847; label=, tc=, ttl= and bos=",
                "push_nsh(mdtype=3); 18; ); mdtype 1 or 2",
                "push_nsh(si=1/2); 13; 1/2; a value without a mask",
                "hash(l5(0)); 6; l5; l4( or sym_l4(",
                "sample(sample=101%,actions(1)); 15; 101%; a share from 0 to 100",
                "sample(sample=1%,actions(1); 28; ''; \")\"",
                "check_pkt_len(size=1,gt(2)); 27; ); \",le(\"",
                "ct(commit,force); 11; force; commit, force_commit",
                "ct(commit,force_commit); 11; force_commit; either commit or force_commit",
                "ct(helper=averyveryverylongname); 11; averyveryverylongname; a name of 1 to 15 characters",
                "ct(nat(src,dst)); 12; dst; only one of src and dst",
                "ct(nat(src=1.1.1.1,hash,random)); 25; random; only one of hash and random",
                "ct(nat(src=1.1.1.9-1.1.1.1)); 20; 1.1.1.1; not lower than the first",
                "ct(nat(src=1.1.1.1:9-8)); 22; 8; not lower than the first",
                "ct(nat(src=1.1.1)); 12; 1.1.1; an IPv4 address",
                "ct(nat(random)); 8; random; src or dst beside random",
                "userspace(pid=1,nope); 16; ','; \")\" or one of userdata(",
                "userspace(pid=1,sFlow(vid=1)); 28; ); \",pcp=\"",
                "psample(group=1,cookie=0x); 26; ); a cookie of 1 to 16 bytes",
                "tnl_pop(4); 1; tnl_pop; the userspace datapath",
                "2,tnl_push(tnl_port(4)); 3; tnl_push; the userspace datapath",
                "lb_output(1); 1; lb_output; the userspace datapath",
                "action3(00); 1; action3; the action's own form (set)",
                "action1(00); 1; action1; the action's own form (a port number)",
            })
    void actions(String text, int column, String found, String expected) {
        check(catchThrowableOfType(FlowSyntaxException.class, () -> TEXT.parseActions(text)), column, found, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "in_port(1); 11; ''; \", packets:\"",
                "in_prt(1), packets:0, bytes:0, used:never, actions:1; 1; in_prt; a key",
                "in_port(1), packets:0, bytes:0, used:soon, actions:1; 38; soon; never, or seconds",
                "in_port(1), packets:0, bytes:0, used:1s, flags:SX, actions:1; 49; X; letters of TCP flags",
                "in_port(1), packets:0, bytes:0, used:never, actions:x; 53; x; an action",
            })
    void lines(String text, int column, String found, String expected) {
        check(catchThrowableOfType(FlowSyntaxException.class, () -> TEXT.parseLine(text)), column, found, expected);
    }

    private static void check(FlowSyntaxException error, int column, String found, String expected) {
        assertThat(error).isNotNull();
        assertThat(error.column()).as(error.getMessage()).isEqualTo(column);
        assertThat(error.found()).isEqualTo(found);
        assertThat(error.expected()).contains(expected);
    }

    @Test
    void theMessageShowsTheLineWithACaretBelowThePlace() {
        FlowSyntaxException error =
                catchThrowableOfType(FlowSyntaxException.class, () -> TEXT.parseMatch("in_port(1),ipv4(ttl=300)"));

        assertThat(error)
                .hasMessage("column 21: expected a number of at most 8 bits (up to 255), found \"300\"\n"
                        + "  in_port(1),ipv4(ttl=300)\n"
                        + "                      ^");
        assertThat(error.text()).isEqualTo("in_port(1),ipv4(ttl=300)");
    }

    @Test
    void aLongTextIsShownAroundThePlace() {
        String text = "in_port(1),".repeat(30) + "eth(src=\t1)" + ",in_port(1)".repeat(30);

        FlowSyntaxException error = catchThrowableOfType(FlowSyntaxException.class, () -> TEXT.parseMatch(text));

        String[] lines = error.getMessage().split("\n");
        assertThat(lines[1].length()).isLessThan(140);
        assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo(' ');
        assertThat(lines[1].substring(0, lines[2].indexOf('^'))).endsWith("eth(src=");
    }

    @Test
    void theEndOfTheTextIsNamed() {
        FlowSyntaxException error = catchThrowableOfType(FlowSyntaxException.class, () -> TEXT.parseMatch("eth("));

        assertThat(error).hasMessageContaining("the text ends");
        assertThat(error.found()).isEmpty();
    }

    @Test
    void nestsAreOnlySoDeep() {
        String text = "clone(".repeat(40) + "1" + ")".repeat(40);

        FlowSyntaxException error = catchThrowableOfType(FlowSyntaxException.class, () -> TEXT.parseActions(text));

        assertThat(error).hasMessageContaining("at most 32 levels");
    }

    @Test
    void whatDoesNotFitIntoAnAttributeIsRefused() {
        String text = "1,".repeat(9000);

        FlowSyntaxException error = catchThrowableOfType(FlowSyntaxException.class, () -> TEXT.parseActions(text));
        FlowSyntaxException nested =
                catchThrowableOfType(FlowSyntaxException.class, () -> TEXT.parseActions("clone(" + text + ")"));

        assertThat(error).hasMessageContaining("no more than 65531 bytes");
        assertThat(nested).hasMessageContaining("no more than 65531 bytes");
    }
}
