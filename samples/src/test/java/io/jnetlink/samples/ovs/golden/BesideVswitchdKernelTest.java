package io.jnetlink.samples.ovs.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.lab.InKernelLab;
import io.jnetlink.lab.RequiresOpenVSwitch;
import io.jnetlink.samples.ovs.Jovs;
import io.jnetlink.samples.ovs.JovsRun;
import io.jnetlink.samples.ovs.run.JovsEnvironment;
import io.jnetlink.sys.Syscalls;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** {@code jovs} in the kernel of a running {@code ovs-vswitchd}: sees what that does, and leaves it alone. */
@RequiresOpenVSwitch
@InKernelLab
@InNetworkNamespace(limitSeconds = 300)
class BesideVswitchdKernelTest {

    private static final Path START =
            Path.of(System.getProperty("jnetlink.project", ".."), "genl-ovs", "lab", "bin", "start-ovs");

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

    @Test
    void showsItsPortsAndFlowsAndAddsNothing(NamespaceShell given) throws InterruptedException {
        NamespaceShell shell = given.withLimit(Duration.ofSeconds(90));
        shell.run("ip", "link", "add", "d1", "type", "dummy");
        shell.run(START.toString());
        shell.run("ovs-vsctl", "add-br", "br0");
        String before = JovsRun.live("-j", "show").out();
        Announced seen = new Announced();
        Thread monitor = new Thread(() -> Jovs.run(environment(seen), "monitor", "-t", "20"));
        monitor.start();
        seen.flushed.await();

        assertThat(JovsRun.live("-j", "show").out()).isEqualTo(before);
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
        String flows = JovsRun.live("dump-flows", "-m", "--names").out();
        String theirs = shell.run("ovs-dpctl", "show");
        monitor.join();

        assertThat(DpctlText.comparable(ours)).isEqualTo(DpctlText.comparable(theirs));
        assertThat(DpctlText.comparable(flows))
                .isEqualTo(DpctlText.comparable(
                        DpctlText.repaired(shell.run("ovs-dpctl", "dump-flows", "-m", "--names"))));
        assertThat(seen.kept.toString(StandardCharsets.UTF_8).lines())
                .contains("system@ovs-system: add port 2: d1", "system@ovs-system: del port 2: d1")
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
