package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.naming.CoreTypes;

/** A number in a struct. */
record NumberMember(NumberFormat format, NumberMeaning meaning) implements MemberMapping {

    @Override
    public TypeName type() {
        return meaning.type(format);
    }

    @Override
    public void addToView(TypeSpec.Builder view, String name, CodeBlock doc, int offset) {
        view.addMethod(MemberGetters.of(name, doc, type(), meaning.fromNumber(format.readMember(offset))));
    }

    @Override
    public CodeBlock check(String field, String component) {
        if (!format.isNarrow()) {
            return CodeBlock.of("");
        }
        return CodeBlock.builder()
                .addStatement(
                        "$T.range($S, $L, $L, $L)",
                        CoreTypes.FIELD_CHECK,
                        field,
                        meaning.toNumber(CodeBlock.of("$L", component)),
                        Literals.decimal(format.min()),
                        Literals.decimal(format.max()))
                .build();
    }

    @Override
    public CodeBlock zero() {
        return meaning.fromNumber(CodeBlock.of("0"));
    }

    @Override
    public CodeBlock write(CodeBlock at, CodeBlock component) {
        return CodeBlock.builder()
                .addStatement(format.putAt("buffer", at, meaning.toNarrow(component, format)))
                .build();
    }
}
