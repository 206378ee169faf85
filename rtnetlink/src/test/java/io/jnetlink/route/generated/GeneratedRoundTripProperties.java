package io.jnetlink.route.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.message.AttributeReader;
import io.jnetlink.spec.SpecLoader;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.wire.MalformedMessageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every generated attribute set of the link family must do. */
class GeneratedRoundTripProperties {

    private static final String PACKAGE = "io.jnetlink.route.link";
    private static final int ATTRIBUTE_HEADER = 4;
    private static final int MAX_NOISE = 200;
    private static final int MAX_MUTATIONS = 4;

    private final Family family = loadFamily();
    private final NetlinkArbitraries arbitraries = new NetlinkArbitraries(family);
    private final List<GeneratedSet> sets = family.attributeSets().stream()
            .map(set -> GeneratedSet.of(family, PACKAGE, set))
            .toList();

    private static Family loadFamily() {
        try {
            return new SpecLoader().load(Path.of(System.getProperty("basedir", "."), "src/main/netlink/rt-link.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some attributes of some set. */
    record Sample(GeneratedSet set, byte[] bytes) {
        @Override
        public String toString() {
            return set + " " + HexFormat.of().formatHex(bytes);
        }
    }

    @Property(tries = 1500)
    void decodedAttributesEncodeToTheSameBytes(@ForAll("wellFormed") Sample sample) {
        AttributeReader value = sample.set().decode(sample.bytes());

        assertThat(value.toByteArray()).isEqualTo(sample.bytes());
        AttributeReader again = sample.set().decode(value.toByteArray());
        assertThat(again).isEqualTo(value).hasSameHashCodeAs(value);
        AttributeReader copied = GeneratedSet.build(GeneratedSet.toBuilder(value));
        assertThat(copied.toByteArray()).isEqualTo(sample.bytes());
        assertThat(copied).isEqualTo(value);
    }

    @Property(tries = 1500)
    void settersTakeWhatGettersGive(@ForAll("wellFormed") Sample sample) {
        AttributeReader value = sample.set().decode(sample.bytes());
        Object builder = sample.set().builder();
        List<GeneratedField> copied = sample.set().fields().stream()
                .filter(f -> f.isPresent(value) && f.copy(value, builder))
                .toList();

        AttributeReader built = GeneratedSet.build(builder);

        for (GeneratedField field : copied) {
            assertThat(field.isPresent(built)).as(field.name()).isTrue();
            assertThat(same(field.get(built), field.get(value)))
                    .as(field.name())
                    .isTrue();
        }
        AttributeReader decoded = sample.set().decode(built.toByteArray());
        assertThat(decoded).isEqualTo(built);
        assertThat(decoded.toByteArray()).isEqualTo(built.toByteArray());
    }

    @Property(tries = 1500)
    void viewsAnswerWhatValuesAnswer(@ForAll("wellFormed") Sample sample) {
        AttributeReader value = sample.set().decode(sample.bytes());
        AttributeReader view = sample.set().wrap(sample.bytes());

        assertThat(GeneratedSet.toValue(view)).isEqualTo(value);
        assertThat(view).hasToString(value.toString());
        for (GeneratedField field : sample.set().fields()) {
            assertThat(field.isPresent(view)).as(field.name()).isEqualTo(field.isPresent(value));
            if (field.isPresent(value)) {
                assertThat(same(settled(field.get(view)), field.get(value)))
                        .as(field.name())
                        .isTrue();
                assertThat(field.header(view)).isEqualTo(field.header(value));
            }
        }
    }

    @Property(tries = 1500)
    void damagedBytesAreAValueOrMalformed(@ForAll("damaged") Sample sample) {
        decodeOrRefuse(sample);
    }

    @Property(tries = 1500)
    void arbitraryBytesAreAValueOrMalformed(@ForAll("noise") Sample sample) {
        decodeOrRefuse(sample);
    }

    private void decodeOrRefuse(Sample sample) {
        AttributeReader value;
        try {
            value = sample.set().decode(sample.bytes());
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining("offset");
            return;
        }
        // What is too short for an attribute is no content.
        byte[] kept = value.toByteArray();
        assertThat(kept).isEqualTo(Arrays.copyOf(sample.bytes(), kept.length));
        assertThat(sample.bytes().length - kept.length).isLessThan(ATTRIBUTE_HEADER);
        assertThat(value).isEqualTo(sample.set().decode(kept));
        assertThat(value.toString()).isNotNull();
        assertThat(value.unknown()).isNotNull();
        readEverything(value, sample.set().fields());
        readEverything(sample.set().wrap(sample.bytes()), sample.set().fields());
    }

    private static void readEverything(AttributeReader reader, List<GeneratedField> fields) {
        for (GeneratedField field : fields) {
            try {
                boolean present = field.isPresent(reader);
                Object answer = field.get(reader);
                assertThat(present || answer instanceof List<?> || answer instanceof Boolean)
                        .as(field.name())
                        .isTrue();
            } catch (NoSuchElementException | MalformedMessageException e) {
                // Absent, or too short for its type: both are told as such.
                assertThat(e).hasMessageContaining(" ");
            }
        }
    }

    @Provide
    Arbitrary<Sample> wellFormed() {
        return Arbitraries.of(sets)
                .flatMap(set -> arbitraries.attributes(set.name()).map(bytes -> new Sample(set, bytes)));
    }

    @Provide
    Arbitrary<Sample> damaged() {
        Arbitrary<List<Long>> seeds = Arbitraries.longs().list().ofMinSize(1).ofMaxSize(MAX_MUTATIONS);
        return Combinators.combine(wellFormed(), seeds)
                .as((sample, mutations) -> new Sample(sample.set(), Mutation.apply(sample.bytes(), mutations)));
    }

    @Provide
    Arbitrary<Sample> noise() {
        return Combinators.combine(Arbitraries.of(sets), NetlinkArbitraries.noise(MAX_NOISE))
                .as(Sample::new);
    }

    /** A view's answer as a value, since views move. */
    private static Object settled(Object answer) {
        if (answer instanceof AttributeReader reader) {
            return GeneratedSet.toValue(reader);
        }
        return answer instanceof List<?> list
                ? list.stream().map(GeneratedRoundTripProperties::settled).toList()
                : answer;
    }

    /** Equality that looks into arrays. */
    private static boolean same(Object one, Object other) {
        if (one instanceof List<?> left && other instanceof List<?> right) {
            return left.size() == right.size()
                    && IntStream.range(0, left.size()).allMatch(i -> same(left.get(i), right.get(i)));
        }
        return Arrays.deepEquals(new Object[] {one}, new Object[] {other});
    }
}
