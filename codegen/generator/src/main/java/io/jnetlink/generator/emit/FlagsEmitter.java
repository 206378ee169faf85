package io.jnetlink.generator.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.Docs;
import io.jnetlink.generator.mapping.Literals;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.generator.naming.NameScope;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The class of combinations of an enum's entries; bits without a name survive. */
final class FlagsEmitter {

    private final FamilyTypes types;
    private final EnumIr enumIr;
    private final ClassName type;

    FlagsEmitter(FamilyTypes types, EnumIr enumIr) {
        this.types = types;
        this.enumIr = enumIr;
        this.type = types.flags(enumIr.name());
    }

    TypeSpec.Builder emit() {
        TypeSpec.Builder record = TypeSpec.recordBuilder(type)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.of(
                        Optional.empty(),
                        enumIr.doc(),
                        "Flags of {@code " + enumIr.name() + "}.",
                        Docs.since(enumIr.since())))
                .addJavadoc("\n<p>Immutable. Bits without a name are kept.\n\n")
                .addJavadoc("@param bits all bits, as on the wire\n")
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(
                                ParameterSpec.builder(TypeName.LONG, "bits").build())
                        .build());
        NameScope scope = new NameScope(Set.of());
        for (EntryIr entry : enumIr.entries()) {
            record.addField(FieldSpec.builder(
                            type,
                            scope.unique(JavaNames.constant(entry.name())),
                            Modifier.PUBLIC,
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .addJavadoc(Docs.of(
                            entry.cName(),
                            entry.doc(),
                            "Flag {@code " + entry.name() + "}.",
                            Docs.since(entry.since())))
                    .initializer("new $T($L)", type, Literals.mask(entry.mask()))
                    .build());
        }
        return record.addMethod(of())
                .addMethod(contains())
                .addMethod(combined("with", "These and others.", "bits | others.bits"))
                .addMethod(combined("without", "These without others.", "bits & ~others.bits"))
                .addMethod(EnumEmitter.toStringMethod(types, types.flagsSchemaName(enumIr.name()), "bits"));
    }

    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("All of them together; none without arguments.\n")
                .returns(type)
                .addParameter(ArrayTypeName.of(type), "flags")
                .varargs()
                .addStatement("long bits = 0")
                .beginControlFlow("for ($T flag : flags)", type)
                .addStatement("bits |= flag.bits")
                .endControlFlow()
                .addStatement("return new $T(bits)", type)
                .build();
    }

    private MethodSpec contains() {
        return MethodSpec.methodBuilder("contains")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Whether all bits of {@code others} are set.\n")
                .returns(TypeName.BOOLEAN)
                .addParameter(type, "others")
                .addStatement("return (bits & others.bits) == others.bits")
                .build();
    }

    private MethodSpec combined(String name, String doc, String expression) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc + "\n")
                .returns(type)
                .addParameter(type, "others")
                .addStatement("return new $T($L)", type, CodeBlock.of(expression))
                .build();
    }
}
