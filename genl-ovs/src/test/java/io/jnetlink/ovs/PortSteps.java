package io.jnetlink.ovs;

import io.jnetlink.ovs.datapath.DatapathMessage;
import io.jnetlink.ovs.golden.GoldenRequest;
import io.jnetlink.ovs.golden.GoldenStep;
import io.jnetlink.ovs.port.BareudpPayload;
import io.jnetlink.ovs.port.PortSpec;
import io.jnetlink.ovs.vport.VportMessage;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands of ovs-dpctl and ovs-vsctl about datapaths and ports, done by this library. */
final class PortSteps {

    private static final Pattern VSCTL_ADD =
            Pattern.compile("ovs-vsctl.* add-port \\S+ (\\S+) -- set interface \\S+ type=(\\S+)(.*)");

    private final OpenVSwitch ovs;

    PortSteps(OpenVSwitch ovs) {
        this.ovs = ovs;
    }

    /**
     * Does a command.
     *
     * @return false if it is none of those
     */
    boolean run(GoldenStep step) {
        String command = step.commands().get(step.commands().size() - 1);
        List<String> words = List.of(command.split(" +"));
        if (words.get(0).equals("ovs-dpctl")) {
            return dpctl(words.subList(1, words.size()));
        }
        Matcher addition = VSCTL_ADD.matcher(command);
        if (addition.matches() && !addition.group(3).contains(" -- ")) {
            return vsctlAdd(step, addition);
        }
        return command.contains("del-port") && !command.contains(" -- ") && vsctlDelete(step);
    }

    private boolean dpctl(List<String> words) {
        List<String> arguments = words.subList(1, words.size());
        switch (words.get(0)) {
            case "add-dp" -> {
                Datapath made = ovs.datapaths().create(plain(arguments.get(0)));
                arguments
                        .subList(1, arguments.size())
                        .forEach(port -> add(ovs.datapaths().open(made.name()), port));
            }
            case "del-dp" -> ovs.datapaths().delete(ovs.datapaths().open(plain(arguments.get(0))));
            case "add-if" -> {
                Datapath datapath = ovs.datapaths().open(arguments.get(0));
                arguments.subList(1, arguments.size()).forEach(port -> add(datapath, port));
            }
            case "del-if" -> {
                Datapath datapath = ovs.datapaths().open(arguments.get(0));
                arguments.subList(1, arguments.size()).forEach(port -> delete(datapath, port));
            }
            case "cache-set-size" ->
                ovs.datapaths()
                        .setMasksCacheSize(ovs.datapaths().open(arguments.get(0)), Integer.parseInt(arguments.get(2)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void add(Datapath datapath, String text) {
        Map<String, String> options = new HashMap<>();
        String[] parts = text.split(",");
        for (String part : Arrays.copyOfRange(parts, 1, parts.length)) {
            options.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        PortSpec spec = spec(parts[0], options.getOrDefault("type", "system"), options);
        ovs.ports()
                .add(
                        datapath,
                        options.containsKey("port_no") ? spec.number(Integer.parseInt(options.get("port_no"))) : spec);
    }

    private void delete(Datapath datapath, String port) {
        if (port.chars().allMatch(Character::isDigit)) {
            ovs.ports().delete(datapath, Integer.parseInt(port));
        } else {
            ovs.ports().delete(datapath, port);
        }
    }

    private boolean vsctlAdd(GoldenStep step, Matcher addition) {
        Map<String, String> options = new HashMap<>();
        for (String option : addition.group(3).strip().split(" +")) {
            if (option.startsWith("options:")) {
                options.put(option.substring(8, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
            }
        }
        Optional<VportMessage> recorded = ports(step, "OVS_VPORT_CMD_NEW");
        if (recorded.isEmpty()) {
            return false;
        }
        ovs.ports().add(datapath(recorded.get()), spec(addition.group(1), addition.group(2), options));
        return true;
    }

    private boolean vsctlDelete(GoldenStep step) {
        Optional<VportMessage> recorded = ports(step, "OVS_VPORT_CMD_DEL");
        recorded.ifPresent(port ->
                ovs.ports().delete(datapath(port), (int) port.attributes().portNo()));
        return recorded.isPresent();
    }

    private static Optional<VportMessage> ports(GoldenStep step, String command) {
        return step.requests().stream()
                .filter(request -> request.is(command))
                .map(GoldenRequest::body)
                .map(body -> VportMessage.decode(NetlinkBuffer.wrap(body), 0, body.length))
                .findFirst();
    }

    private static Datapath datapath(VportMessage port) {
        return new Datapath(DatapathMessage.builder()
                .header(h -> h.dpIfindex(port.header().dpIfindex()))
                .attributes(a -> a.name("ovs-system"))
                .build());
    }

    private static String plain(String datapath) {
        return datapath.startsWith("system@") ? datapath.substring(7) : datapath;
    }

    private static PortSpec spec(String name, String type, Map<String, String> options) {
        int udpPort = Integer.parseInt(options.getOrDefault("dst_port", type.equals("vxlan") ? "4789" : "6081"));
        String extensions = options.getOrDefault("exts", "");
        return switch (type) {
            case "system" -> PortSpec.device(name);
            case "internal" -> PortSpec.internal(name);
            case "vxlan" ->
                switch (extensions) {
                    case "gbp" -> PortSpec.vxlan(udpPort).gbp();
                    case "gpe" -> PortSpec.vxlan(udpPort).gpe();
                    default -> PortSpec.vxlan(udpPort);
                };
            case "geneve" -> PortSpec.geneve(udpPort);
            case "gre" ->
                options.getOrDefault("packet_type", "").equals("legacy_l3") ? PortSpec.greL3() : PortSpec.gre();
            case "ip6gre" -> PortSpec.ip6gre();
            case "erspan" -> PortSpec.erspan();
            case "ip6erspan" -> PortSpec.ip6erspan();
            case "bareudp" ->
                PortSpec.bareudp(
                        udpPort,
                        options.getOrDefault("payload_type", "mpls").equals("mpls")
                                ? BareudpPayload.MPLS
                                : BareudpPayload.IP);
            default -> throw new UnsupportedOperationException("no kernel has ports of type " + type);
        };
    }
}
