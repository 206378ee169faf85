package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

/**
 * One kind of struct member in Java.
 *
 * <p>Implementations are immutable.
 */
public interface MemberMapping {

    /** Java type in the record. */
    TypeName type();

    /** Adds the getter to the view; its name and documentation are given. */
    void addToView(TypeSpec.Builder view, String name, CodeBlock doc, int offset);

    /** The record's component, from an expression that calls the view's getter. */
    default CodeBlock fromView(CodeBlock getterCall) {
        return getterCall;
    }

    /** Statements that refuse a component; {@code field} is its name in errors. */
    CodeBlock check(String field, String component);

    /** Whether the component must be copied on its way in and out. */
    default boolean isArray() {
        return false;
    }

    /** An expression for the component's zero. */
    CodeBlock zero();

    /** A statement that writes the component; {@code at} says where in {@code buffer}. */
    CodeBlock write(CodeBlock at, CodeBlock component);
}
