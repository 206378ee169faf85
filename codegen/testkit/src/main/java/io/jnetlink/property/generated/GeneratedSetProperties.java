package io.jnetlink.property.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.message.AttributeReader;
import io.jnetlink.property.MalformedKind;
import io.jnetlink.property.MalformedMessage;
import io.jnetlink.property.MessageArbitraries;
import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.NetlinkProperties;
import io.jnetlink.property.WireMessage;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What every generated attribute set of a family must do: to be extended by a test class of a project with generated code.
 *
 * <p>As thread-safe as jqwik needs it: not at all.
 */
public abstract class GeneratedSetProperties {

    private static final int ATTRIBUTE_HEADER = 4;
    private static final int MOST_DRAWS = 5000;

    private final NetlinkArbitraries family;
    private final List<GeneratedSet> sets;

    /**
     * Takes the family.
     *
     * @param family draws its messages
     * @param javaPackage package of its generated classes
     */
    protected GeneratedSetProperties(NetlinkArbitraries family, String javaPackage) {
        this.family = family;
        this.sets = family.family().attributeSets().stream()
                .filter(set -> family.family().imports().stream()
                        .noneMatch(i -> i.attributeSets().contains(set.name())))
                .map(set -> GeneratedSet.of(family.family(), javaPackage, set))
                .toList();
    }

    /** Some attributes of some set. */
    record Sample(GeneratedSet set, WireMessage message) {

        byte[] bytes() {
            return message.bytes();
        }

        @Override
        public String toString() {
            return set + " " + message;
        }
    }

    /** Attributes of some set, broken in some way. */
    record Broken(GeneratedSet set, MalformedMessage message) {
        @Override
        public String toString() {
            return set + " " + message;
        }
    }

    @Example
    void everyAttributeIsAmongTheSamples() {
        for (GeneratedSet set : sets) {
            Set<Integer> missing = family.family().attributeSet(set.name()).attributes().stream()
                    .filter(a -> !(a.type() instanceof TypeIr.Unused))
                    .map(AttributeIr::number)
                    .collect(Collectors.toCollection(TreeSet::new));
            Iterator<WireMessage> drawn = family.set(set.name())
                    .wellFormed()
                    .sampleStream()
                    .limit(MOST_DRAWS)
                    .iterator();
            while (!missing.isEmpty() && drawn.hasNext()) {
                byte[] bytes = drawn.next().bytes();
                AttributeCursor cursor = new AttributeCursor().wrap(NetlinkBuffer.wrap(bytes), 0, bytes.length);
                while (cursor.next()) {
                    missing.remove(cursor.type());
                }
            }
            assertThat(missing).as(set.name()).isEmpty();
        }
    }

    @Property
    void decodedAttributesEncodeToTheSameBytes(@ForAll("wellFormed") Sample sample) {
        AttributeReader value = NetlinkProperties.roundTripsExactly(
                sample.message(), sample.set()::decode, AttributeReader::toByteArray);

        AttributeReader copied = GeneratedSet.build(GeneratedSet.toBuilder(value));
        assertThat(copied.toByteArray()).isEqualTo(sample.bytes());
        assertThat(copied).isEqualTo(value);
    }

    @Property
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

    @Property
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

    @Property(edgeCases = EdgeCasesMode.NONE)
    void malformedAttributesAreRefused(@ForAll("rejectable") Broken sample) {
        NetlinkProperties.rejectsMalformed(sample.message(), sample.set()::decode);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void faultsThatKernelsPutUpWithAreRead(@ForAll("tolerable") Broken sample) {
        NetlinkProperties.toleratesMalformed(sample.message(), sample.set()::decode, AttributeReader::toByteArray);
    }

    @Property
    void garbageIsAValueOrMalformed(@ForAll("garbage") Sample sample) {
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
        return ofAnySet(MessageArbitraries::wellFormed);
    }

    @Provide
    Arbitrary<Sample> garbage() {
        return ofAnySet(MessageArbitraries::garbage);
    }

    private Arbitrary<Sample> ofAnySet(Function<MessageArbitraries, Arbitrary<WireMessage>> messages) {
        return Arbitraries.of(sets)
                .flatMap(set -> messages.apply(family.set(set.name())).map(message -> new Sample(set, message)));
    }

    @Provide
    Arbitrary<Broken> rejectable() {
        // A set without attributes has nothing that could be broken so.
        List<GeneratedSet> filled = sets.stream()
                .filter(set -> family.set(set.name()).kinds().contains(MalformedKind.OVERLONG))
                .toList();
        return Arbitraries.of(filled)
                .flatMap(set -> family.set(set.name()).rejectable().map(message -> new Broken(set, message)));
    }

    @Provide
    Arbitrary<Broken> tolerable() {
        return Arbitraries.of(sets)
                .flatMap(set -> family.set(set.name()).tolerable().map(message -> new Broken(set, message)));
    }

    /** A view's answer as a value, since views move. */
    private static Object settled(Object answer) {
        if (answer instanceof AttributeReader reader) {
            return GeneratedSet.toValue(reader);
        }
        return answer instanceof List<?> list
                ? list.stream().map(GeneratedSetProperties::settled).toList()
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
