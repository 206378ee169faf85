package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.Attribute;
import io.jnetlink.dynamic.map.NearMiss;
import io.jnetlink.dynamic.map.SpecIndex;
import io.jnetlink.dynamic.schema.SchemaFactory;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves records against the spec, each once for each part of the spec that it stands for. Not thread-safe; all of one
 * binding share one, since names of methods are numbered through.
 */
final class ShapeResolver {

    /** The set of formats without attributes. */
    static final String NO_SET = SchemaFactory.NO_ATTRIBUTES;

    private final SpecIndex spec;
    private final Mismatches mismatches;
    private final JavaTypes javaTypes;
    private final EnumResolver enums;
    private final Map<String, RecordShape> known = new HashMap<>();

    ShapeResolver(SpecIndex spec, MethodHandles.Lookup lookup, Mismatches mismatches) {
        this.spec = spec;
        this.mismatches = mismatches;
        this.javaTypes = new JavaTypes(lookup, mismatches);
        this.enums = new EnumResolver(mismatches);
    }

    SpecIndex spec() {
        return spec;
    }

    Mismatches mismatches() {
        return mismatches;
    }

    JavaTypes javaTypes() {
        return javaTypes;
    }

    EnumResolver enums() {
        return enums;
    }

    /**
     * A record that is a list of attributes.
     *
     * @param place the Java element that has the record as its type
     */
    Optional<BodyShape> body(String place, Class<?> record, BodyContext context) {
        String key = record.getName() + " " + context.key();
        if (known.get(key) instanceof BodyShape shape) {
            return Optional.of(shape);
        }
        return javaTypes.constructor(place, record).map(constructor -> {
            BodyShape shape =
                    new BodyShape(record, constructor, context.header(), context.headerMayBeShort(), known.size());
            // Known before its fields are: a record may hold itself.
            known.put(key, shape);
            shape.fields(new FieldResolver(this, context, JavaTypes.components(record)).resolve());
            return shape;
        });
    }

    /** A method's parameters as a list of attributes. */
    BodyShape parameters(BodyContext context, List<Component> parameters) {
        BodyShape shape = new BodyShape(Object.class, null, context.header(), false, known.size());
        shape.fields(new FieldResolver(this, context, parameters).resolve());
        return shape;
    }

    /** A record that is a struct. */
    Optional<StructShape> struct(String place, Class<?> record, StructIr struct) {
        String key = record.getName() + " struct " + struct.name();
        if (known.get(key) instanceof StructShape shape) {
            return Optional.of(shape);
        }
        return javaTypes.constructor(place, record).map(constructor -> {
            StructShape shape = new StructShape(record, constructor, struct, known.size());
            known.put(key, shape);
            shape.fields(members(record, struct));
            return shape;
        });
    }

    private List<HeaderField> members(Class<?> record, StructIr struct) {
        List<HeaderField> fields = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Component component : JavaTypes.components(record)) {
            Optional<MemberIr> member = member(component, struct);
            if (member.isEmpty()) {
                String wanted = component
                        .annotation(Attribute.class)
                        .map(Attribute::value)
                        .orElse(component.name());
                List<String> all = struct.members().stream().map(MemberIr::name).toList();
                mismatches.add(
                        component.place(),
                        "struct " + struct.name() + " has no member " + wanted + NearMiss.hint(wanted, all));
            } else if (!taken.add(member.get().name())) {
                mismatches.add(
                        component.place(),
                        "stands for " + struct.name() + "." + member.get().name() + ", as another does already");
            } else {
                new MemberResolver(this, component, struct, member.get())
                        .resolve()
                        .ifPresent(codec -> fields.add(HeaderField.member(component, member.get(), codec)));
            }
        }
        return fields;
    }

    private static Optional<MemberIr> member(Component component, StructIr struct) {
        Optional<String> given = component.annotation(Attribute.class).map(Attribute::value);
        return struct.members().stream()
                .filter(m -> !(m.type() instanceof TypeIr.Pad))
                .filter(m -> given.map(g -> g.equals(m.name())).orElseGet(() -> component.isNamed(m.name())))
                .findFirst();
    }
}
