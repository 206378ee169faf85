package io.jnetlink.samples.lab;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.netty.EpollSocketLoop;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ovs-switch-demo}: makes a switch with a VXLAN tunnel out of an Open vSwitch datapath, in namespaces of its own, and
 * shows that pings cross it.
 *
 * <p>Used once for each run, by one thread.
 */
@Command(
        name = "ovs-switch-demo",
        mixinStandardHelpOptions = true,
        version = "ovs-switch-demo 0.1.0",
        description = {
            "Drives Open vSwitch datapaths from Java, without ovs-vswitchd.",
            "A datapath with two hosts learns where they are, and reaches a third through vxlan_sys_4789: first one with a "
                    + "VXLAN device of the kernel, then one behind a second datapath. Packets on the cable between are "
                    + "captured and checked. All of it is in network namespaces that end with the program.",
            "Needs root and a kernel with openvswitch; the kernel lab has both: genl-ovs/lab/bin/lab samples/bin/ovs-switch-demo"
        },
        usageHelpAutoWidth = true)
public final class SwitchDemo implements Callable<Integer> {

    private static final int FAILED = 1;

    @Option(names = "--peer", paramLabel = "KIND", description = "kernel, datapath or both (default).")
    private Peer peer = Peer.BOTH;

    @Option(names = "--vni", paramLabel = "N", description = "VNI of the tunnel (default 4711).")
    private int vni = 4711;

    @Option(names = "--patience", paramLabel = "SECONDS", description = "How long a ping may take (default 5).")
    private int patience = 5;

    private final PrintStream out = System.out;

    /** Which far ends there are. */
    enum Peer {
        /** A VXLAN device of the kernel. */
        KERNEL,
        /** A second datapath. */
        DATAPATH,
        /** One after the other. */
        BOTH
    }

    /** One run. */
    public SwitchDemo() {}

    /** Runs the demo, and ends the process with its status. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SwitchDemo())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        IoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        try {
            boolean good = true;
            SwitchScene scene =
                    new SwitchScene(EpollSocketLoop.of(loops), vni, Duration.ofSeconds(patience), out::println);
            if (peer != Peer.DATAPATH) {
                good &= scene.playWithKernelPeer();
            }
            if (peer != Peer.KERNEL) {
                good &= scene.playWithDatapathPeer();
            }
            out.println(good ? "all pings crossed" : "NOT all pings crossed");
            return good ? CommandLine.ExitCode.OK : FAILED;
        } catch (IOException | NetlinkException | IllegalArgumentException e) {
            System.err.println("ovs-switch-demo: " + e.getMessage());
            return FAILED;
        } finally {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
        }
    }
}
