package io.jnetlink.samples.seed;

import io.jnetlink.NetlinkException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code seed-measurement}: sends a counted number of packets through tunnels, and prints what each packet cost the kernel.
 *
 * <p>Used once for each run, by one thread.
 */
@Command(
        name = "seed-measurement",
        mixinStandardHelpOptions = true,
        version = "seed-measurement 0.1.0",
        description = {
            "Sends a counted number of UDP packets from one network namespace to another, (a) through VXLAN devices of the "
                    + "kernel and (b) through Open vSwitch datapaths with VXLAN ports, and prints for each:",
            "packets/s; NET_RX/packet, how often the receive soft interrupt ran for a packet (/proc/softirqs); "
                    + "processed/packet, how often it came out of a backlog or a poll (/proc/net/softnet_stat); and the path "
                    + "taken: the devices and flows whose counters moved by at least half of the packets.",
            "Needs root and a kernel with openvswitch, and counts for the whole machine. The kernel lab has both to itself: "
                    + "genl-ovs/lab/bin/lab samples/bin/seed-measurement"
        },
        usageHelpAutoWidth = true)
public final class SeedMeasurement implements Callable<Integer> {

    private static final int FAILED = 1;

    @Option(names = "--packets", paramLabel = "N", description = "Packets that are counted (default 100000).")
    private long packets = 100_000;

    @Option(names = "--bytes", paramLabel = "N", description = "Payload of a packet (default 64).")
    private int bytes = 64;

    @Option(names = "--only", paramLabel = "PATH", description = "kernel or ovs: measure one of them alone.")
    private @Nullable Way only;

    @Option(
            names = {"-j", "--json"},
            description = "Print JSON.")
    private boolean json;

    /** What can be measured. */
    enum Way {
        /** VXLAN devices of the kernel. */
        KERNEL,
        /** VXLAN ports of Open vSwitch datapaths. */
        OVS
    }

    /** One run. */
    public SeedMeasurement() {}

    /** Measures and prints, and ends the process with the status. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SeedMeasurement())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            Meter meter = new Meter(packets, bytes);
            List<Measurement> measurements = new ArrayList<>();
            if (only != Way.OVS) {
                try (TunnelPath path = KernelVxlanPath.create()) {
                    measurements.add(meter.measure(path));
                }
            }
            if (only != Way.KERNEL) {
                try (TunnelPath path = OvsVxlanPath.create()) {
                    measurements.add(meter.measure(path));
                }
            }
            System.out.print(json ? MeasurementPrinter.json(measurements) : MeasurementPrinter.table(measurements));
            return CommandLine.ExitCode.OK;
        } catch (IOException | NetlinkException | IllegalArgumentException e) {
            System.err.println("seed-measurement: " + e.getMessage());
            return FAILED;
        }
    }
}
