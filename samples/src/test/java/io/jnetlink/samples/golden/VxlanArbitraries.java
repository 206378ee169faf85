package io.jnetlink.samples.golden;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Commands that make VXLAN devices, each of which {@code ip} and the kernel take: the options are drawn freely within the rules that
 * tie them together. Addresses are of documentation ranges; the underlay is {@code under0}.
 *
 * <p>Stateless.
 */
final class VxlanArbitraries {

    /** What decides where packets go, and with it which other options are allowed. */
    private enum Mode {
        NUMBERED,
        EXTERNAL,
        GPE
    }

    private enum Family {
        NONE,
        IPV4,
        IPV6,
        IPV6_LINK_LOCAL;

        boolean isIpv6() {
            return this == IPV6 || this == IPV6_LINK_LOCAL;
        }
    }

    /** Header bits that no feature uses, and those left beside group policies. */
    private static final long RESERVED = 0xf7ff_ffff_0000_00ffL;

    private static final long RESERVED_WITH_GBP = 0x7700_0000_0000_00ffL;
    private static final int IFLA_VXLAN_REMCSUM_NOPARTIAL = 24;
    private static final int IFLA_VXLAN_LOCALBYPASS = 31;
    private static final int IFLA_VXLAN_LABEL_POLICY = 32;
    private static final int IFLA_VXLAN_RESERVED_BITS = 33;

    private VxlanArbitraries() {}

    /** Any command. */
    static Arbitrary<VxlanOptions> commands() {
        Arbitrary<Mode> modes = Arbitraries.of(
                Mode.NUMBERED, Mode.NUMBERED, Mode.NUMBERED, Mode.NUMBERED, Mode.EXTERNAL, Mode.EXTERNAL, Mode.GPE);
        Arbitrary<Family> families = Arbitraries.of(Family.values());
        return modes.flatMap(mode -> families.flatMap(family -> commands(mode, family)));
    }

    private static Arbitrary<VxlanOptions> commands(Mode mode, Family family) {
        List<Arbitrary<List<List<String>>>> parts = new ArrayList<>();
        parts.add(identity(mode));
        parts.add(addresses(family));
        parts.addAll(tunnel(family));
        parts.addAll(switches(mode));
        Arbitrary<List<List<String>>> options = Combinators.combine(parts)
                .as(drawn -> drawn.stream().flatMap(List::stream).toList())
                .flatMap(Arbitraries::shuffle);
        return Combinators.combine(options, generic(mode), newer())
                .as((drawn, generic, newer) -> withNewer(mode, drawn, generic, newer));
    }

    private static Arbitrary<List<List<String>>> identity(Mode mode) {
        if (mode == Mode.NUMBERED) {
            Arbitrary<String> keyword = Arbitraries.of("id", "id", "vni");
            return Combinators.combine(keyword, number(0, 0xff_ffff)).as((word, vni) -> List.of(List.of(word, vni)));
        }
        List<String> external = List.of("external");
        return mode == Mode.GPE
                ? Arbitraries.just(List.of(external, List.of("gpe")))
                : Arbitraries.of(
                        List.of(external),
                        List.of(external),
                        List.of(external, List.of("vnifilter")),
                        List.of(external, List.of("novnifilter")));
    }

    private static Arbitrary<List<List<String>>> addresses(Family family) {
        Arbitrary<Boolean> maybe = Arbitraries.of(true, false);
        List<String> dev = List.of("dev", "under0");
        if (family == Family.NONE) {
            return maybe.map(bound -> bound ? List.of(dev) : List.of());
        }
        Arbitrary<List<List<String>>> local = unicast(family).map(text -> List.of(List.of("local", text)));
        Arbitrary<List<List<String>>> remote = unicast(family).map(text -> List.of(List.of("remote", text)));
        Arbitrary<List<List<String>>> both = Combinators.combine(local, remote).as(VxlanArbitraries::joined);
        if (family == Family.IPV6_LINK_LOCAL) {
            return both.map(drawn -> joined(drawn, List.of(dev)));
        }
        Arbitrary<List<List<String>>> group = multicast(family).map(text -> List.of(List.of("group", text), dev));
        Arbitrary<List<List<String>>> groupAndLocal =
                Combinators.combine(group, local).as(VxlanArbitraries::joined);
        Arbitrary<List<List<String>>> tiedToDevice = Combinators.combine(Arbitraries.oneOf(local, remote, both), maybe)
                .as((drawn, bound) -> bound ? joined(drawn, List.of(dev)) : drawn);
        return Arbitraries.oneOf(tiedToDevice, tiedToDevice, group, groupAndLocal);
    }

