package io.jnetlink.generator.mapping;

import com.palantir.javapoet.TypeSpec;

/**
 * What an attribute contributes to the classes of its set: getters to reader, value and view, setters to the builder.
 *
 * <p>Implementations are immutable.
 */
public interface AttributeShape {

    /** Adds getters, or their declarations, to the common parent. */
    void addToReader(TypeSpec.Builder reader);

    /** Adds what only the immutable value can do. */
    default void addToValue(TypeSpec.Builder value) {}

    /** Adds what only the flyweight can do. */
    default void addToView(TypeSpec.Builder view) {}

    /** Adds setters. */
    void addToBuilder(TypeSpec.Builder builder);
}
