package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ClassName;
import io.jnetlink.generator.naming.NameScope;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the shape of each attribute of a set.
 *
 * <p>Immutable.
 */
public final class Shapes {

    /** Methods of a reader whose order counts. */
    private static final Set<String> ORDERED = Set.of("number", "inOrder");

    private final Mappings mappings;

    /** For the sets of one family. */
    public Shapes(Mappings mappings) {
        this.mappings = mappings;
    }

    /** The shapes of a set's attributes in spec order; one that is listed twice counts once. */
    public List<AttributeShape> of(AttributeSetIr set) {
        NameScope scope = new NameScope(set.ordered() ? ORDERED : Set.of());
        Set<String> seen = new HashSet<>();
        ClassName builder = mappings.types().set(set.name()).nestedClass("Builder");
        List<AttributeMethods> named = new ArrayList<>();
        for (AttributeIr attribute : set.attributes()) {
            if (!isSilent(attribute.type()) && seen.add(attribute.name())) {
                String name = scope.unique(
                        JavaNames.member(attribute.name()),
                        n -> List.of(JavaNames.prefixed("has", n), JavaNames.prefixed("add", n), n + "View"));
                named.add(new AttributeMethods(attribute, name, builder));
            }
        }
        if (set.ordered()) {
            NameScope constants = new NameScope(Set.of("SCHEMA"));
            return named.stream().map(methods -> repeatable(methods, constants)).toList();
        }
        // Attributes have their names by now, so that those of sub-message formats give way to them.
        return named.stream().map(methods -> shape(set, methods, scope)).toList();
    }

    private AttributeShape repeatable(AttributeMethods methods, NameScope constants) {
        AttributeIr attribute = methods.attribute();
        String constant = constants.unique(JavaNames.constant(attribute.name()));
        return new RepeatableShape(methods, constant, single(methods, attribute.type()), appended(attribute));
    }

    private Optional<TypeMapping> appended(AttributeIr attribute) {
        TypeIr type = attribute.sentType();
        return type instanceof TypeIr.Flag ? Optional.empty() : Optional.of(mappings.payload(attribute, type));
    }

    private static boolean isSilent(TypeIr type) {
        return type instanceof TypeIr.Pad || type instanceof TypeIr.Unused;
    }

    private AttributeShape shape(AttributeSetIr set, AttributeMethods methods, NameScope scope) {
        AttributeIr attribute = methods.attribute();
        AttributeShape received = shape(set, methods, scope, attribute.type());
        return attribute.requestType().isEmpty()
                ? received
                : new SplitShape(
                        received,
                        shape(set, methods, scope, attribute.requestType().get()));
    }

    private AttributeShape shape(AttributeSetIr set, AttributeMethods methods, NameScope scope, TypeIr type) {
        AttributeIr attribute = methods.attribute();
        boolean nestFlag = attribute.nestFlag();
        if (type instanceof TypeIr.Flag || isSilent(type)) {
            return new FlagShape(methods);
        } else if (type instanceof TypeIr.IndexedArray array) {
            return new IndexedArrayShape(methods, mappings.payload(attribute, array.element()), nestFlag);
        } else if (type instanceof TypeIr.NestTypeValue nest) {
            return new LeveledShape(methods, nest.levels(), mappings.payload(attribute, nest.inner()), nestFlag);
        } else if (type instanceof TypeIr.SubMessage subMessage) {
            return new SubMessageShape(methods, mappings, set, subMessage, scope);
        }
        return attribute.multiple() ? new ListShape(methods, mappings.payload(attribute, type)) : single(methods, type);
    }

    /** An attribute that stands once. */
    private AttributeShape single(AttributeMethods methods, TypeIr type) {
        if (type instanceof TypeIr.Flag) {
            return new FlagShape(methods);
        }
        TypeMapping mapping = mappings.payload(methods.attribute(), type);
        if (mapping instanceof NestMapping nest) {
            return new NestShape(methods, nest);
        }
        SingleShape single = new SingleShape(methods, mapping);
        return mapping instanceof StructMapping struct ? new StructShape(single, methods, struct) : single;
    }
}
