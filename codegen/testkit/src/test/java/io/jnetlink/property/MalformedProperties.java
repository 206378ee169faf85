package io.jnetlink.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jnetlink.wire.MalformedMessageException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is called malformed is malformed in just that way, by a judge of its own and by jnetlink's validator. */
class MalformedProperties {

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void theFaultIsTheOneThatTheKindSays(@ForAll("malformed") Drawn drawn) {
        MalformedMessage message = drawn.message();
        List<Fault> faults = SpecConformance.of(drawn.subject().family()).faults(message.broken());
        List<Fault> before = SpecConformance.of(drawn.subject().family()).faults(message.original());

        assertThat(faults).extracting(Fault::kind).contains(seenAs(message.kind()));
        assertThat(before).hasSizeLessThan(faults.size() + 1);
        if (message.kind() != MalformedKind.UNKNOWN_ATTRIBUTE) {
            assertThat(before).extracting(Fault::kind).doesNotContain(seenAs(message.kind()));
        }
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void theReactionIsTheOneOfTheValidator(@ForAll("malformed") Drawn drawn) {
        boolean isRefused;
        try {
            assertThat(Families.validated(drawn.message().broken())).isNotNull();
            isRefused = false;
        } catch (MalformedMessageException e) {
            isRefused = true;
        }
        assertThat(isRefused).isEqualTo(drawn.message().kind().reaction() == Reaction.REJECT);
        assertThat(Families.validated(drawn.message().original())).isNotNull();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void garbageIsAValueOrRefused(@ForAll("garbage") WireMessage message) {
        NetlinkProperties.decodesOrRejects(
                message, bytes -> Families.validated(message.with(bytes)), MalformedMessageException.class);
        assertThat(message.toString()).startsWith(message.name());
    }

    @Example
    void everyKindIsPossibleSomewhere() {
        Set<MalformedKind> kinds = EnumSet.noneOf(MalformedKind.class);
        Families.subjects().forEach(s -> kinds.addAll(s.kinds()));

        assertThat(kinds).containsExactlyInAnyOrder(MalformedKind.values());
    }

    @Example
    void kindsDependOnWhatTheSetHas() {
        NetlinkArbitraries harbour = Families.harbour();

        assertThat(harbour.set("nothing").kinds())
                .containsExactlyInAnyOrder(MalformedKind.UNKNOWN_ATTRIBUTE, MalformedKind.TRAILING_BYTES);
        assertThat(harbour.set("person").kinds())
                .doesNotContain(MalformedKind.WRONG_NESTING, MalformedKind.CONFLICTING, MalformedKind.SHORT_HEADER);
        assertThat(harbour.operation("ping").kinds()).contains(MalformedKind.SHORT_HEADER);
        assertThat(harbour.operation("moor").kinds()).containsExactlyInAnyOrder(MalformedKind.values());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harbour.set("person").malformed(MalformedKind.WRONG_NESTING))
                .withMessage("nothing in person can be WRONG_NESTING");
    }

    @Example
    void faultsAreInNestsToo() {
        List<String> paths = Families.harbour()
                .set("ship")
                .malformed(MalformedKind.SHORT_PAYLOAD)
                .sampleStream()
                .limit(2000)
                .map(MalformedMessage::path)
                .distinct()
                .toList();

        assertThat(paths).contains("draught", "signals", "master.age");
        assertThat(paths).anyMatch(p -> p.startsWith("tugs.")).anyMatch(p -> p.startsWith("crew."));
    }

    @Example
    void theOriginalIsWhatATolerantReaderFinds() {
        MessageArbitraries people = Families.harbour().set("person");
        people.malformed(MalformedKind.DUPLICATED).sampleStream().limit(200).forEach(m -> {
            assertThat(m.meansTheSame()).isTrue();
            assertThat(m.broken().toTree()).endsWith(lastLine(m.original().toTree()));
        });
        people.malformed(MalformedKind.TRAILING_BYTES)
                .sampleStream()
                .limit(200)
                .forEach(m -> assertThat(
                                Arrays.copyOf(m.broken().bytes(), m.original().length()))
                        .isEqualTo(m.original().bytes()));
    }

    private static String lastLine(String tree) {
        String[] lines = tree.split("\n");
        return lines[lines.length - 1] + "\n";
    }

    /** That bytes are missing at the end, and that a length claims more than there is, look alike. */
    private static MalformedKind seenAs(MalformedKind kind) {
        return kind == MalformedKind.TRUNCATED ? MalformedKind.OVERLONG : kind;
    }

    /** A malformed message and where it was drawn from. */
    record Drawn(MessageArbitraries subject, MalformedMessage message) {
        @Override
        public String toString() {
            return subject + " " + message + "\nfrom " + message.original();
        }
    }

    @Provide
    Arbitrary<Drawn> malformed() {
        // Requests are without any fault, so that the one that is made is the only one.
        List<MessageArbitraries> subjects =
                Families.subjects().stream().map(MessageArbitraries::requests).toList();
        return Arbitraries.of(subjects)
                .flatMap(s -> Arbitraries.of(s.kinds()).flatMap(s::malformed).map(m -> new Drawn(s, m)));
    }

    @Provide
    Arbitrary<WireMessage> garbage() {
        return Arbitraries.of(Families.subjects()).flatMap(MessageArbitraries::garbage);
    }
}
