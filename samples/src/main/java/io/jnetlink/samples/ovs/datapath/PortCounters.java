package io.jnetlink.samples.ovs.datapath;

import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.vport.VportStats;
import io.jnetlink.ovs.vport.VportType;
import io.jnetlink.route.link.RtnlLinkStats64;
import io.jnetlink.samples.ovs.port.PortDescription;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What has passed a port. As in Open vSwitch, packets and bytes of a device are those of its driver, since the datapath
 * counts large packets before they are cut, and what went wrong is the sum of both.
 *
 * <p>Immutable.
 *
 * @param port what the datapath counts
 * @param device what the driver counts, if that is looked at
 * @param full whether errors are printed: Open vSwitch knows none of tunnels
 */
record PortCounters(VportStats port, Optional<RtnlLinkStats64> device, boolean full) {

    private static final VportStats NONE = VportStats.builder().build();
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};
    private static final int UNIT = 1024;

    /** Asks the kernel for what is not among the report of the port. */
    static PortCounters of(OpenVSwitch ovs, OvsPort port) {
        boolean tunnel = PortDescription.of(port).isTunnel();
        boolean foreign = !tunnel && !port.type().equals(VportType.INTERNAL);
        Optional<RtnlLinkStats64> device = foreign
                ? ovs.route()
                        .links()
                        .find(port.name())
                        .filter(link -> link.attributes().hasStats64())
                        .map(link -> link.attributes().stats64())
                : Optional.empty();
        return new PortCounters(port.stats().orElse(NONE), device, !tunnel);
    }

    void print(PrintStream out) {
        out.println("    RX packets:" + text(rxPackets()) + " errors:" + known(rxErrors()) + " dropped:"
                + known(rxDropped()) + " overruns:" + known(overruns()) + " frame:" + known(frame()));
        out.println("    TX packets:" + text(txPackets()) + " errors:" + known(txErrors()) + " dropped:"
                + known(txDropped()) + " aborted:" + known(aborted()) + " carrier:" + known(carrier()));
        out.println("    collisions:" + known(collisions()));
        out.println("    RX bytes:" + text(rxBytes()) + scaled(rxBytes()) + "  TX bytes:" + text(txBytes())
                + scaled(txBytes()));
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rx-packets", rxPackets());
        json.put("rx-bytes", rxBytes());
        json.put("rx-errors", rxErrors());
        json.put("rx-dropped", rxDropped());
        json.put("tx-packets", txPackets());
        json.put("tx-bytes", txBytes());
        json.put("tx-errors", txErrors());
        json.put("tx-dropped", txDropped());
        return json;
    }

    private long rxPackets() {
        return device.map(RtnlLinkStats64::rxPackets).orElse(port.rxPackets());
    }

    private long txPackets() {
        return device.map(RtnlLinkStats64::txPackets).orElse(port.txPackets());
    }

    private long rxBytes() {
        return device.map(RtnlLinkStats64::rxBytes).orElse(port.rxBytes());
    }

    private long txBytes() {
        return device.map(RtnlLinkStats64::txBytes).orElse(port.txBytes());
    }

    private long rxErrors() {
        return port.rxErrors() + device.map(RtnlLinkStats64::rxErrors).orElse(0L);
    }

    private long txErrors() {
        return port.txErrors() + device.map(RtnlLinkStats64::txErrors).orElse(0L);
    }

    private long rxDropped() {
        return port.rxDropped() + device.map(RtnlLinkStats64::rxDropped).orElse(0L);
    }

    private long txDropped() {
        return port.txDropped() + device.map(RtnlLinkStats64::txDropped).orElse(0L);
    }

    private long overruns() {
        return device.map(RtnlLinkStats64::rxOverErrors).orElse(0L);
    }

    private long frame() {
        return device.map(RtnlLinkStats64::rxFrameErrors).orElse(0L);
    }

    private long aborted() {
        return device.map(RtnlLinkStats64::txAbortedErrors).orElse(0L);
    }

    private long carrier() {
        return device.map(RtnlLinkStats64::txCarrierErrors).orElse(0L);
    }

    private long collisions() {
        return device.map(RtnlLinkStats64::collisions).orElse(0L);
    }

    private String known(long counter) {
        return full ? text(counter) : "?";
    }

    private static String text(long counter) {
        return Long.toUnsignedString(counter);
    }

    private static String scaled(long bytes) {
        double value = bytes;
        String unit = "";
        for (int i = 0; i < UNITS.length && value >= UNIT; i++) {
            value /= UNIT;
            unit = UNITS[i];
        }
        return unit.isEmpty() ? "" : String.format(Locale.ROOT, " (%.1f %s)", value, unit);
    }
}
