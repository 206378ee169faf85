package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.NameScope;
import io.jnetlink.spec.JavaNames;
import java.util.List;
import java.util.Set;

/** Nested attributes whose types are data: each leaf is a value with one number for each level. */
record LeveledShape(AttributeMethods methods, List<String> levels, TypeMapping mapping, boolean flagged)
        implements AttributeShape {

    @Override
    public void addToReader(TypeSpec.Builder reader) {
        reader.addMethod(methods.presence());
        if (mapping.differsByFace()) {
            reader.addMethod(methods.declaration(type(Face.READER)));
        } else {
            reader.addMethod(methods.getter(type(Face.READER))
                    .addCode(leaves(Face.READER))
                    .build());
        }
    }

    @Override
    public void addToValue(TypeSpec.Builder value) {
        addNarrowed(value, Face.VALUE);
    }

    @Override
    public void addToView(TypeSpec.Builder view) {
        addNarrowed(view, Face.VIEW);
    }

    private void addNarrowed(TypeSpec.Builder type, Face face) {
        if (mapping.differsByFace()) {
            type.addMethod(methods.override(type(face)).addCode(leaves(face)).build());
        }
    }

    private TypeName type(Face face) {
        TypeName value = mapping.type(face).box();
        boolean open = mapping.differsByFace() && face == Face.READER;
        TypeName leaf = ParameterizedTypeName.get(CoreTypes.LEVELED, open ? WildcardTypeName.subtypeOf(value) : value);
        return ParameterizedTypeName.get(ClassName.get(List.class), open ? WildcardTypeName.subtypeOf(leaf) : leaf);
    }

    private CodeBlock leaves(Face face) {
        return CodeBlock.builder()
                .addStatement(
                        "return leaves($L, $L, $L, $L)",
                        methods.number(),
                        levels.size(),
                        mapping.minimum(),
                        mapping.payloadReader(face))
                .build();
    }

    @Override
    public void addToBuilder(TypeSpec.Builder builder) {
        boolean multiple = methods.attribute().multiple();
        MethodSpec.Builder setter =
                multiple ? methods.setter(JavaNames.prefixed("add", methods.name())) : methods.setter();
        int number = methods.number();
        NameScope scope = new NameScope(Set.of("value", "mark"));
        List<String> names =
                levels.stream().map(l -> scope.unique(JavaNames.member(l))).toList();
        names.forEach(n -> setter.addParameter(int.class, n));
        setter.addParameter(mapping.type(Face.VALUE), "value").addCode(mapping.check(number, "value"));
        setter.addStatement("int mark = $L($L, $L)", multiple ? "beginAdditionalNest" : "beginNest", number, flagged);
        // The last level's attribute is the payload itself; those above it wrap it.
        List<String> wrapping = names.subList(0, names.size() - 1);
        for (String name : wrapping) {
            setter.addStatement("int $LMark = beginLevel($L, $L)", name, name, flagged);
        }
        setter.addCode(mapping.append(CodeBlock.of("$L", names.get(names.size() - 1)), "value"));
        for (int i = wrapping.size() - 1; i >= 0; i--) {
            setter.addStatement("out().end($LMark)", wrapping.get(i));
        }
        builder.addMethod(setter.addStatement("endNest(mark)")
                .addCode(AttributeMethods.returnThis())
                .build());
    }
}
