package io.jnetlink.generator.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.Docs;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.generator.naming.NameScope;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.MulticastGroupIr;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The class of a family's multicast groups: numbers, or the names that generic netlink resolves. */
final class GroupsEmitter {

    private final Family family;
    private final FamilyTypes types;

    GroupsEmitter(Family family, FamilyTypes types) {
        this.family = family;
        this.types = types;
    }

    Optional<TypeSpec.Builder> emit() {
        if (family.multicastGroups().isEmpty()) {
            return Optional.empty();
        }
        TypeSpec.Builder type = TypeSpec.classBuilder(types.groups())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Multicast groups of {@code $L}.\n", family.name());
        NameScope scope = new NameScope(Set.of());
        for (MulticastGroupIr group : family.multicastGroups()) {
            type.addField(constant(group, scope.unique(JavaNames.constant(group.name()))));
        }
        return Optional.of(type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build()));
    }

    private static FieldSpec constant(MulticastGroupIr group, String name) {
        boolean number = group.number().isPresent();
        CodeBlock value = number ? CodeBlock.of("$L", group.number().getAsInt()) : CodeBlock.of("$S", group.name());
        return FieldSpec.builder(
                        number ? TypeName.INT : TypeName.get(String.class),
                        name,
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc(Docs.of(group.cName(), "", "Group {@code " + group.name() + "}."))
                .initializer(value)
                .build();
    }
}
