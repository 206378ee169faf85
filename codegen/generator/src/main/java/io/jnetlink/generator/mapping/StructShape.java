package io.jnetlink.generator.mapping;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** A struct that stands once; the view can show it without making a record. */
record StructShape(SingleShape record, AttributeMethods methods, StructMapping struct) implements AttributeShape {

    @Override
    public void addToReader(TypeSpec.Builder reader) {
        record.addToReader(reader);
    }

    @Override
    public void addToView(TypeSpec.Builder view) {
        String name = methods.name() + "View";
        MethodSpec.Builder getter = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("As {@link #$L()}, without making a record.\n", methods.name())
                .returns(struct.view());
        new ChildView(struct.view(), name, methods.number()).addTo(view, getter);
    }

    @Override
    public void addToBuilder(TypeSpec.Builder builder) {
        record.addToBuilder(builder);
    }
}
