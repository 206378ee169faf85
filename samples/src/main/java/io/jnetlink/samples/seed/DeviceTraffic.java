package io.jnetlink.samples.seed;

import io.jnetlink.route.RtNetlink;
import io.jnetlink.sys.NetworkNamespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The packets that the links of a namespace have counted, by name. Immutable; thread-safe. */
final class DeviceTraffic {

    private record Counts(long received, long sent) {}

    private final Map<String, Counts> devices;

    private DeviceTraffic(Map<String, Counts> devices) {
        this.devices = devices;
    }

    static DeviceTraffic read(NetworkNamespace namespace) {
        Map<String, Counts> devices = new LinkedHashMap<>();
        try (RtNetlink route = RtNetlink.open(namespace)) {
            route.links().forEach(link -> {
                if (link.attributes().hasStats64()) {
                    devices.put(
                            link.attributes().ifname(),
                            new Counts(
                                    link.attributes().stats64().rxPackets(),
                                    link.attributes().stats64().txPackets()));
                }
            });
        }
        return new DeviceTraffic(devices);
    }

    /**
     * The devices that most of some packets passed since an earlier reading.
     *
     * @param side the namespace's name for people
     * @param least how many packets a device must have counted in a direction to be on the path
     */
    List<Hop> passed(DeviceTraffic earlier, String side, long least) {
        List<Hop> hops = new ArrayList<>();
        devices.forEach((name, now) -> {
            Counts before = earlier.devices.getOrDefault(name, new Counts(0, 0));
            long received = now.received() - before.received();
            long sent = now.sent() - before.sent();
            if (sent >= least) {
                hops.add(new Hop(side, name, Hop.Direction.SENT, sent));
            }
            if (received >= least) {
                hops.add(new Hop(side, name, Hop.Direction.RECEIVED, received));
            }
        });
        return hops;
    }
}
