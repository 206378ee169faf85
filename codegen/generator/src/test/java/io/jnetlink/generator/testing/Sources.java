package io.jnetlink.generator.testing;

import io.jnetlink.generator.GeneratorOptions;
import io.jnetlink.generator.JavaGenerator;
import io.jnetlink.spec.ir.Family;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Generated sources in memory, by qualified type name, in the order in which they came.
 *
 * <p>Immutable.
 */
public record Sources(Map<String, String> byName) {

    /** Copies the map. */
    public Sources {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** Generates a family. */
    public static Sources of(Family family, String packageName, String sourceName) {
        Map<String, String> sources = new LinkedHashMap<>();
        try {
            new JavaGenerator()
                    .generate(
                            family,
                            new GeneratorOptions(packageName, sourceName),
                            (pack, type, text) -> sources.put(pack + "." + type, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sources(sources);
    }

    /** Number of lines in all files. */
    public long lines() {
        return byName.values().stream().mapToLong(s -> s.lines().count()).sum();
    }
}
