package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.Attribute;
import io.jnetlink.dynamic.Format;
import io.jnetlink.dynamic.map.NearMiss;
import io.jnetlink.dynamic.map.SpecIndex;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.SubMessageIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Resolves components that are sub-messages.
 *
 * @param shapes resolves records
 * @param context the record around
 * @param set the set that the sub-message stands in
 * @param all the components of the record
 */
record FormatResolver(ShapeResolver shapes, BodyContext context, SpecIndex.AttributeIndex set, List<Component> all) {

    Optional<AttributeField> resolve(
            Component component, AttributeIr attribute, TypeIr.SubMessage type, Class<?> java, Presence presence) {
        String place = component.place();
        if (component.accessor() == null) {
            return refuse(place, attribute, "cannot be a parameter of its own: use a record");
        }
        String selectorName = type.selector().attribute();
        SubMessageIr formats = shapes.spec().subMessage(type.subMessageName());
        List<FormatField.Choice> choices = new ArrayList<>();
        for (Class<?> record : records(java)) {
            choice(component, attribute, formats, selectorName, record).ifPresent(choices::add);
        }
        AttributeIr selector = set.attribute(selectorName);
        if (!type.selector().isLocal() || selector == null) {
            return chosenOutside(component, attribute, selectorName, presence, choices);
        }
        FormatSelector chosenBy = new FormatSelector(
                selector,
                type.selector().enumName().map(shapes.spec()::enumeration),
                set.fieldName(selector),
                all.stream().filter(c -> stands(c, selector)).findFirst().orElse(null));
        return Optional.of(new FormatField(component, attribute, presence, chosenBy, java, choices));
    }

    /** A format that the records around leave no choice about. */
    private Optional<AttributeField> chosenOutside(
            Component component,
            AttributeIr attribute,
            String selector,
            Presence presence,
            List<FormatField.Choice> choices) {
        if (choices.isEmpty()) {
            return Optional.empty();
        } else if (choices.size() > 1
                || !choices.get(0).format().equals(context.chosen().get(selector))) {
            return refuse(
                    component.place(),
                    attribute,
                    "is chosen by " + selector + " outside of " + set.name() + ", which the records around do not tell:"
                            + " use byte[]");
        }
        NestCodec codec = choices.get(0).codec();
        return Optional.of(new SingleField(component, attribute, presence, codec, codec));
    }

    private <T> Optional<T> refuse(String place, AttributeIr attribute, String problem) {
        shapes.mismatches().add(place, "attribute " + set.fieldName(attribute) + " " + problem);
        return Optional.empty();
    }

    private static boolean stands(Component component, AttributeIr selector) {
        return component
                .annotation(Attribute.class)
                .map(a -> a.value().equals(selector.name()))
                .orElseGet(() -> component.isNamed(selector.name()));
    }

    private static List<Class<?>> records(Class<?> java) {
        return java.isSealed() ? Arrays.asList(java.getPermittedSubclasses()) : List.of(java);
    }

    private Optional<FormatField.Choice> choice(
            Component component, AttributeIr attribute, SubMessageIr formats, String selector, Class<?> record) {
        String place = component.place();
        Optional<Format> annotation = (component.raw().isSealed()
                        ? Optional.<Format>empty()
                        : component.annotation(Format.class))
                .or(() -> Optional.ofNullable(record.getAnnotation(Format.class)));
        if (!record.isRecord() || annotation.isEmpty()) {
            shapes.mismatches()
                    .add(
                            place,
                            record.getSimpleName() + " must be a record with @Format, since attribute "
                                    + set.fieldName(attribute) + " is sub-message " + formats.name());
            return Optional.empty();
        }
        String wanted = annotation.get().value();
        Optional<FormatIr> format = formats.format(wanted);
        if (format.isEmpty()) {
            List<String> known = formats.formats().stream().map(FormatIr::value).toList();
            shapes.mismatches()
                    .add(
                            place,
                            "sub-message " + formats.name() + " has no format " + wanted
                                    + NearMiss.hint(wanted, known));
            return Optional.empty();
        }
        StructIr header = format.get().fixedHeader().map(shapes.spec()::struct).orElse(null);
        boolean flagged = header == null && format.get().attributeSet().isPresent() && attribute.nestFlag();
        return shapes.body(
                        place,
                        record,
                        context.format(
                                header, format.get().attributeSet().orElse(ShapeResolver.NO_SET), selector, wanted))
                .map(shape -> new FormatField.Choice(wanted, new NestCodec(shape, flagged)));
    }
}
