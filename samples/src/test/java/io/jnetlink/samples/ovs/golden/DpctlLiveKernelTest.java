package io.jnetlink.samples.ovs.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.lab.RequiresOpenVSwitch;
import io.jnetlink.samples.ovs.JovsRun;
import io.jnetlink.testkit.CommandResult;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code jovs} and the installed {@code ovs-dpctl} beside each other, over the running kernel. */
@RequiresOpenVSwitch
@InNetworkNamespace(limitSeconds = 300)
class DpctlLiveKernelTest {

    private static final String FLOW = "in_port(1),eth(src=00:01:02:03:04:05,dst=10:11:12:13:14:15),eth_type(0x0800),"
            + "ipv4(src=1.2.3.4,dst=5.6.7.8,proto=17,tos=0,ttl=64,frag=no),udp(src=1,dst=2)";
    private static final String ARP = "in_port(d2),eth(),eth_type(0x0806),arp()";
    private static final String UFID = "ufid:01020304-0506-0708-090a-0b0c0d0e0f10";

    private NamespaceShell shell;

    @BeforeEach
    void twoDevices(NamespaceShell given) {
        shell = given.withLimit(Duration.ofSeconds(60));
        shell.run("ip", "link", "add", "d1", "type", "dummy");
        shell.run("ip", "link", "add", "d2", "type", "dummy");
    }

    private static void done(String... words) {
        JovsRun run = JovsRun.live(words);
        assertThat(run.status()).as(run.err()).isZero();
    }

    private void same(String... words) {
        JovsRun ours = JovsRun.live(words);
        CommandResult theirs = shell.attempt(
                Stream.concat(Stream.of("ovs-dpctl"), Stream.of(words)).toArray(String[]::new));
        List<String> complaints = theirs.standardError()
                .lines()
                .filter(line -> line.startsWith("ovs-dpctl: "))
                .map(line -> line.substring("ovs-dpctl: ".length()))
                .toList();

        assertThat(ours.status()).as(ours.err()).isEqualTo(theirs.exitCode());
        assertThat(DpctlText.comparable(ours.out()))
                .isEqualTo(DpctlText.comparable(DpctlText.repaired(theirs.standardOutput())));
        assertThat(ours.complaints()).isEqualTo(complaints);
    }

    @Test
    void bothShowTheSame() {
        done("add-dp", "dp0", "d1");
        done("add-if", "dp0", "vx,type=vxlan,remote_ip=flow,key=flow,exts=gbp", "in1,type=internal", "d2,port_no=7");
        done("add-if", "dp0", "ge,type=geneve,remote_ip=flow,dst_port=6082", "gr,type=gre,remote_ip=flow");
        done("add-flow", "dp0", FLOW, "set(tunnel(tun_id=0x5,dst=192.0.2.1,ttl=64,flags(df|key))),2");
        done("add-flow", "dp0", UFID + "," + ARP, "1");

        same("dump-dps");
        same("show");
        same("-s", "show", "dp0");
        same("dump-flows", "dp0");
        same("dump-flows", "-m", "--names");
        same("dump-flows", "-m", "--no-names");
        same("get-flow", "-m", "dp0", UFID);
        same("cache-get-size", "dp0");
        same("show", "nosuch");
        same("get-flow", "dp0", "ufid:00000000-0000-0000-0000-000000000001");
        same("add-flow", "dp0", FLOW, "2");
        same("del-if", "dp0", "nosuch");
        same("set-if", "dp0", "d2,type=internal");
    }

    @Test
    void whatOneMakesTheOtherDeletes() {
        done("add-dp", "system@dp0", "d1");
        shell.run("ovs-dpctl", "add-if", "dp0", "d2");
        done("add-flow", "dp0", FLOW, "2");
        shell.run("ovs-dpctl", "add-flow", "dp0", "in_port(2),eth(),eth_type(0x0806),arp()", "1");

        assertThat(JovsRun.live("dump-flows", "filter=udp,tp_dst=2").out())
                .contains("udp(src=1,dst=2)")
                .hasLineCount(1);
        assertThat(JovsRun.live("dump-flows", "filter=arp").out())
                .contains("in_port(2)")
                .hasLineCount(1);
        shell.run("ovs-dpctl", "del-flow", "dp0", FLOW);
        done("del-flow", "in_port(2),eth(),eth_type(0x0806),arp()");
        assertThat(JovsRun.live("dump-flows").out()).isEmpty();
        done("del-if", "dp0", "d2", "1");
        shell.run("ovs-dpctl", "del-dp", "dp0");
        assertThat(JovsRun.live("dump-dps").out()).isEmpty();
    }

    @Test
    void aReaderWritesNothing() {
        shell.run("ovs-dpctl", "add-dp", "dp0", "d1");
        done("add-flow", FLOW, "1");
        String before = JovsRun.live("-j", "show").out();

        done("show", "-s");
        done("dump-flows", "-m", "--names");
        done("monitor", "-t", "1");
        done("meter-features");
        done("ct-get-limits");

        assertThat(JovsRun.live("-j", "show").out()).isEqualTo(before);
        assertThat(JovsRun.live("--read-only", "del-dp", "dp0").complaints())
                .containsExactly("'del-dp' command does not work in read only mode");
        assertThat(JovsRun.live("dump-dps").out()).isEqualTo("system@dp0\n");
    }

    @Test
    void metersAreMadeAndCounted() {
        done("add-dp", "dp0");
        done("add-meter", "dp0", "meter=3,pktps,burst,stats,band=type=drop,rate=200,burst_size=50");

        assertThat(JovsRun.live("dump-meters").out())
                .isEqualTo("meter:3 packet_in_count:0 byte_in_count:0 bands:\n0: packet_count:0 byte_count:0\n");
        assertThat(JovsRun.live("add-meter", "meter=3,kbps,band=type=drop,rate=1")
                        .complaints())
                .containsExactly("adding meter 3 (File exists)");
        done("mod-meter", "meter=3,kbps,band=type=drop,rate=1");
        done("del-meter", "3");
        assertThat(JovsRun.live("get-meter", "3").complaints())
                .containsExactly("getting meter 3 (No such file or directory)");
    }
}
