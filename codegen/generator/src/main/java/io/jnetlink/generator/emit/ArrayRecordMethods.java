package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.Members;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** What a record with array components must say itself, since the compiler's version compares arrays by identity. */
final class ArrayRecordMethods {

    private final ClassName type;
    private final List<Members.Member> members;

    ArrayRecordMethods(ClassName type, List<Members.Member> members) {
        this.type = type;
        this.members = members;
    }

    void addTo(TypeSpec.Builder record) {
        record.addMethod(equalsMethod()).addMethod(hashCodeMethod()).addMethod(toStringMethod());
    }

    private MethodSpec equalsMethod() {
        CodeBlock same = members.stream()
                .map(m -> CodeBlock.of(
                        "$T.equals(this.$L, that.$L)",
                        m.mapping().isArray() ? Arrays.class : Objects.class,
                        m.name(),
                        m.name()))
                .collect(CodeBlock.joining("\n&& "));
        return MethodSpec.methodBuilder("equals")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(Nullness.OBJECT, "other")
                .addStatement("return other instanceof $T that\n&& $L", type, same)
                .build();
    }

    private MethodSpec hashCodeMethod() {
        CodeBlock values = members.stream()
                .map(m -> m.mapping().isArray()
                        ? CodeBlock.of("$T.hashCode(this.$L)", Arrays.class, m.name())
                        : CodeBlock.of("this.$L", m.name()))
                .collect(CodeBlock.joining(", "));
        return MethodSpec.methodBuilder("hashCode")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("return $T.hash($L)", Objects.class, values)
                .build();
    }

    private MethodSpec toStringMethod() {
        CodeBlock.Builder text = CodeBlock.builder();
        String separator = type.simpleName() + "[";
        for (Members.Member member : members) {
            text.add("$S + ", separator + member.name() + "=");
            text.add(
                    member.mapping().isArray()
                            ? CodeBlock.of("$T.of().formatHex(this.$L) + ", HexFormat.class, member.name())
                            : CodeBlock.of("this.$L + ", member.name()));
            separator = ", ";
        }
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $L$S", text.build(), "]")
                .build();
    }
}
