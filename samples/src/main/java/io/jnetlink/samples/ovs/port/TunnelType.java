package io.jnetlink.samples.ovs.port;

import io.jnetlink.ovs.port.TunnelKind;
import java.util.Arrays;
import java.util.Optional;

/**
 * Types of tunnels by the words that Open vSwitch has for them.
 *
 * <p>Immutable.
 */
enum TunnelType {
    VXLAN(TunnelKind.VXLAN, "vxlan", 4789),
    GENEVE(TunnelKind.GENEVE, "geneve", 6081),
    GRE(TunnelKind.GRE, "gre", 0),
    IP6GRE(TunnelKind.IP6GRE, "ip6gre", 0),
    ERSPAN(TunnelKind.ERSPAN, "erspan", 0),
    IP6ERSPAN(TunnelKind.IP6ERSPAN, "ip6erspan", 0),
    BAREUDP(TunnelKind.BAREUDP, "bareudp", 6635);

    private final TunnelKind kind;
    private final String word;
    private final int usualUdpPort;

    TunnelType(TunnelKind kind, String word, int usualUdpPort) {
        this.kind = kind;
        this.word = word;
        this.usualUdpPort = usualUdpPort;
    }

    static TunnelType of(TunnelKind kind) {
        return Arrays.stream(values())
                .filter(type -> type.kind == kind)
                .findFirst()
                .orElse(GRE);
    }

    static Optional<TunnelType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    /** The UDP port unless another one is asked for; 0 where there is none. */
    int usualUdpPort() {
        return usualUdpPort;
    }
}
