package io.jnetlink.generator.mapping;

import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.naming.NameScope;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.ArrayList;
import java.util.List;

/** A payload whose format another attribute chooses: the raw bytes, and a getter and a setter for each format. */
final class SubMessageShape implements AttributeShape {

    private final SingleShape raw;
    private final List<FormatShape> formats = new ArrayList<>();

    SubMessageShape(
            AttributeMethods methods, Mappings mappings, AttributeSetIr set, TypeIr.SubMessage type, NameScope scope) {
        this.raw = new SingleShape(
                methods, new BytesMapping(LengthLimits.of(methods.attribute().checks())));
        SelectorCode selector = new SelectorCode(mappings, type.selector(), set);
        for (FormatIr format :
                mappings.family().subMessage(type.subMessageName()).formats()) {
            String name = scope.unique(
                    JavaNames.prefixed(methods.name(), JavaNames.type(format.value())),
                    n -> List.of(JavaNames.prefixed("has", n), n + "Header"));
            formats.add(new FormatShape(methods, name, mappings, selector, format));
        }
    }

    @Override
    public void addToReader(TypeSpec.Builder reader) {
        raw.addToReader(reader);
        formats.forEach(f -> f.addToReader(reader));
    }

    @Override
    public void addToValue(TypeSpec.Builder value) {
        formats.forEach(f -> f.addToValue(value));
    }

    @Override
    public void addToView(TypeSpec.Builder view) {
        formats.forEach(f -> f.addToView(view));
    }

    @Override
    public void addToBuilder(TypeSpec.Builder builder) {
        raw.addToBuilder(builder);
        formats.forEach(f -> f.addToBuilder(builder));
    }
}
