package io.jnetlink.dynamic.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.dynamic.Fixtures;
import io.jnetlink.message.MessageValidator;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is encoded is decoded again, for every set of every spec at hand; and no bytes upset the decoder. */
class MapRoundTripProperties {

    private static final DynamicFamily LINKS = Fixtures.rtLinkFamily();
    private static final DynamicFamily WORKSHOP = Fixtures.family("workshop.yaml");
    private static final List<DynamicFamily> UPSTREAM = upstream();

    /** A map for a set. */
    record Sample(DynamicFamily family, String set, Map<String, Object> fields) {
        @Override
        public String toString() {
            return family.name() + " " + set + " " + fields;
        }
    }

    /** A map for an operation. */
    record Message(DynamicFamily family, String operation, Map<String, Object> fields) {
        @Override
        public String toString() {
            return family.name() + " " + operation + " " + fields;
        }
    }

    private static List<DynamicFamily> upstream() {
        List<DynamicFamily> families = new ArrayList<>();
        try {
            for (Path spec : Fixtures.upstreamSpecs()) {
                families.add(DynamicFamily.load(spec));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return families;
    }

    private static Arbitrary<Sample> samples(List<DynamicFamily> families) {
        List<Sample> sets = families.stream()
                .flatMap(f -> f.model().attributeSets().stream().map(s -> new Sample(f, s.name(), Map.of())))
                .toList();
        return Arbitraries.randomValue(random -> {
            Sample s = sets.get(random.nextInt(sets.size()));
            RandomMaps maps = new RandomMaps(s.family().model(), random);
            return new Sample(s.family(), s.set(), maps.attributes(s.set()));
        });
    }

    private static Arbitrary<Message> messages(List<DynamicFamily> families) {
        List<Message> operations = new ArrayList<>();
        for (DynamicFamily family : families) {
            for (Operation operation : family.model().operations()) {
                if (operation.kind() != OperationKind.RESERVED) {
                    operations.add(new Message(family, operation.name(), Map.of()));
                }
            }
        }
        return Arbitraries.randomValue(random -> {
            Message m = operations.get(random.nextInt(operations.size()));
            RandomMaps maps = new RandomMaps(m.family().model(), random);
            Operation operation = m.family().model().operation(m.operation());
            return new Message(m.family(), m.operation(), maps.body(operation));
        });
    }

    @Provide
    Arbitrary<Sample> ownSets() {
        return samples(List.of(LINKS, WORKSHOP));
    }

    @Provide
    Arbitrary<Sample> upstreamSets() {
        return samples(UPSTREAM.isEmpty() ? List.of(WORKSHOP) : UPSTREAM);
    }

    @Provide
    Arbitrary<Message> ownMessages() {
        return messages(List.of(LINKS, WORKSHOP));
    }

    @Provide
    Arbitrary<Message> upstreamMessages() {
        return messages(UPSTREAM.isEmpty() ? List.of(WORKSHOP) : UPSTREAM);
    }

    @Property(tries = 2000)
    void setsOfOurSpecsSurvive(@ForAll("ownSets") Sample sample) {
        check(sample);
    }

    @Property(tries = 4000)
    void setsOfUpstreamSpecsSurvive(@ForAll("upstreamSets") Sample sample) {
        assumeFalse(UPSTREAM.isEmpty(), "the kernel's specs are not there");
        check(sample);
    }

    private static void check(Sample sample) {
        byte[] bytes = sample.family().encodeAttributes(sample.set(), sample.fields());
        Map<String, Object> decoded = sample.family().decodeAttributes(sample.set(), bytes);

        assertThat(decoded).isEqualTo(sample.fields());
        assertThat(sample.family().encodeAttributes(sample.set(), decoded)).isEqualTo(bytes);
        // Attributes with a type for requests are shorter there than the validator of replies expects.
        MessageValidator.check(
                sample.family().schema().attributeSet(sample.set()), NetlinkBuffer.wrap(bytes), 0, bytes.length);
    }

    @Property(tries = 500)
    void messagesOfOurSpecsSurvive(@ForAll("ownMessages") Message message) {
        check(message);
    }

    @Property(tries = 1000)
    void messagesOfUpstreamSpecsSurvive(@ForAll("upstreamMessages") Message message) {
        assumeFalse(UPSTREAM.isEmpty(), "the kernel's specs are not there");
        check(message);
    }

    private static void check(Message message) {
        byte[] bytes = message.family().encode(message.operation(), message.fields());

        assertThat(message.family().decode(message.operation(), bytes)).isEqualTo(message.fields());
    }

    @Property(tries = 1000)
    void anyBytesAreAMapOrMalformed(
            @ForAll("ownSets") Sample sample, @ForAll List<Byte> noise, @ForAll int place, @ForAll int length) {
        byte[] bytes = sample.family().encodeAttributes(sample.set(), sample.fields());
        for (int i = 0; i < noise.size() && bytes.length > 0; i++) {
            bytes[Math.floorMod(place + 31 * i, bytes.length)] = noise.get(i);
        }
        byte[] cut = Arrays.copyOf(bytes, Math.floorMod(length, bytes.length + 1));
        try {
            Map<String, Object> decoded = sample.family().decodeAttributes(sample.set(), cut);
            sample.family().encodeAttributes(sample.set(), decoded);
        } catch (MalformedMessageException e) {
            assertThat(e.offset()).isBetween(0, cut.length);
        } catch (InvalidFieldException e) {
            // Read from a kernel it counts, but may not be sent.
            assertThat(e.field()).isNotEmpty();
        }
    }
}
