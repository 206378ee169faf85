package io.jnetlink.samples.ovs.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.lab.InKernelLab;
import io.jnetlink.lab.RequiresOpenVSwitch;
import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.samples.lab.Host;
import io.jnetlink.samples.lab.IpCommand;
import io.jnetlink.samples.ovs.Jovs;
import io.jnetlink.samples.ovs.JovsRun;
import io.jnetlink.samples.ovs.run.JovsEnvironment;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.Syscalls;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** {@code jovs} in the kernel of a running {@code ovs-vswitchd}: sees what that does, and leaves it alone. */
@RequiresOpenVSwitch
@InKernelLab
@InNetworkNamespace(limitSeconds = 300)
class BesideVswitchdKernelTest {

    private static final Path START =
            Path.of(System.getProperty("jnetlink.project", ".."), "genl-ovs", "lab", "bin", "start-ovs");

    private static final String DATAPATH = "ovs-system";
    private static final String NEAR = "02:00:00:00:00:01";
    private static final String FAR = "02:00:00:00:00:02";

    private static final List<String> READERS = List.of(
            "dump-dps",
            "-j dump-dps",
            "show",
            "-s show",
            "-j show",
            "monitor -t 1",
            "dump-flows",
            "-m dump-flows",
            "dump-flows filter=icmp",
            "-j dump-flows",
            "cache-get-size",
            "dump-meters",
            "meter-features",
            "ct-get-limits",
            "ct-get-limits zone=5");

    private static final List<String> REFUSED_READERS = List.of(
            "show nosuch",
            "get-flow ufid:00000000-0000-0000-0000-000000000001",
            "get-meter 7",
            "ct-get-maxconns",
            "ct-get-nconns",
            "ct-get-tcp-seq-chk",
            "ipf-get-status");

    /** Tells when what was written so far shall be seen. */
    private static final class Announced extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final CountDownLatch flushed = new CountDownLatch(1);

        @Override
        public void write(int b) {
            kept.write(b);
        }

        @Override
        public void flush() {
            flushed.countDown();
        }
    }

    private NamespaceShell shell;

    /** One test, since the kernel lab starts one {@code ovs-vswitchd}. */
    @Test
    void showsFlowsAndPortsAndLeavesAllAsItIs(NamespaceShell given) throws Exception {
        shell = given.withLimit(Duration.ofSeconds(90));
        shell.run(START.toString());
        // Flows shall live as long as the test.
        shell.run("ovs-vsctl", "add-br", "br0", "--", "set", "open", ".", "other_config:max-idle=600000");
        assertFlowsAndAbstinence();
        assertPortsThatComeAndGo();
    }

    private void assertFlowsAndAbstinence() throws IOException {
        try (NetworkNamespace far = NetworkNamespace.create();
                OpenVSwitch ovs = OpenVSwitch.open()) {
            connect(far);
            assertThat(new Host(NetworkNamespace.current(), "br0", InetAddress.getByName("192.0.2.1"))
                            .pingUntilAnswered(
                                    new Host(far, "eth0", InetAddress.getByName("192.0.2.2")),
                                    5,
                                    Duration.ofSeconds(5)))
                    .isPositive();
            KernelView before = KernelView.of(ovs, DATAPATH);

            List<String> theirs = flows(DpctlText.repaired(shell.run("ovs-dpctl", "dump-flows", "-m", "--names")));
            assertThat(flows(JovsRun.live("dump-flows", "-m", "--names").out()))
                    .isEqualTo(theirs)
                    .anyMatch(line -> line.contains("in_port(br0)") && line.endsWith("actions:near"))
                    .anyMatch(line -> line.contains("in_port(near)") && line.endsWith("actions:br0"));
            for (String reader : READERS) {
                JovsRun run = JovsRun.live(reader.split(" "));
                assertThat(run.status()).as(reader + ": " + run.err()).isZero();
            }
            for (String reader : REFUSED_READERS) {
                assertThat(JovsRun.live(reader.split(" ")).status()).as(reader).isEqualTo(1);
            }
            String ufid = ovs.flows()
                    .list(ovs.datapaths().get(DATAPATH))
                    .get(0)
                    .ufid()
                    .orElseThrow()
                    .toString();
            assertThat(JovsRun.live("-m", "get-flow", "ufid:" + ufid).out()).contains(ufid);

            KernelView after = KernelView.of(ovs, DATAPATH);
            assertThat(before.flows()).hasSize(2);
            assertThat(after).isEqualTo(before);
        }
    }

    /** A host behind the bridge; without all that would be sent unasked. */
    private void connect(NetworkNamespace far) throws IOException {
        IpCommand ip = new IpCommand(far);
        String here = NetworkNamespace.current().path().toString();
        ip.run("link", "add", "eth0", "address", FAR, "type", "veth", "peer", "name", "near", "netns", here);
        ip.run("link", "set", "dev", "eth0", "addrgenmode", "none");
        for (String device : List.of("near", "br0")) {
            shell.run("ip", "link", "set", "dev", device, "addrgenmode", "none");
        }
        shell.run("ovs-vsctl", "add-port", "br0", "near", "--", "set", "bridge", "br0", "other-config:hwaddr=" + NEAR);
        for (String device : List.of("near", "br0")) {
            shell.run("ip", "link", "set", "dev", device, "up");
        }
        shell.run("ip", "address", "add", "192.0.2.1/24", "dev", "br0");
        shell.run("ip", "neighbour", "add", "192.0.2.2", "lladdr", FAR, "dev", "br0");
        ip.run("link", "set", "dev", "eth0", "up");
        ip.run("address", "add", "192.0.2.2/24", "dev", "eth0");
        ip.run("neighbour", "add", "192.0.2.1", "lladdr", NEAR, "dev", "eth0");
    }

    private static List<String> flows(String text) {
        return DpctlText.comparable(text).stream().sorted().toList();
    }

    private void assertPortsThatComeAndGo() throws InterruptedException {
        shell.run("ip", "link", "add", "d1", "type", "dummy");
        Announced seen = new Announced();
        Thread monitor = new Thread(() -> Jovs.run(environment(seen), "monitor", "-t", "20"));
        monitor.start();
        seen.flushed.await();

        shell.run("ovs-vsctl", "add-port", "br0", "d1");
        shell.run(
                "ovs-vsctl",
                "add-port",
                "br0",
                "vx",
                "--",
                "set",
                "interface",
                "vx",
                "type=vxlan",
                "options:remote_ip=flow",
                "options:key=flow");
        shell.run("ovs-vsctl", "del-port", "br0", "d1");
        String ours = JovsRun.live("show").out();
        String theirs = shell.run("ovs-dpctl", "show");
        monitor.join();

        assertThat(DpctlText.comparable(ours)).isEqualTo(DpctlText.comparable(theirs));
        assertThat(seen.kept.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.matches("system@ovs-system: add port [0-9]+: d1"))
                .anyMatch(line -> line.matches("system@ovs-system: del port [0-9]+: d1"))
                .anyMatch(line -> line.endsWith(": vxlan_sys_4789 (vxlan: packet_type=ptap)"));
    }

    private static JovsEnvironment environment(OutputStream out) {
        return new JovsEnvironment(
                InputStream.nullInputStream(),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                System.err,
                Syscalls.system(),
                () -> 0);
    }
}
