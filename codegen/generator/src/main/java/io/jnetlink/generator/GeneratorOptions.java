package io.jnetlink.generator;

/**
 * What the generator is told beside the family.
 *
 * <p>Immutable.
 *
 * @param packageName package of the generated types; nothing else may live in it
 * @param sourceName name of the spec file that the generated files mention
 */
public record GeneratorOptions(String packageName, String sourceName) {

    /** Refuses a text that is no package name. */
    public GeneratorOptions {
        if (!packageName.matches("[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*"
                + "(\\.[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*)*")) {
            throw new IllegalArgumentException("no package name: \"" + packageName + "\"");
        }
    }
}