    private static List<Arbitrary<List<List<String>>>> tunnel(Family family) {
        Arbitrary<String> lifetimes = Arbitraries.oneOf(number(0, 255), Arbitraries.of("auto", "inherit"));
        Arbitrary<String> services = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 255).map(value -> "0x" + Integer.toHexString(value)),
                Arbitraries.of("inherit", "AF11", "AF43", "CS6", "EF", "default"));
        List<Arbitrary<List<List<String>>>> parts = new ArrayList<>();
        parts.add(maybe(keyword(lifetimes, "ttl", "hoplimit")));
        parts.add(maybe(keyword(services, "tos", "dsfield")));
        parts.add(maybe(keyword(Arbitraries.of("unset", "set", "inherit"), "df")));
        parts.add(maybe(keyword(Arbitraries.oneOf(number(0, 0xffff_ffffL), Arbitraries.just("none")), "ageing")));
        parts.add(maybe(
                keyword(Arbitraries.oneOf(number(0, 0xffff_ffffL), Arbitraries.just("unlimited")), "maxaddress")));
        parts.add(maybe(sourcePorts()));
        parts.add(keyword(number(0, 65_535), "dstport").optional(0.9).map(VxlanArbitraries::listed));
        if (family.isIpv6()) {
            parts.add(maybe(keyword(number(0, 0xf_ffff), "flowlabel", "label")));
        }
        return parts;
    }

    private static List<Arbitrary<List<List<String>>>> switches(Mode mode) {
        List<String> words = new ArrayList<>(List.of("udpcsum", "udp6zerocsumtx", "udp6zerocsumrx"));
        List<Arbitrary<List<List<String>>>> parts = new ArrayList<>();
        if (mode == Mode.GPE) {
            parts.add(maybe(Arbitraries.just(List.of("nolearning"))));
        } else {
            words.addAll(List.of("learning", "proxy", "rsc", "l2miss", "l3miss", "remcsumtx", "remcsumrx"));
            parts.add(maybe(Arbitraries.just(List.of("gbp"))));
        }
        if (mode == Mode.NUMBERED) {
            parts.add(maybe(Arbitraries.just(List.of("noexternal"))));
        }
        for (String word : words) {
            parts.add(maybe(Arbitraries.of(word, "no" + word).map(List::of)));
        }
        return parts;
    }

    private static Arbitrary<List<String>> generic(Mode mode) {
        Arbitrary<List<List<String>>> mtu = maybe(keyword(number(68, 65_535), "mtu"));
        Arbitrary<List<List<String>>> queue = maybe(keyword(number(0, 5000), "txqueuelen", "qlen"));
        Arbitrary<List<List<String>>> queues = maybe(keyword(number(1, 8), "numtxqueues"));
        Arbitrary<List<List<String>>> address = mode == Mode.GPE
                ? Arbitraries.just(List.of())
                : maybe(keyword(
                        Arbitraries.integers().between(0, 255).map("02:00:00:00:00:%02x"::formatted), "address"));
        return Combinators.combine(List.of(mtu, queue, queues, address))
                .as(drawn -> drawn.stream()
                        .flatMap(List::stream)
                        .flatMap(List::stream)
                        .toList());
    }

    /** Draws options that iproute2 6.1 lacks; what is drawn is used as far as the other options allow it. */
    private static Arbitrary<Newer> newer() {
        Arbitrary<Optional<Boolean>> sometimes = Arbitraries.of(true, false).optional(0.4);
        return Combinators.combine(sometimes, Arbitraries.longs().optional(0.4), sometimes, sometimes, sometimes)
                .as(Newer::new);
    }

    private record Newer(
            Optional<Boolean> bypass,
            Optional<Long> bits,
            Optional<Boolean> routes,
            Optional<Boolean> inheritsLabel,
            Optional<Boolean> noPartial) {}

    private static VxlanOptions withNewer(Mode mode, List<List<String>> options, List<String> generic, Newer drawn) {
        List<List<String>> newer = new ArrayList<>();
        Map<Integer, String> expected = new HashMap<>();
        if (mode != Mode.GPE) {
            drawn.bypass().ifPresent(on -> {
                newer.add(List.of(on ? "localbypass" : "nolocalbypass"));
                expected.put(IFLA_VXLAN_LOCALBYPASS, on ? "01" : "00");
            });
            drawn.routes().ifPresent(on -> newer.add(List.of(on ? "mcroute" : "nomcroute")));
            drawn.noPartial().filter(on -> on).ifPresent(on -> {
                newer.add(List.of("remcsum_nopartial"));
                expected.put(IFLA_VXLAN_REMCSUM_NOPARTIAL, "");
            });
            drawn.bits().flatMap(any -> reservable(any, options)).ifPresent(bits -> {
                newer.add(List.of("reserved_bits", "0x" + Long.toHexString(bits)));
                expected.put(IFLA_VXLAN_RESERVED_BITS, "%016x".formatted(bits));
            });
        }
        drawn.inheritsLabel().filter(any -> isIpv6(options)).ifPresent(inherits -> {
            newer.add(List.of("label_policy", inherits ? "inherit" : "fixed"));
            expected.put(IFLA_VXLAN_LABEL_POLICY, HexFormat.of().formatHex(hostOrder(inherits ? 1 : 0)));
        });
        return new VxlanOptions(generic, options, newer, expected);
    }

    /** Those of the bits that no feature of the device uses; none where that is not known here. */
    private static Optional<Long> reservable(long bits, List<List<String>> options) {
        // The kernel takes the bits of remote checksum offload for used as soon as the option is there, even to turn it
        // off.
        boolean offloads = options.stream().anyMatch(option -> option.get(0).contains("remcsum"));
        long free = options.contains(List.of("gbp")) ? RESERVED_WITH_GBP : RESERVED;
        return offloads ? Optional.empty() : Optional.of(bits & free);
    }

    private static boolean isIpv6(List<List<String>> options) {
        return options.stream().anyMatch(option -> option.get(option.size() - 1).contains(":"));
    }

    private static byte[] hostOrder(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }

    private static Arbitrary<List<String>> sourcePorts() {
        return Arbitraries.integers()
                .between(0, 65_535)
                .flatMap(low -> Arbitraries.integers()
                        .between(low, 65_535)
                        .map(high -> List.of("srcport", low.toString(), high.toString())));
    }

    private static Arbitrary<String> unicast(Family family) {
        Arbitrary<Integer> hosts = Arbitraries.integers().between(1, 254);
        return switch (family) {
            case IPV4 ->
                Arbitraries.oneOf(
                        hosts.map(host -> "198.51.100." + host), Arbitraries.of("0.0.0.0", "127.0.0.1", "203.0.113.9"));
            case IPV6 ->
                Arbitraries.oneOf(
                        hosts.map(host -> "2001:db8:a::" + Integer.toHexString(host)),
                        Arbitraries.of("::", "::1", "::ffff:198.51.100.7", "2001:db8:1:2:3:4:5:6"));
            default -> hosts.map(host -> "fe80::" + Integer.toHexString(host));
        };
    }

    private static Arbitrary<String> multicast(Family family) {
        Arbitrary<Integer> hosts = Arbitraries.integers().between(1, 254);
        return family == Family.IPV4
                ? hosts.map(host -> "239.1.1." + host)
                : Combinators.combine(Arbitraries.of("ff02", "ff05", "ff0e"), hosts)
                        .as((scope, host) -> scope + "::" + Integer.toHexString(host));
    }

    private static Arbitrary<String> number(long low, long high) {
        Arbitrary<Long> values = Arbitraries.longs().between(low, high);
        return Combinators.combine(values, Arbitraries.of(true, true, false))
                .as((value, decimal) -> decimal ? value.toString() : "0x" + Long.toHexString(value));
    }

    private static Arbitrary<List<String>> keyword(Arbitrary<String> values, String... keywords) {
        return Combinators.combine(Arbitraries.of(keywords), values).as(List::of);
    }

    private static Arbitrary<List<List<String>>> maybe(Arbitrary<List<String>> option) {
        return option.optional(0.3).map(VxlanArbitraries::listed);
    }

    private static List<List<String>> listed(Optional<List<String>> option) {
        return option.map(List::of).orElse(List.of());
    }

    private static List<List<String>> joined(List<List<String>> first, List<List<String>> second) {
        List<List<String>> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
