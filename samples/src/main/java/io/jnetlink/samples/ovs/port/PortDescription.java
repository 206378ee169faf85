package io.jnetlink.samples.ovs.port;

import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.port.TunnelKind;
import io.jnetlink.ovs.vport.VportType;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What {@code show} says of a port beside number and name: what it is to Open vSwitch, and how it is set up as far as its
 * name tells.
 *
 * <p>Immutable.
 *
 * @param type such as {@code internal} or {@code vxlan}; {@code system} for devices of other programs
 * @param options by name
 */
public record PortDescription(String type, Map<String, String> options) {

    static final String SYSTEM = "system";
    static final String INTERNAL = "internal";

    /** Describes a port. */
    public static PortDescription of(OvsPort port) {
        if (port.type().equals(VportType.INTERNAL)) {
            return new PortDescription(INTERNAL, Map.of());
        }
        return port.tunnel()
                .map(kind -> new PortDescription(typeOf(kind), tunnelOptions(kind, port.name())))
                .orElseGet(() -> new PortDescription(SYSTEM, Map.of()));
    }

    /** What follows the name: {@code  (vxlan: dst_port=4790, packet_type=ptap)}; nothing for a device of another program. */
    public String suffix() {
        if (type.equals(SYSTEM)) {
            return "";
        }
        return options.isEmpty()
                ? " (" + type + ")"
                : options.entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .collect(Collectors.joining(", ", " (" + type + ": ", ")"));
    }

    /** Whether it is a tunnel. */
    public boolean isTunnel() {
        return !type.equals(SYSTEM) && !type.equals(INTERNAL);
    }

    private static String typeOf(TunnelKind kind) {
        return TunnelType.of(kind).word();
    }

    private static Map<String, String> tunnelOptions(TunnelKind kind, String name) {
        Map<String, String> options = new TreeMap<>();
        TunnelType type = TunnelType.of(kind);
        udpPort(name)
                .filter(port -> kind.hasUdpPort() && port != type.usualUdpPort())
                .ifPresent(port -> options.put("dst_port", Integer.toString(port)));
        if (kind == TunnelKind.ERSPAN || kind == TunnelKind.IP6ERSPAN) {
            options.put("erspan_ver", "0");
        }
        options.put("packet_type", "ptap");
        return Collections.unmodifiableMap(options);
    }

    private static Optional<Integer> udpPort(String name) {
        try {
            return Optional.of(Integer.parseInt(name.substring(name.lastIndexOf('_') + 1)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
