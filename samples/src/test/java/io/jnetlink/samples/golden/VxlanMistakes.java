package io.jnetlink.samples.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Commands with a mistake somewhere behind {@code type vxlan}: a value that may not fit its option, a word too much or too few, an
 * option twice, a keyword cut short or misspelt. Some of them are good commands all the same.
 *
 * <p>Stateless.
 */
final class VxlanMistakes {

    private static final List<String> NUMBERS = words("""
            0 1 7 07 08 0x 0x1f 0X1F +7 -1 1e3 7x x 255 256 4095 65535 65536 1048575 1048576 16777215 16777216
            2147483648 4294967295 4294967296 18446744073709551616
            """, " 7", "7 ", "");

    private static final List<String> ADDRESSES = words("""
            any default all 198.51.100.20 198.51.100 198.51.100.20/24 300.1.1.1 1.2.3.4.5 0x7f.1 239.1.1.1
            224.0.0.0 255.255.255.255 0.0.0.0 :: ::1 ::g fe80::1 ff02::1 2001:db8::1 2001:DB8:0:0::1
            2001:db8::1%lo ::ffff:239.1.1.1 ::ffff:198.51.100.1
            """);

    private static final List<String> WORDS =
            words("none unlimited auto inherit inh unset set on off EF ef lowdelay lo under0 under1 missing0");

    private static final List<String> NUMBERED =
            words("id vni ttl hoplimit tos dsfield flowlabel label ageing maxaddress dstport");

    private static final List<String> ADDRESSED = words("group remote local");

    private static final List<String> WORDED = words("dev ttl tos df ageing maxaddress");

    private static final List<String> KEYWORDS = words("""
            id vni group remote local dev ttl hoplimit tos dsfield df flowlabel label ageing maxaddress port
            srcport dstport learning nolearning proxy noproxy rsc norsc l2miss nol2miss l3miss nol3miss udpcsum
            noudpcsum udp6zerocsumtx noudp6zerocsumtx udp6zerocsumrx noudp6zerocsumrx remcsumtx noremcsumtx
            remcsumrx noremcsumrx external noexternal gbp gpe vnifilter novnifilter localbypass reserved_bits
            mcroute i r re l d de t g gb p po s a m no noe u udp ext v f h n dst dstporto ID help sideways
            """);

    /** Commands so short that one more option is seldom a second one of its kind. */
    private static final List<List<String>> SHORT = List.of(
            List.of("id", "7", "dstport", "4789"),
            List.of("id", "7"),
            List.of("external", "dstport", "4789"),
            List.of("id", "7", "dstport", "4789", "remote", "198.51.100.20"),
            List.of("id", "7", "dstport", "4789", "local", "2001:db8:a::10"),
            List.of("dstport", "4789", "dev", "under0"));

    /** One change to the words of a command. */
    private interface Mistake {
        List<String> make(List<String> words);
    }

    private VxlanMistakes() {}

    private static List<String> words(String separated, String... more) {
        List<String> words = new ArrayList<>(List.of(separated.strip().split("\\s+")));
        words.addAll(List.of(more));
        return List.copyOf(words);
    }

    /** Any such command. */
    static Arbitrary<VxlanOptions> commands() {
        Arbitrary<List<String>> whole = VxlanArbitraries.commands()
                .map(command -> command.options().stream().flatMap(List::stream).toList());
        Arbitrary<List<String>> words = Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of(SHORT)), Tuple.of(1, whole));
        Arbitrary<List<Mistake>> mistakes = mistake().list().ofMinSize(1).ofMaxSize(2);
        return Combinators.combine(words, mistakes)
                .as((right, made) -> new VxlanOptions(List.of(), List.of(all(made, right)), List.of(), Map.of()));
    }

    private static List<String> all(List<Mistake> mistakes, List<String> words) {
        List<String> changed = words;
        for (Mistake mistake : mistakes) {
            changed = mistake.make(changed);
        }
        return changed;
    }

    private static Arbitrary<Mistake> mistake() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 1000);
        Arbitrary<String> numbers = Arbitraries.of(NUMBERS);
        Arbitrary<String> addresses = Arbitraries.of(ADDRESSES);
        Arbitrary<String> values = Arbitraries.oneOf(numbers, addresses, Arbitraries.of(WORDS));
        Arbitrary<String> keywords = Arbitraries.of(KEYWORDS);
        Arbitrary<Mistake> replace = Combinators.combine(places, Arbitraries.oneOf(values, values, keywords))
                .as(VxlanMistakes::replacing);
        Arbitrary<Mistake> insert =
                Combinators.combine(places, Arbitraries.oneOf(values, keywords)).as(VxlanMistakes::inserting);
        Arbitrary<Mistake> option = Combinators.combine(keywords, values).as(VxlanMistakes::appending);
        Arbitrary<Mistake> number =
                Combinators.combine(Arbitraries.of(NUMBERED), numbers).as(VxlanMistakes::appending);
        Arbitrary<Mistake> address =
                Combinators.combine(Arbitraries.of(ADDRESSED), addresses).as(VxlanMistakes::appending);
        Arbitrary<Mistake> word = Combinators.combine(Arbitraries.of(WORDED), Arbitraries.of(WORDS))
                .as(VxlanMistakes::appending);
        Arbitrary<Mistake> drop = places.map(VxlanMistakes::dropping);
        return Arbitraries.oneOf(replace, insert, option, number, address, word, drop);
    }

    private static Mistake replacing(int place, String word) {
        return words -> {
            List<String> changed = new ArrayList<>(words);
            if (!changed.isEmpty()) {
                changed.set(place % changed.size(), word);
            }
            return changed;
        };
    }

    private static Mistake inserting(int place, String word) {
        return words -> {
            List<String> changed = new ArrayList<>(words);
            changed.add(place % (changed.size() + 1), word);
            return changed;
        };
    }

    private static Mistake appending(String keyword, String value) {
        return words -> {
            List<String> changed = new ArrayList<>(words);
            changed.add(keyword);
            changed.add(value);
            return changed;
        };
    }

    private static Mistake dropping(int place) {
        return words -> {
            List<String> changed = new ArrayList<>(words);
            if (!changed.isEmpty()) {
                changed.remove(place % changed.size());
            }
            return changed;
        };
    }
}
