package io.jnetlink.samples.ovs.port;

import io.jnetlink.ovs.port.BareudpPayload;
import io.jnetlink.ovs.port.PortSpec;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.IpAddress;
import java.util.List;
import java.util.Map;

/**
 * The options of a tunnel, as {@code ovs-vswitchd.conf.db(5)} has them: which of them make the device. Addresses and keys do
 * not: they come with each packet of a datapath, and are checked only.
 *
 * <p>Immutable.
 */
final class TunnelOptions {

    private static final String FLOW = "flow";

    private final String name;
    private final TunnelType type;
    private final Map<String, String> options;

    private TunnelOptions(String name, TunnelType type, Map<String, String> options) {
        this.name = name;
        this.type = type;
        this.options = options;
    }

    /**
     * The port that the options describe.
     *
     * @throws JovsException if an option is missing or wrong
     */
    static PortSpec port(String name, TunnelType type, Map<String, String> options) {
        TunnelOptions tunnel = new TunnelOptions(name, type, options);
        tunnel.check();
        return tunnel.spec();
    }

    /**
     * Only checks the options.
     *
     * @throws JovsException if an option is missing or wrong
     */
    static void check(String name, TunnelType type, Map<String, String> options) {
        new TunnelOptions(name, type, options).check();
    }

    private void check() {
        String remote = options.get("remote_ip");
        if (remote == null || remote.isEmpty()) {
            throw wrong(type.word() + " type requires valid 'remote_ip' argument");
        }
        IpAddress remoteAddress = remote.equals(FLOW) ? null : address("remote_ip", remote);
        if (remoteAddress != null && remoteAddress.isMulticast()) {
            throw wrong("multicast remote_ip=" + remote + " not allowed");
        }
        String local = options.getOrDefault("local_ip", "");
        if (local.equals(FLOW)) {
            if (remoteAddress != null) {
                throw wrong(type.word() + " type requires 'remote_ip=flow' with 'local_ip=flow'");
            }
        } else if (!local.isEmpty()) {
            IpAddress localAddress = address("local_ip", local);
            if (remoteAddress != null && remoteAddress.isV4() != localAddress.isV4()) {
                throw wrong("'remote_ip' and 'local_ip' has to be of the same address family");
            }
        }
    }

    private IpAddress address(String option, String text) {
        try {
            return IpAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong("bad " + type.word() + " '" + option + "'");
        }
    }

    private PortSpec spec() {
        return switch (type) {
            case VXLAN -> vxlan();
            case GENEVE -> PortSpec.geneve(udpPort());
            case GRE -> "legacy_l3".equals(options.get("packet_type")) ? PortSpec.greL3() : PortSpec.gre();
            case IP6GRE -> PortSpec.ip6gre();
            case ERSPAN -> PortSpec.erspan();
            case IP6ERSPAN -> PortSpec.ip6erspan();
            case BAREUDP -> PortSpec.bareudp(udpPort(), payload());
        };
    }

    private PortSpec vxlan() {
        PortSpec spec = PortSpec.vxlan(udpPort());
        String extensions = options.getOrDefault("exts", "");
        for (String extension : extensions.isEmpty() ? List.<String>of() : List.of(extensions.split("[,;]"))) {
            spec = switch (extension) {
                case "gbp" -> spec.gbp();
                case "gpe" -> spec.gpe();
                default -> throw wrong("unknown extension '" + extension + "'");
            };
        }
        return spec;
    }

    private int udpPort() {
        String text = options.get("dst_port");
        return text == null ? type.usualUdpPort() : number("dst_port", text);
    }

    private BareudpPayload payload() {
        String text = options.getOrDefault("payload_type", "");
        return switch (text) {
            case "mpls" -> BareudpPayload.MPLS;
            case "ip" -> BareudpPayload.IP;
            default -> BareudpPayload.of(number("payload_type", text));
        };
    }

    private int number(String option, String text) {
        try {
            return Integer.decode(text);
        } catch (NumberFormatException e) {
            throw wrong("bad " + type.word() + " '" + option + "'");
        }
    }

    private JovsException wrong(String what) {
        return JovsException.of(name + ": " + what, Errno.EINVAL);
    }
}
