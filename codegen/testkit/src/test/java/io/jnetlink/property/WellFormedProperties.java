package io.jnetlink.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Well-formed messages are well-formed, and there is nothing in a spec that is never drawn. */
class WellFormedProperties {

    private static final int MOST_DRAWS = 5000;
    private static final Set<MalformedKind> FOR_DECODERS_TO_JUDGE = Set.of(
            MalformedKind.TRUNCATED,
            MalformedKind.OVERLONG,
            MalformedKind.UNDERSIZED,
            MalformedKind.SHORT_HEADER,
            MalformedKind.WRONG_NESTING,
            MalformedKind.TRAILING_BYTES,
            MalformedKind.DUPLICATED);

    @Property
    void requestsHaveNoFaults(@ForAll("requests") Drawn drawn) {
        NetlinkProperties.conforms(drawn.message(), drawn.subject().family());
        assertThat(Families.validated(drawn.message())).hasSize(drawn.message().length());
    }

    @Property
    void messagesOfEitherSideHaveNoFaultThatDecodersJudge(@ForAll("either") Drawn drawn) {
        assertThat(SpecConformance.of(drawn.subject().family()).faults(drawn.message()))
                .noneMatch(f -> FOR_DECODERS_TO_JUDGE.contains(f.kind()));
        assertThat(Families.validated(drawn.message())).hasSize(drawn.message().length());
    }

    @Property(tries = 300)
    void repliesAreValidToo(@ForAll("replies") Drawn drawn) {
        assertThat(Families.validated(drawn.message())).hasSize(drawn.message().length());
        Statistics.collect(SpecConformance.of(drawn.subject().family()).faults(drawn.message()).stream()
                .anyMatch(f -> f.kind() == MalformedKind.OUT_OF_RANGE));
        Statistics.coverage(coverage -> coverage.check(true).percentage(p -> p > 1));
    }

    @Property(tries = 300)
    void whatMustBePresentIs(@ForAll("certain") Drawn drawn) {
        assertThat(numbers(drawn.subject(), drawn.message())).contains(drawn.attribute());
    }

    @Example
    void everyAttributeOfEverySetIsDrawn() {
        for (MessageArbitraries subject : Families.subjects()) {
            assertAreDrawn(subject, subject.wellFormed(), names(subject));
            assertAreDrawn(subject, subject.requests().wellFormed(), names(subject));
        }
    }

    @Example
    void everyFormatOfASubMessageIsDrawn() {
        MessageArbitraries ships = Families.harbour().set("ship");

        assertAreDrawn(ships, ships.wellFormed("cargo"), List.of("cargo.name", "cargo.age"));
        assertAreDrawn(
                ships,
                ships.wellFormed("equipment", "kind"),
                List.of("equipment.gear.load", "equipment.gear.age", "equipment.gear.name"));
    }

    /** Draws until all paths were there. */
    private static void assertAreDrawn(
            MessageArbitraries subject, Arbitrary<WireMessage> messages, Collection<String> wanted) {
        Set<String> missing = new TreeSet<>(wanted);
        Iterator<WireMessage> drawn = messages.sampleStream().limit(MOST_DRAWS).iterator();
        while (!missing.isEmpty() && drawn.hasNext()) {
            walk(subject, drawn.next()).spots().forEach(s -> missing.remove(s.path()));
        }
        assertThat(missing).as(subject.toString()).isEmpty();
    }

    @Example
    void bothFormsOfAnAttributeAreDrawn() {
        MessageArbitraries ships = Families.harbour().set("ship");

        assertThat(lengths(ships.payload("answer"))).containsExactlyInAnyOrder(0, 1);
        assertThat(lengths(ships.requests().payload("answer"))).containsExactly(0);
        assertThat(lengths(ships.payload("counter"))).containsExactlyInAnyOrder(4, 8);
        assertThat(lengths(ships.payload("agent"))).containsExactlyInAnyOrder(4, 16);
        assertThat(lengths(ships.payload("call-sign"))).containsExactly(6);
        assertThat(lengths(ships.payload("position"))).containsExactlyInAnyOrder(4, 8, 16);
        assertThat(lengths(ships.requests().payload("position"))).containsExactly(8);
    }

    private static Set<Integer> lengths(Arbitrary<byte[]> payloads) {
        Set<Integer> lengths = new HashSet<>();
        payloads.sampleStream().limit(300).forEach(p -> lengths.add(p.length));
        return lengths;
    }

    private static List<String> names(MessageArbitraries subject) {
        return attributes(subject).stream().map(AttributeIr::name).toList();
    }

    private static List<AttributeIr> attributes(MessageArbitraries subject) {
        WireMessage empty = subject.of("");
        return SpecConformance.attributeSet(subject.family(), empty).attributes().stream()
                .filter(a -> !(a.type() instanceof TypeIr.Unused))
                .toList();
    }

    private static SpecWalk walk(MessageArbitraries subject, WireMessage message) {
        return SpecWalk.over(
                subject.family(),
                SpecConformance.attributeSet(subject.family(), message),
                message.shared(),
                message.schema().headerLength());
    }

    private static Set<Integer> numbers(MessageArbitraries subject, WireMessage message) {
        Set<Integer> numbers = new HashSet<>();
        walk(subject, message).spots().stream()
                .filter(s -> s.list().isOutermost() && s.attribute() != null)
                .forEach(s -> numbers.add(s.attribute().number()));
        return numbers;
    }

    /** A message, where it was drawn from, and the number of an attribute that was asked for. */
    record Drawn(MessageArbitraries subject, WireMessage message, int attribute) {
        @Override
        public String toString() {
            return subject + " " + message;
        }
    }

    @Provide
    Arbitrary<Drawn> requests() {
        return drawnFrom(
                Families.subjects().stream().map(MessageArbitraries::requests).toList());
    }

    @Provide
    Arbitrary<Drawn> either() {
        return drawnFrom(Families.subjects());
    }

    @Provide
    Arbitrary<Drawn> replies() {
        NetlinkArbitraries harbour = Families.harbour().replies();
        return drawnFrom(List.of(harbour.set("ship"), harbour.operation("moor"), harbour.set("person")));
    }

    @Provide
    Arbitrary<Drawn> certain() {
        List<MessageArbitraries> filled =
                Families.subjects().stream().filter(s -> !names(s).isEmpty()).toList();
        return Arbitraries.of(filled)
                .flatMap(s -> Arbitraries.of(attributes(s))
                        .flatMap(a -> s.wellFormed(a.name()).map(m -> new Drawn(s, m, a.number()))));
    }

    private static Arbitrary<Drawn> drawnFrom(List<MessageArbitraries> subjects) {
        return Arbitraries.of(subjects).flatMap(s -> s.wellFormed().map(m -> new Drawn(s, m, 0)));
    }
}
