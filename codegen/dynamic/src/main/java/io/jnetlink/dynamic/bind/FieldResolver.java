package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.Attribute;
import io.jnetlink.dynamic.Header;
import io.jnetlink.dynamic.map.NearMiss;
import io.jnetlink.dynamic.map.SpecIndex;
import io.jnetlink.message.Leveled;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the attribute or header member that each component of a body stands for. Used once.
 */
final class FieldResolver {

    private final ShapeResolver shapes;
    private final BodyContext context;
    private final @Nullable StructIr header;
    private final SpecIndex.AttributeIndex set;
    private final List<Component> components;
    private final Map<Object, Component> taken = new HashMap<>();

    FieldResolver(ShapeResolver shapes, BodyContext context, List<Component> components) {
        this.shapes = shapes;
        this.context = context;
        this.header = context.header();
        this.set = shapes.spec().set(context.set());
        this.components = components;
    }

    /** The fields in the order of the components, as far as they could be found. */
    List<BoundField> resolve() {
        List<BoundField> fields = new ArrayList<>();
        components.forEach(c -> resolve(c).ifPresent(fields::add));
        return fields;
    }

    private Optional<BoundField> resolve(Component component) {
        Optional<Attribute> attribute = component.annotation(Attribute.class);
        Optional<Header> member = component.annotation(Header.class);
        if (attribute.isPresent() && member.isPresent()) {
            return refuse(component, "cannot be both @Attribute and @Header");
        } else if (member.isPresent()) {
            return inHeader(component, member.get().value());
        } else if (attribute.isPresent()) {
            AttributeIr named = set.attribute(attribute.get().value());
            return named == null
                    ? unknown(component, attribute.get().value())
                    : attribute(component, named).map(f -> f);
        }
        return byName(component);
    }

    private Optional<BoundField> byName(Component component) {
        Optional<AttributeIr> attribute = named(component, set);
        Optional<MemberIr> member = header == null ? Optional.empty() : member(header, component);
        if (attribute.isPresent() && member.isPresent()) {
            return refuse(
                    component,
                    "both attribute " + set.fieldName(attribute.get()) + " and header member " + header.name() + "."
                            + member.get().name() + " have this name: add @Attribute or @Header");
        } else if (attribute.isPresent()) {
            return attribute(component, attribute.get()).map(f -> f);
        } else if (member.isPresent()) {
            return member(component, header, member.get());
        }
        return unknown(component, component.name());
    }

    private static Optional<AttributeIr> named(Component component, SpecIndex.AttributeIndex set) {
        List<AttributeIr> found = new ArrayList<>();
        for (String name : set.names()) {
            AttributeIr attribute = set.attribute(name);
            if (attribute != null && component.isNamed(name)) {
                found.add(attribute);
            }
        }
        return found.stream().min(Comparator.comparingInt(AttributeIr::number));
    }

    private static Optional<MemberIr> member(StructIr struct, Component component) {
        return struct.members().stream()
                .filter(m -> !(m.type() instanceof TypeIr.Pad) && component.isNamed(m.name()))
                .findFirst();
    }

    private Optional<BoundField> inHeader(Component component, String name) {
        if (header == null) {
            return refuse(component, "is @Header, but the messages of " + set.name() + " have no fixed header here");
        }
        Optional<MemberIr> member = name.isEmpty()
                ? member(header, component)
                : header.member(name).filter(m -> !(m.type() instanceof TypeIr.Pad));
        if (member.isPresent()) {
            return member(component, header, member.get());
        } else if (name.isEmpty() && component.raw().isRecord()) {
            return take(component, header.name())
                    ? shapes.struct(component.place(), component.raw(), header)
                            .map(shape -> new HeaderField(component, 0, new MemberCodecs.OfStruct(shape)))
                    : Optional.empty();
        }
        String wanted = name.isEmpty() ? component.name() : name;
        List<String> known = header.members().stream()
                .filter(m -> !(m.type() instanceof TypeIr.Pad))
                .map(MemberIr::name)
                .toList();
        return refuse(component, "header " + header.name() + " has no member " + wanted + NearMiss.hint(wanted, known));
    }

    private Optional<BoundField> member(Component component, StructIr struct, MemberIr member) {
        if (!take(component, struct.name() + "." + member.name())) {
            return Optional.empty();
        }
        return new MemberResolver(shapes, component, struct, member)
                .resolve()
                .map(codec -> HeaderField.member(component, member, codec));
    }

    private Optional<? extends BoundField> attribute(Component component, AttributeIr attribute) {
        if (!take(component, set.fieldName(attribute))) {
            return Optional.empty();
        }
        if (component.raw() == List.class) {
            return list(component, attribute);
        } else if (attribute.multiple()) {
            return refuse(
                    component,
                    "is " + component.typeName() + ", but attribute " + set.fieldName(attribute)
                            + " may stand several times: use List<…>");
        }
        return single(component, attribute);
    }

