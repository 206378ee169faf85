package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.AttributeShape;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.AttributeSetIr;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The view of an attribute set. */
final class ViewEmitter {

    private final FamilyTypes types;
    private final AttributeSetIr set;
    private final boolean isBody;
    private final List<AttributeShape> shapes;

    ViewEmitter(FamilyTypes types, AttributeSetIr set, boolean isBody, List<AttributeShape> shapes) {
        this.types = types;
        this.set = set;
        this.isBody = isBody;
        this.shapes = shapes;
    }

    TypeSpec.Builder emit() {
        ClassName view = types.setView(set.name());
        TypeSpec.Builder type = TypeSpec.classBuilder(view)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("A view of received {@code $L}.\n\n", set.name())
                .addJavadoc("<p>Not thread-safe. Valid as long as the buffer is; a nested view is moved by the next"
                        + " call of its getter.\n")
                .superclass(types.setReader(set.name()));
        if (isBody) {
            type.addSuperinterface(CoreTypes.MESSAGE_VIEW);
        }
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("An empty view; {@link #wrap} makes it useful.\n")
                .addStatement("super()")
                .build());
        type.addMethod(wrap(view));
        if (isBody) {
            type.addMethod(wrapBody());
        }
        if (set.ordered()) {
            OrderedMethods.addToView(type, view);
        }
        shapes.forEach(s -> s.addToView(type));
        return type.addMethod(toValue());
    }

    private static MethodSpec wrap(ClassName view) {
        return MethodSpec.methodBuilder("wrap")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Moves to another list.\n\n@return this\n")
                .returns(view)
                .addParameter(CoreTypes.NETLINK_BUFFER, "buffer")
                .addParameter(int.class, "offset")
                .addParameter(int.class, "length")
                .addStatement("attach(buffer, offset, length)")
                .addStatement("return this")
                .build();
    }

    private static MethodSpec wrapBody() {
        return MethodSpec.methodBuilder("wrapBody")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(CoreTypes.NETLINK_BUFFER, "buffer")
                .addParameter(int.class, "offset")
                .addParameter(int.class, "length")
                .addStatement("attach(buffer, offset, length)")
                .build();
    }

    private MethodSpec toValue() {
        return MethodSpec.methodBuilder("toValue")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("A checked copy.\n")
                .returns(types.set(set.name()))
                .addStatement("return $T.decode(buffer(), offset(), length())", types.set(set.name()))
                .build();
    }
}
