package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.SelectorIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.Optional;

/**
 * How the selector of a sub-message is asked and set.
 *
 * <p>Immutable.
 *
 * @param mappings the family
 * @param selector the selector
 * @param set the set that the sub-message stands in
 */
record SelectorCode(Mappings mappings, SelectorIr selector, AttributeSetIr set) {

    /** Whether the selector's value must be handed in, since it stands in another set. */
    boolean isExternal() {
        return !selector.isLocal();
    }

    /** Java name of the parameter that hands it in. */
    String parameter() {
        return JavaNames.member(selector.attribute());
    }

    /** Java type of the parameter that hands it in. */
    TypeName parameterType() {
        return selector.enumName()
                .map(name -> (TypeName) mappings.types().enumeration(name))
                .orElse(ClassName.get(String.class));
    }

    /** A condition: the selector has the value that chooses a format. */
    CodeBlock isSelected(String format) {
        if (isExternal()) {
            return selector.enumName().isPresent()
                    ? CodeBlock.of("$L.value() == $L", parameter(), Literals.decimal(number(format)))
                    : CodeBlock.of("$L.equals($S)", parameter(), format);
        }
        AttributeIr attribute = attribute();
        Optional<NumberFormat> number = numberFormat(attribute);
        return number.isEmpty()
                ? CodeBlock.of("textIs($L, $S)", attribute.number(), format)
                : CodeBlock.of(
                        "has($L) && $L == $L",
                        attribute.number(),
                        number.get().read(attribute.number()),
                        Literals.decimal(number(format)));
    }

    /** Statements that set it, or refuse if it is set to something else; nothing for one out of reach. */
    CodeBlock select(String format) {
        if (isExternal()) {
            return CodeBlock.of("");
        }
        AttributeIr attribute = attribute();
        Optional<NumberFormat> number = numberFormat(attribute);
        if (number.isEmpty()) {
            return CodeBlock.builder()
                    .addStatement("select($L, $S, $L)", attribute.number(), format, attribute.terminated())
                    .build();
        }
        CodeBlock value = Literals.decimal(number(format));
        return CodeBlock.builder()
                .beginControlFlow("if (needsSelector($L, $L, $S))", attribute.number(), value, format)
                .addStatement(number.get().put("", CodeBlock.of("$L", attribute.number()), value))
                .endControlFlow()
                .build();
    }

    private AttributeIr attribute() {
        return set.attribute(selector.attribute()).orElseThrow();
    }

    private static Optional<NumberFormat> numberFormat(AttributeIr attribute) {
        return attribute.type() instanceof TypeIr.Scalar scalar
                ? Optional.of(Mappings.format(scalar))
                : Optional.empty();
    }

    /** The number that a format's name stands for; a selector without enum has the number itself as name. */
    private long number(String format) {
        if (selector.enumName().isEmpty()) {
            return Long.decode(format);
        }
        EnumIr enumIr = mappings.family().enumeration(selector.enumName().get());
        EntryIr entry = enumIr.entry(format).orElseThrow();
        return enumIr.wireValue(entry);
    }
}
