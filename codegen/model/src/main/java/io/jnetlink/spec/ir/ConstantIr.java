package io.jnetlink.spec.ir;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A named constant, either a number or a text.
 *
 * <p>Immutable.
 *
 * @param name name within the spec
 * @param doc description, empty if there is none
 * @param number the value, present if the constant is a number
 * @param text the value as text, present if the constant is no number
 * @param scope where the kernel defines it
 * @param header C header that defines it, if not the family's own
 * @param cName name of the C macro, if derivable
 * @param since first kernel version that has it, if the spec says so
 */
public record ConstantIr(
        String name,
        String doc,
        OptionalLong number,
        Optional<String> text,
        Scope scope,
        Optional<String> header,
        Optional<String> cName,
        Optional<String> since) {

    /** Creates a constant whose age is not known. */
    public ConstantIr(
            String name,
            String doc,
            OptionalLong number,
            Optional<String> text,
            Scope scope,
            Optional<String> header,
            Optional<String> cName) {
        this(name, doc, number, text, scope, header, cName, Optional.empty());
    }
}
