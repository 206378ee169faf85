package io.jnetlink.generator.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.Docs;
import io.jnetlink.generator.mapping.Literals;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.generator.naming.NameScope;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.ConstantIr;
import io.jnetlink.spec.ir.Family;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The class of a family's named numbers and texts. */
final class ConstantsEmitter {

    private final Family family;
    private final FamilyTypes types;

    ConstantsEmitter(Family family, FamilyTypes types) {
        this.family = family;
        this.types = types;
    }

    Optional<TypeSpec.Builder> emit() {
        if (family.constants().isEmpty()) {
            return Optional.empty();
        }
        TypeSpec.Builder type = TypeSpec.classBuilder(types.constants())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Constants of {@code $L}.\n", family.name());
        NameScope scope = new NameScope(Set.of());
        for (ConstantIr constant : family.constants()) {
            type.addField(constant(constant, scope.unique(JavaNames.constant(constant.name()))));
        }
        return Optional.of(type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build()));
    }

    private static FieldSpec constant(ConstantIr constant, String name) {
        boolean number = constant.number().isPresent();
        boolean small = number
                && constant.number().getAsLong() == (int) constant.number().getAsLong();
        TypeName type = !number ? TypeName.get(String.class) : small ? TypeName.INT : TypeName.LONG;
        CodeBlock value = number
                ? Literals.decimal(constant.number().getAsLong())
                : CodeBlock.of("$S", constant.text().orElse(""));
        return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Docs.of(
                        constant.cName(),
                        constant.doc(),
                        "Constant {@code " + constant.name() + "}.",
                        Docs.since(constant.since())))
                .initializer(value)
                .build();
    }
}
