package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * One kind of payload in Java: its type, how it is read, checked and written.
 *
 * <p>Implementations are immutable. The code they return uses the protected methods of {@code AttributeReader} (read) or
 * {@code AttributeBuilder} (checks, write).
 */
public interface TypeMapping {

    /** Java type of the value. */
    TypeName type(Face face);

    /** Whether value and view return different types, so that the reader can only declare the getter. */
    default boolean differsByFace() {
        return false;
    }

    /** Fewest bytes of a payload that {@link #payloadReader} accepts. */
    default int minimum() {
        return 0;
    }

    /** An expression for the value of the attribute of this number. */
    CodeBlock read(Face face, int number);

    /** An expression of type {@code PayloadReader}. */
    CodeBlock payloadReader(Face face);

    /**
     * Statements that refuse a value.
     *
     * @param number the attribute that errors name
     * @param value name of the variable that holds it
     */
    CodeBlock check(int number, String value);

    /**
     * A statement that writes the value in place of an earlier one.
     *
     * @param number the attribute
     * @param value name of the variable that holds it
     */
    CodeBlock put(int number, String value);

    /**
     * A statement that appends one attribute and takes nothing out.
     *
     * @param type an expression for its type
     * @param value name of the variable that holds it
     */
    CodeBlock append(CodeBlock type, String value);
}
