package io.jnetlink.spec;

import io.jnetlink.spec.ir.Family;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The specs among the test resources. */
final class Specs {
    private Specs() {}

    static String text(String name) {
        try (InputStream in = Specs.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Family load(String name) {
        return new SpecLoader().parse(name, text(name));
    }
}
