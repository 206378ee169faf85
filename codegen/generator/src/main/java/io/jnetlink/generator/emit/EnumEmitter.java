package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.Docs;
import io.jnetlink.generator.mapping.Literals;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.generator.naming.NameScope;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The class of an enum's values: open, since a newer kernel may send others. */
final class EnumEmitter {

    private final FamilyTypes types;
    private final EnumIr enumIr;
    private final ClassName type;

    EnumEmitter(FamilyTypes types, EnumIr enumIr) {
        this.types = types;
        this.enumIr = enumIr;
        this.type = types.enumeration(enumIr.name());
    }

    TypeSpec.Builder emit() {
        TypeSpec.Builder record = TypeSpec.recordBuilder(type)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.of(
                        Optional.empty(),
                        enumIr.doc(),
                        "Values of {@code " + enumIr.name() + "}.",
                        Docs.since(enumIr.since())))
                .addJavadoc("\n<p>Immutable. Open: numbers without a name are values too.\n\n")
                .addJavadoc("@param value the number on the wire\n")
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(
                                ParameterSpec.builder(TypeName.LONG, "value").build())
                        .build());
        NameScope scope = new NameScope(Set.of("KNOWN"));
        List<String> names = new ArrayList<>();
        for (EntryIr entry : enumIr.entries()) {
            String name = scope.unique(JavaNames.constant(entry.name()));
            names.add(name);
            record.addField(FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc(Docs.of(
                            entry.cName(),
                            entry.doc(),
                            "Entry {@code " + entry.name() + "}.",
                            Docs.since(entry.since())))
                    .initializer("new $T($L)", type, Literals.decimal(entry.value()))
                    .build());
        }
        return record.addField(known(names))
                .addMethod(of())
                .addMethod(specName(types, enumIr.name(), "value"))
                .addMethod(toStringMethod(types, enumIr.name(), "value"));
    }

    private FieldSpec known(List<String> names) {
        ParameterizedTypeName list = ParameterizedTypeName.get(ClassName.get(List.class), type);
        CodeBlock.Builder values = CodeBlock.builder();
        for (String name : names) {
            values.add(values.isEmpty() ? "$L" : ",$W$L", name);
        }
        return FieldSpec.builder(list, "KNOWN", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($L)", List.class, values.build())
                .build();
    }

    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The value of a number; the constant itself where there is one.\n")
                .returns(type)
                .addParameter(TypeName.LONG, "value")
                .beginControlFlow("for (int i = 0; i < KNOWN.size(); i++)")
                .beginControlFlow("if (KNOWN.get(i).value == value)")
                .addStatement("return KNOWN.get(i)")
                .endControlFlow()
                .endControlFlow()
                .addStatement("return new $T(value)", type)
                .build();
    }

    private static MethodSpec specName(FamilyTypes types, String schemaName, String component) {
        return MethodSpec.methodBuilder("specName")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The spec's name; empty for a number without one.\n")
                .returns(ParameterizedTypeName.get(Optional.class, String.class))
                .addStatement("return $T.FAMILY.enumeration($S).nameOf($L)", types.schema(), schemaName, component)
                .build();
    }

    /** {@code toString()} by the schema. */
    static MethodSpec toStringMethod(FamilyTypes types, String schemaName, String component) {
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $T.FAMILY.enumeration($S).print($L)", types.schema(), schemaName, component)
                .build();
    }
}
