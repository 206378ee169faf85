package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.generator.testing.RandomFamily;
import io.jnetlink.generator.testing.Sources;
import io.jnetlink.spec.SpecLoader;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.footnotes.EnableFootnotes;
import net.jqwik.api.footnotes.Footnotes;

/** A family drawn at random is generated and compiled; what its builder writes, its readers read. */
class RandomFamilyProperties {

    private static final int VALUES_PER_FAMILY = 25;

    @Property(tries = 20, shrinking = ShrinkingMode.BOUNDED)
    @EnableFootnotes
    void decodingIsTheInverseOfBuilding(@ForAll("families") RandomFamily drawn, @ForAll long seed, Footnotes footnotes)
            throws Exception {
        footnotes.addFootnote(drawn.yaml());
        footnotes.addAfterFailure(() -> Sources.of(
                        new SpecLoader().parse("drawn.yaml", drawn.yaml()), "p", "drawn.yaml")
                .byName()
                .toString());
        GeneratedFamily family = GeneratedFamily.parse("drawn.yaml", drawn.yaml());
        Random random = new Random(seed);
        for (int i = 0; i < VALUES_PER_FAMILY; i++) {
            checkOneValue(family, drawn, random);
        }
    }

    private static void checkOneValue(GeneratedFamily family, RandomFamily drawn, Random random) {
        List<RandomFamily.Setting> settings = drawn.draw(family, random);
        Dynamic builder = family.builder("Things");
        settings.forEach(s -> builder.set(s.setter(), s.value()));
        Dynamic built = builder.build();

        Dynamic decoded = family.decode("Things", built.hex());
        Dynamic view = family.view("ThingsView", built.hex());

        assertThat(decoded.hex()).isEqualTo(built.hex());
        assertThat(decoded.target()).isEqualTo(built.target()).hasSameHashCodeAs(built.target());
        assertThat(view.nest("toValue").target()).isEqualTo(built.target());
        assertThat(decoded.nest("toBuilder").build().hex()).isEqualTo(built.hex());
        for (RandomFamily.Setting setting : settings) {
            assertThat(plain(decoded.get(setting.getter()))).isEqualTo(plain(setting.expected()));
            assertThat(plain(view.get(setting.getter())).toString())
                    .isEqualTo(plain(setting.expected()).toString());
            assertThat(decoded.is(setting.presence())).isTrue();
        }
    }

    /** Arrays do not compare by content; lists do. */
    private static Object plain(Object value) {
        return value.getClass().isArray() ? org.assertj.core.util.Arrays.asList(value) : value;
    }

    @Provide
    Arbitrary<RandomFamily> families() {
        return Arbitraries.of(RandomFamily.Kind.values())
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(RandomFamily::new);
    }
}