    private Optional<? extends BoundField> single(Component component, AttributeIr attribute) {
        Presence presence = Presence.of(component.raw());
        Optional<Class<?>> bare = bare(component, presence);
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        boolean raw = bare.get() == byte[].class;
        if (attribute.type() instanceof TypeIr.SubMessage message && !raw) {
            return subMessage(component, attribute, message, bare.get(), presence);
        } else if (attribute.sentType() instanceof TypeIr.Flag && component.raw() == boolean.class) {
            return flag(component, attribute);
        }
        Optional<ValueCodec> sent = value(component, attribute, attribute.sentType(), bare.get());
        Optional<ValueCodec> received = attribute.requestType().isEmpty() || sent.isEmpty()
                ? sent
                : value(component, attribute, attribute.type(), bare.get());
        return received.map(r -> new SingleField(component, attribute, presence, sent.get(), r));
    }

    private Optional<? extends BoundField> subMessage(
            Component component, AttributeIr attribute, TypeIr.SubMessage message, Class<?> bare, Presence presence) {
        return bare.isRecord() || bare.isSealed()
                ? new FormatResolver(shapes, context, set, components)
                        .resolve(component, attribute, message, bare, presence)
                : refuse(
                        component,
                        "is " + component.typeName() + ", but attribute " + set.fieldName(attribute) + " is "
                                + SpecWords.of(message) + ": use a record or sealed interface with @Format, or byte[]");
    }

    private Optional<? extends BoundField> flag(Component component, AttributeIr attribute) {
        return value(component, attribute, attribute.type(), boolean.class)
                .map(codec -> new FlagField(component, attribute, codec));
    }

    private Optional<Class<?>> bare(Component component, Presence presence) {
        return switch (presence) {
            case OPTIONAL_INT -> Optional.of(int.class);
            case OPTIONAL_LONG -> Optional.of(long.class);
            case OPTIONAL -> {
                if (component.argument().isEmpty()) {
                    refuse(component, "Optional needs a type argument");
                }
                yield component.argument().map(Component::rawOf).map(JavaTypes::unboxed);
            }
            case REQUIRED, NULLABLE -> Optional.of(JavaTypes.unboxed(component.raw()));
        };
    }

    private Optional<? extends BoundField> list(Component component, AttributeIr attribute) {
        Optional<Type> argument = component.argument();
        if (argument.isEmpty()) {
            return refuse(component, "List needs a type argument");
        }
        TypeIr type = attribute.type();
        if (type instanceof TypeIr.NestTypeValue levels) {
            return leveled(component, attribute, levels, argument.get());
        }
        ListLayout layout;
        TypeIr element = type;
        if (type instanceof TypeIr.IndexedArray array) {
            layout = new ListLayout.Indexed();
            element = array.element();
        } else if (attribute.multiple()) {
            layout = new ListLayout.Repeated();
        } else {
            return refuse(
                    component,
                    "is " + component.typeName() + ", but attribute " + set.fieldName(attribute) + " is one "
                            + SpecWords.of(type));
        }
        Class<?> bare = JavaTypes.unboxed(Component.rawOf(argument.get()));
        return value(component, attribute, element, bare)
                .map(codec -> new ListField(component, attribute, layout, codec));
    }

    private Optional<? extends BoundField> leveled(
            Component component, AttributeIr attribute, TypeIr.NestTypeValue levels, Type argument) {
        if (Component.rawOf(argument) != Leveled.class || !(argument instanceof ParameterizedType parameterized)) {
            return refuse(
                    component,
                    "is " + component.typeName() + ", but attribute " + set.fieldName(attribute) + " is "
                            + SpecWords.of(levels) + ": use List<Leveled<…>>");
        }
        Class<?> bare = JavaTypes.unboxed(Component.rawOf(parameterized.getActualTypeArguments()[0]));
        ListLayout layout = new ListLayout.Levels(levels.levels().size());
        return value(component, attribute, levels.inner(), bare)
                .map(codec -> new ListField(component, attribute, layout, codec));
    }

    private Optional<ValueCodec> value(Component component, AttributeIr attribute, TypeIr type, Class<?> bare) {
        return type.accept(new ValueResolver(shapes, context, component, bare, attribute, set.fieldName(attribute)));
    }

    private boolean take(Component component, Object element) {
        Component first = taken.putIfAbsent(element, component);
        if (first != null) {
            refuse(component, "stands for " + element + ", as " + first.name() + " does already");
        }
        return first == null;
    }

    private Optional<BoundField> unknown(Component component, String wanted) {
        List<String> known = new ArrayList<>();
        set.names().forEach(known::add);
        String inHeader = "";
        if (header != null) {
            header.members().forEach(m -> known.add(m.name()));
            inHeader = ", and header " + header.name() + " no such member";
        }
        return refuse(
                component,
                "attribute set " + set.name() + " has no attribute " + wanted + inHeader
                        + NearMiss.hint(wanted, known));
    }

    private <T> Optional<T> refuse(Component component, String problem) {
        shapes.mismatches().add(component.place(), problem);
        return Optional.empty();
    }
}
