package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.AttributeShape;
import io.jnetlink.generator.mapping.Docs;
import io.jnetlink.generator.mapping.Mappings;
import io.jnetlink.generator.mapping.Shapes;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.AttributeSetIr;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The three classes of an attribute set, over one list of attribute shapes.
 *
 * <p>Immutable.
 */
final class AttributeSetTypes {

    private final FamilyTypes types;
    private final AttributeSetIr set;
    private final boolean isBody;
    private final List<AttributeShape> shapes;

    /**
     * @param isBody whether it is the body of a message of its own, without fixed header
     */
    AttributeSetTypes(Mappings mappings, AttributeSetIr set, boolean isBody) {
        this.types = mappings.types();
        this.set = set;
        this.isBody = isBody;
        this.shapes = new Shapes(mappings).of(set);
    }

    TypeSpec.Builder reader() {
        ClassName reader = types.setReader(set.name());
        TypeSpec.Builder type = TypeSpec.classBuilder(reader)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT, Modifier.SEALED)
                .addJavadoc(Docs.of(Optional.empty(), set.doc(), "Attributes of {@code " + set.name() + "}."))
                .addJavadoc("\n<p>What value and view have in common. As thread-safe as these.\n")
                .superclass(CoreTypes.ATTRIBUTE_READER)
                .addPermittedSubclass(types.set(set.name()))
                .addPermittedSubclass(types.setView(set.name()))
                .addField(FieldSpec.builder(CoreTypes.ATTRIBUTE_SET, "SCHEMA", Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.FAMILY.attributeSet($S)", types.schema(), set.name())
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addStatement("super(SCHEMA)")
                        .build());
        if (set.ordered()) {
            OrderedMethods.addToReader(type, reader);
        }
        shapes.forEach(s -> s.addToReader(type));
        return type;
    }

    TypeSpec.Builder value() {
        return new ValueEmitter(types, set, isBody, shapes).emit();
    }

    TypeSpec.Builder view() {
        return new ViewEmitter(types, set, isBody, shapes).emit();
    }
}
