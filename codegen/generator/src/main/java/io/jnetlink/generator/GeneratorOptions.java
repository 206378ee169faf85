package io.jnetlink.generator;

import java.util.Map;

/**
 * What the generator is told beside the family.
 *
 * <p>Immutable.
 *
 * @param packageName package of the generated types; nothing else may live in it
 * @param sourceName name of the spec file that the generated files mention
 * @param packages package by family, for those that the spec imports from
 */
public record GeneratorOptions(String packageName, String sourceName, Map<String, String> packages) {

    /** Of a spec that imports nothing. */
    public GeneratorOptions(String packageName, String sourceName) {
        this(packageName, sourceName, Map.of());
    }

    /** Refuses a text that is no package name. */
    public GeneratorOptions {
        packages = Map.copyOf(packages);
        if (!packageName.matches("[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*"
                + "(\\.[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*)*")) {
            throw new IllegalArgumentException("no package name: \"" + packageName + "\"");
        }
    }
}
