package io.jnetlink.property.uapi;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.ConstantIr;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.ImportIr;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.MulticastGroupIr;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Lists every number of a spec that has a name in the C headers: attributes, enum entries, constants, operations,
 * multicast groups, and the layout of structs.
 *
 * <p>Not thread-safe.
 */
final class UapiConstants {

    private final Family family;
    private final FirstReleases releases;
    private final List<UapiConstant> constants = new ArrayList<>();

    private UapiConstants(Family family) {
        this.family = family;
        this.releases = new FirstReleases(family);
    }

    static List<UapiConstant> of(Family family) {
        UapiConstants all = new UapiConstants(family);
        family.attributeSets().stream()
                .filter(s -> isOwn(family, ImportIr::attributeSets, s.name()))
                .forEach(all::addSet);
        family.enums().stream()
                .filter(e -> isOwn(family, ImportIr::enums, e.name()))
                .forEach(all::addEnum);
        family.constants().forEach(all::addConstant);
        family.structs().stream()
                .filter(s -> isOwn(family, ImportIr::structs, s.name()))
                .forEach(all::addStruct);
        family.operations().forEach(all::addOperation);
        family.multicastGroups().forEach(all::addGroup);
        return List.copyOf(all.constants);
    }

    private static boolean isOwn(Family family, Function<ImportIr, Set<String>> kind, String name) {
        return family.imports().stream().noneMatch(i -> kind.apply(i).contains(name));
    }

    /** The headers that a C program needs for them. */
    static Set<String> headers(Family family) {
        Set<String> headers = new TreeSet<>();
        headers.add(family.header());
        family.attributeSets().forEach(s -> s.header().ifPresent(headers::add));
        family.enums().forEach(e -> e.header().ifPresent(headers::add));
        family.structs().forEach(s -> s.header().ifPresent(headers::add));
        family.constants().forEach(c -> c.header().ifPresent(headers::add));
        return headers;
    }

    private void addSet(AttributeSetIr set) {
        for (AttributeIr attribute : set.attributes()) {
            Optional<KernelVersion> since = releases.of(attribute);
            add(set.name() + "." + attribute.name(), attribute.cName(), attribute.number(), since);
        }
    }

    private void addEnum(EnumIr definition) {
        for (EntryIr entry : definition.entries()) {
            String place = definition.name() + "." + entry.name();
            add(place, entry.cName(), definition.wireValue(entry), releases.of(definition, entry));
        }
    }

    private void addConstant(ConstantIr constant) {
        constant.number().ifPresent(n -> add(constant.name(), constant.cName(), n, releases.of(constant)));
    }

    private void addStruct(StructIr struct) {
        String type = "struct " + struct.cName();
        Optional<KernelVersion> since = releases.of(struct);
        add(struct.name(), Optional.of("sizeof(" + type + ")"), struct.size(), since);
        for (MemberIr member : struct.members()) {
            if (!(member.type() instanceof TypeIr.Pad)) {
                String place = struct.name() + "." + member.name();
                String offset = "offsetof(" + type + ", " + member.cName() + ")";
                String size = "sizeof(((" + type + " *) 0)->" + member.cName() + ")";
                add(place, Optional.of(offset), member.offset(), since);
                add(place, Optional.of(size), member.size(), since);
            }
        }
    }

    private void addOperation(Operation operation) {
        operation
                .doExchange()
                .or(operation::dumpExchange)
                .ifPresent(e -> add(operation, e.request().number()));
        operation.message().ifPresent(m -> add(operation, m.number()));
    }

    private void add(Operation operation, int number) {
        add(operation.name(), operation.cName(), number, releases.of(operation));
    }

    private void addGroup(MulticastGroupIr group) {
        group.number().ifPresent(n -> add(group.name(), group.cName(), n, Optional.empty()));
    }

    private void add(String place, Optional<String> expression, long value, Optional<KernelVersion> since) {
        expression.ifPresent(e -> constants.add(new UapiConstant(place, e, value, since)));
    }
}
