package io.jnetlink.samples.ovs.flow;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.rule.Flow;
import io.jnetlink.ovs.text.PortNames;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import io.jnetlink.sys.Errno;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Chooses flows by {@code in_port=1,tcp,tp_dst=80,ip_src=10.0.0.0/8}, the words of {@code ovs-ofctl(8)} as far as {@link
 * FilterField} knows them. Bits that a flow does not look at agree with anything.
 *
 * <p>Immutable.
 */
final class FlowFilter implements Predicate<Flow> {

    private static final Map<String, String> PROTOCOLS = Map.ofEntries(
            Map.entry("ip", "eth_type=0x800"),
            Map.entry("ipv6", "eth_type=0x86dd"),
            Map.entry("arp", "eth_type=0x806"),
            Map.entry("mpls", "eth_type=0x8847"),
            Map.entry("icmp", "eth_type=0x800,ip_proto=1"),
            Map.entry("tcp", "eth_type=0x800,ip_proto=6"),
            Map.entry("udp", "eth_type=0x800,ip_proto=17"),
            Map.entry("sctp", "eth_type=0x800,ip_proto=132"),
            Map.entry("icmp6", "eth_type=0x86dd,ip_proto=58"),
            Map.entry("tcp6", "eth_type=0x86dd,ip_proto=6"),
            Map.entry("udp6", "eth_type=0x86dd,ip_proto=17"),
            Map.entry("sctp6", "eth_type=0x86dd,ip_proto=132"));

    private record Condition(FilterField field, byte[] value, byte[] mask) {

        boolean holds(Flow flow) {
            Optional<byte[]> key = field.of(flow.key());
            Optional<byte[]> counts = exact(flow) ? Optional.empty() : field.of(flow.mask());
            if (key.isEmpty()) {
                // A field that the flow knows nothing of may be anything.
                return !exact(flow);
            }
            if (counts.isEmpty() && !exact(flow)) {
                return true;
            }
            for (int i = 0; i < mask.length; i++) {
                int considered = mask[i] & (counts.isPresent() ? counts.get()[i] : 0xff);
                if (((key.get()[i] ^ value[i]) & considered) != 0) {
                    return false;
                }
            }
            return true;
        }

        private static boolean exact(Flow flow) {
            return flow.mask().length() == 0;
        }
    }

    private final List<Condition> conditions;

    private FlowFilter(List<Condition> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    /**
     * Reads a filter.
     *
     * @throws JovsException if it cannot be read
     */
    static FlowFilter parse(JovsSession session, Datapath datapath, String text) {
        return parse(session.portNames(datapath), text);
    }

    static FlowFilter parse(PortNames ports, String text) {
        List<Condition> conditions = new ArrayList<>();
        for (String word : text.split("[,\\s]+")) {
            if (!word.isEmpty()) {
                for (String condition : PROTOCOLS.getOrDefault(word, word).split(",")) {
                    conditions.add(condition(ports, condition));
                }
            }
        }
        return new FlowFilter(conditions);
    }

    private static Condition condition(PortNames ports, String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        FilterField field = FilterField.named(name)
                .filter(f -> equals > 0)
                .orElseThrow(() -> wrong(word, "there is no field \"" + name + "\" in a filter, or it has no value"));
        String[] value = word.substring(equals + 1).split("/", 2);
        try {
            byte[] wanted = field.parse(value[0], ports);
            return new Condition(field, wanted, value.length > 1 ? field.parseMask(value[1]) : ones(wanted.length));
        } catch (IllegalArgumentException e) {
            throw wrong(word, "\"" + word.substring(equals + 1) + "\" is no value of " + name);
        }
    }

    private static JovsException wrong(String word, String reason) {
        return JovsException.of("Failed to parse filter (" + word + ")", Errno.EINVAL, reason);
    }

    private static byte[] ones(int length) {
        byte[] mask = new byte[length];
        Arrays.fill(mask, (byte) 0xff);
        return mask;
    }

    @Override
    public boolean test(Flow flow) {
        return conditions.stream().allMatch(condition -> condition.holds(flow));
    }

    /** The innermost keys: what stands behind all vlan tags. */
    static KeyAttrs innermost(KeyAttrs key) {
        return key.hasEncap() ? innermost(key.encap()) : key;
    }
}
