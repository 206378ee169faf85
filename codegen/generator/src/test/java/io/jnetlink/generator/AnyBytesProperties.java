package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.generator.testing.RandomFamily;
import io.jnetlink.wire.MalformedMessageException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Bytes of any kind are read, or refused as malformed; nothing else happens. */
class AnyBytesProperties {

    private static List<GeneratedFamily> families = List.of();

    @BeforeContainer
    static void generate() {
        RandomFamily all = new RandomFamily(Arrays.asList(RandomFamily.Kind.values()));
        families = List.of(GeneratedFamily.parse("all.yaml", all.yaml()));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void viewsReadOrRefuse(@ForAll("lists") byte[] bytes) {
        try {
            Dynamic view = families.get(0).view("ThingsView", HexFormat.of().formatHex(bytes));
            assertThat(view.target()).asString().isNotEmpty();
            readAll(view);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining("claims");
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void valuesAreReadWholeOrRefused(@ForAll("lists") byte[] bytes) {
        try {
            Dynamic value = families.get(0).decode("Things", HexFormat.of().formatHex(bytes));
            assertThat(value.target())
                    .isEqualTo(families.get(0)
                            .decode("Things", HexFormat.of().formatHex(bytes))
                            .target());
            readAll(value);
        } catch (MalformedMessageException e) {
            assertThat(e).extracting(Throwable::getMessage).asString().isNotEmpty();
        }
    }

    private static void readAll(Dynamic reader) {
        for (Method method : reader.target().getClass().getMethods()) {
            if (method.getParameterCount() == 0 && method.getName().matches("(a|hasA)\\d+(View)?")) {
                try {
                    assertThat(reader.get(method.getName())).asString().isNotNull();
                } catch (MalformedMessageException e) {
                    assertThat(e).extracting(Throwable::getMessage).asString().containsAnyOf("got", "claims");
                } catch (NoSuchElementException e) {
                    assertThat(e).hasMessageContaining("in things");
                }
            }
        }
    }

    @Provide
    Arbitrary<byte[]> lists() {
        Arbitrary<byte[]> attribute = Combinators.combine(
                        Arbitraries.integers().between(0, RandomFamily.Kind.values().length + 2),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(24),
                        Arbitraries.integers().between(-3, 3),
                        Arbitraries.integers().between(0, 19))
                .as((type, payload, lie, chance) -> attribute(type, payload, chance == 0 ? lie : 0));
        Arbitrary<byte[]> nested = Combinators.combine(attribute, attribute)
                .as(AnyBytesProperties::joined)
                .flatMap(inner -> Arbitraries.integers()
                        .between(1, RandomFamily.Kind.values().length)
                        .map(type -> attribute(type, inner, 0)));
        return Arbitraries.oneOf(attribute, attribute, nested)
                .list()
                .ofMaxSize(6)
                .map(list -> list.stream().reduce(new byte[0], AnyBytesProperties::joined));
    }

    private static byte[] attribute(int type, byte[] payload, int lie) {
        byte[] bytes = new byte[4 + payload.length + 3 & ~3];
        bytes[0] = (byte) Math.max(0, 4 + payload.length + lie);
        bytes[2] = (byte) type;
        System.arraycopy(payload, 0, bytes, 4, payload.length);
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
