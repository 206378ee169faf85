package io.jnetlink.generator.mapping;

import com.palantir.javapoet.TypeSpec;

/** An attribute that is answered with one type and sent with another. */
record SplitShape(AttributeShape received, AttributeShape sent) implements AttributeShape {

    @Override
    public void addToReader(TypeSpec.Builder reader) {
        received.addToReader(reader);
    }

    @Override
    public void addToValue(TypeSpec.Builder value) {
        received.addToValue(value);
    }

    @Override
    public void addToView(TypeSpec.Builder view) {
        received.addToView(view);
    }

    @Override
    public void addToBuilder(TypeSpec.Builder builder) {
        sent.addToBuilder(builder);
    }
}
