package io.jnetlink.generator.emit;

import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.Mappings;
import io.jnetlink.generator.naming.BodyShape;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.StructIr;
import java.util.ArrayList;
import java.util.List;

/**
 * All types of a family, in a fixed order.
 *
 * <p>Immutable.
 */
public final class FamilyFiles {

    private final Family family;
    private final FamilyTypes types;
    private final Mappings mappings;
    private final List<BodyShape> bodies;

    /** Prepares the types of a family for a package. */
    public FamilyFiles(Family spec, String packageName) {
        this.family = BodySets.complete(spec);
        this.bodies = BodyShape.all(family);
        this.types = new FamilyTypes(family, bodies, packageName);
        this.mappings = new Mappings(family, types);
    }

    /** The types, open for an annotation; each goes into a file of its own. */
    public List<TypeSpec.Builder> types() {
        List<TypeSpec.Builder> all = new ArrayList<>();
        all.add(new OperationsEmitter(family, types).emit());
        new ClientEmitter(family, types).emit().ifPresent(all::add);
        new ConstantsEmitter(family, types).emit().ifPresent(all::add);
        new GroupsEmitter(family, types).emit().ifPresent(all::add);
        all.add(new SchemaEmitter(family, types).emit());
        family.enums().forEach(e -> addEnum(e, all));
        family.structs().forEach(s -> addStruct(s, all));
        family.attributeSets().forEach(s -> addSet(s, all));
        for (BodyShape body : bodies) {
            if (body.header().isPresent()) {
                all.add(new MessageEmitter(types, body).emit());
                all.add(new MessageViewEmitter(family, types, body).emit());
            }
        }
        return all;
    }

    private void addEnum(EnumIr enumIr, List<TypeSpec.Builder> all) {
        if (types.hasEnumeration(enumIr.name())) {
            all.add(new EnumEmitter(types, enumIr).emit());
        }
        if (types.hasFlags(enumIr.name())) {
            all.add(new FlagsEmitter(types, enumIr).emit());
        }
    }

    private void addStruct(StructIr struct, List<TypeSpec.Builder> all) {
        all.add(new RecordEmitter(mappings, struct).emit());
        all.add(new StructViewEmitter(mappings, struct).emit());
    }

    private void addSet(AttributeSetIr set, List<TypeSpec.Builder> all) {
        boolean isBody =
                bodies.stream().anyMatch(b -> b.header().isEmpty() && b.set().equals(set.name()));
        AttributeSetTypes emitter = new AttributeSetTypes(mappings, set, isBody);
        all.add(emitter.reader());
        all.add(emitter.value());
        all.add(emitter.view());
    }
}
