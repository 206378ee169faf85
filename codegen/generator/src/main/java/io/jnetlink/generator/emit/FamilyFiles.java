package io.jnetlink.generator.emit;

import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.Mappings;
import io.jnetlink.generator.naming.BodyShape;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.ImportIr;
import io.jnetlink.spec.ir.StructIr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /**
     * Prepares the types of a family for a package.
     *
     * @param packages package by family, for those that it imports from
     */
    public FamilyFiles(Family spec, String packageName, Map<String, String> packages) {
        this.family = BodySets.complete(spec);
        this.bodies = BodyShape.all(family);
        this.types = types(family, bodies, packageName, packages);
        this.mappings = new Mappings(family, types);
    }

    private static FamilyTypes types(
            Family family, List<BodyShape> bodies, String packageName, Map<String, String> packages) {
        Map<String, FamilyTypes> homes = new HashMap<>();
        for (ImportIr imported : family.imports()) {
            Family home = BodySets.complete(imported.family());
            String homePackage = packages.get(home.name());
            if (homePackage == null) {
                throw new IllegalArgumentException(
                        "family " + family.name() + " imports from " + home.name() + ", whose package is not known");
            }
            homes.put(home.name(), types(home, BodyShape.all(home), homePackage, packages));
        }
        return new FamilyTypes(family, bodies, packageName, homes);
    }

    /** The types, open for an annotation; each goes into a file of its own. */
    public List<TypeSpec.Builder> types() {
        List<TypeSpec.Builder> all = new ArrayList<>();
        all.add(new OperationsEmitter(family, types).emit());
        new ClientEmitter(family, types).emit().ifPresent(all::add);
        new ConstantsEmitter(family, types).emit().ifPresent(all::add);
        new GroupsEmitter(family, types).emit().ifPresent(all::add);
        all.add(new SchemaEmitter(family, types).emit());
        family.enums().stream().filter(e -> !types.isForeignEnum(e.name())).forEach(e -> addEnum(e, all));
        family.structs().stream().filter(s -> !types.isForeignStruct(s.name())).forEach(s -> addStruct(s, all));
        family.attributeSets().stream()
                .filter(s -> !types.isForeignSet(s.name()))
                .forEach(s -> addSet(s, all));
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
