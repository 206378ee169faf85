package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.generator.testing.Sources;
import io.jnetlink.spec.SpecLoader;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input gives the same bytes, in the same order. */
class DeterminismTest {

    @ParameterizedTest
    @ValueSource(strings = {"numbers", "enums", "texts", "nests", "submessages", "structs", "requests", "names"})
    void twoRunsAreEqual(String name) {
        Sources first = generate(name);
        Sources second = generate(name);

        assertThat(new ArrayList<>(second.byName().entrySet()))
                .isEqualTo(new ArrayList<>(first.byName().entrySet()));
    }

    private static Sources generate(String name) {
        String spec = GeneratedFamily.resource("/constructs/" + name + ".yaml");
        return Sources.of(new SpecLoader().parse(name + ".yaml", spec), "p", name + ".yaml");
    }
}
