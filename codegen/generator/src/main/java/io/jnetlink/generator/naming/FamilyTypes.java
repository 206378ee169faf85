package io.jnetlink.generator.naming;

import com.palantir.javapoet.ClassName;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.ImportIr;
import io.jnetlink.spec.ir.StructIr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The generated types of a family: every spec element's class, unique within the package.
 *
 * <p>Immutable once made. Sets, structs and enums have name spaces of their own in a spec but share one package; the
 * later one gets {@code Attrs}, {@code Struct} or {@code Enum} behind its name. Enums come first, then structs, sets,
 * messages.
 */
public final class FamilyTypes {

    /** Simple names that generated sources use without an import, or that would read as something else. */
    private static final Set<String> TAKEN =
            Set.of("Builder", "Override", "Object", "String", "Integer", "Long", "Deprecated", "Math", "Class");

    private final String packageName;
    private final EnumUses uses;
    private final NameScope scope = new NameScope(TAKEN);
    private final Map<String, ClassName> enums = new HashMap<>();
    private final Map<String, ClassName> flags = new HashMap<>();
    private final Map<String, ClassName> structs = new HashMap<>();
    private final Map<String, ClassName> sets = new HashMap<>();
    private final Map<BodyShape, ClassName> messages = new HashMap<>();
    private final Set<ClassName> foreign = new HashSet<>();
    private final ClassName operations;

    /**
     * JavaNames everything.
     *
     * @param family the family
     * @param bodies the shapes of its messages' bodies
     * @param packageName package of the generated types
     * @param homes types of the families that it imports from, by their names
     */
    public FamilyTypes(Family family, List<BodyShape> bodies, String packageName, Map<String, FamilyTypes> homes) {
        this.packageName = packageName;
        this.uses = new EnumUses(family);
        // First of all: its name is what users of the family look for.
        this.operations =
                take(JavaNames.type(family.name()), "Family", List.of("Client", "Schema", "Groups", "Constants"));
        family.imports().forEach(i -> takeOver(i, homes.get(i.family().name())));
        Set<String> importedEnums = imported(family, ImportIr::enums);
        family.enums().stream().filter(e -> !importedEnums.contains(e.name())).forEach(this::nameEnum);
        for (StructIr struct : family.structs()) {
            structs.computeIfAbsent(struct.name(), n -> take(JavaNames.type(n), "Struct", List.of("View")));
        }
        for (AttributeSetIr set : family.attributeSets()) {
            sets.computeIfAbsent(set.name(), n -> take(JavaNames.type(n), "Attrs", List.of("View", "Reader")));
        }
        nameMessages(bodies);
    }

    private void takeOver(ImportIr imported, FamilyTypes home) {
        imported.enums().forEach(name -> {
            takeOver(name, home.enums, enums);
            takeOver(name, home.flags, flags);
        });
        imported.structs().forEach(name -> takeOver(name, home.structs, structs));
        imported.attributeSets().forEach(name -> takeOver(name, home.sets, sets));
    }

    private void takeOver(String name, Map<String, ClassName> from, Map<String, ClassName> to) {
        ClassName type = from.get(name);
        if (type != null) {
            to.put(name, type);
            foreign.add(type);
        }
    }

    private static Set<String> imported(Family family, Function<ImportIr, Set<String>> kind) {
        return family.imports().stream().flatMap(i -> kind.apply(i).stream()).collect(Collectors.toSet());
    }

    /** Package of the generated types. */
    public String packageName() {
        return packageName;
    }

    /** The class of operation constants. */
    public ClassName operations() {
        return operations;
    }

    /** The class of requests. */
    public ClassName client() {
        return derived(operations, "Client");
    }

    /** The class that holds the family's schema. */
    public ClassName schema() {
        return derived(operations, "Schema");
    }

    /** The class of multicast groups. */
    public ClassName groups() {
        return derived(operations, "Groups");
    }

    /** The class of constants. */
    public ClassName constants() {
        return derived(operations, "Constants");
    }

    /** The value of an attribute set. */
    public ClassName set(String name) {
        return sets.get(name);
    }

    /** Whether another family defines an attribute set. */
    public boolean isForeignSet(String name) {
        return foreign.contains(set(name));
    }

    /** Whether another family defines a struct. */
    public boolean isForeignStruct(String name) {
        return foreign.contains(struct(name));
    }

    /** Whether another family defines an enum. */
    public boolean isForeignEnum(String name) {
        return foreign.contains(enums.getOrDefault(name, flags.get(name)));
    }

    /** The view of an attribute set. */
    public ClassName setView(String name) {
        return derived(set(name), "View");
    }

    /** The reader of an attribute set. */
    public ClassName setReader(String name) {
        return derived(set(name), "Reader");
    }

    /** The record of a struct. */
    public ClassName struct(String name) {
        return structs.get(name);
    }

    /** The view of a struct. */
    public ClassName structView(String name) {
        return derived(struct(name), "View");
    }

    /** Whether there is a class for single values of an enum. */
    public boolean hasEnumeration(String name) {
        return enums.containsKey(name);
    }

    /** The class of single values of an enum. */
    public ClassName enumeration(String name) {
        return enums.get(name);
    }

    /** Whether there is a class for combinations of an enum's entries. */
    public boolean hasFlags(String name) {
        return flags.containsKey(name);
    }

    /** The class of combinations of an enum's entries. */
    public ClassName flags(String name) {
        return flags.get(name);
    }

    /**
     * Name in the schema of an enum that is read as flags; differs from the spec's where both readings are in use, by a
     * blank, which no spec name has.
     */
    public String flagsSchemaName(String enumName) {
        return hasEnumeration(enumName) ? enumName + " flags" : enumName;
    }

    /** The value of a body: a message, or without a fixed header the attribute set itself. */
    public ClassName message(BodyShape shape) {
        return shape.header().isPresent() ? messages.get(shape) : set(shape.set());
    }

    /** The view of a body. */
    public ClassName messageView(BodyShape shape) {
        return derived(message(shape), "View");
    }

    private void nameEnum(EnumIr enumIr) {
        String name = enumIr.name();
        boolean flagsOnly = enumIr.flags() || uses.usedAsFlags(name) && !uses.usedAsNumber(name);
        if (!flagsOnly) {
            enums.put(name, take(JavaNames.type(name), "Enum", List.of()));
        }
        if (flagsOnly || uses.usedAsFlags(name)) {
            flags.put(name, take(JavaNames.type(name), "Flags", List.of()));
        }
    }

    private void nameMessages(List<BodyShape> bodies) {
        Map<String, Set<String>> headers = new HashMap<>();
        List<BodyShape> withHeader =
                bodies.stream().filter(b -> b.header().isPresent()).toList();
        withHeader.forEach(b -> headers.computeIfAbsent(b.set(), s -> new HashSet<>())
                .add(b.header().orElseThrow()));
        for (BodyShape body : withHeader) {
            String stem = body.set().replaceFirst("[-_](attrs|attributes)$", "") + "-message";
            String name = headers.get(body.set()).size() == 1
                    ? stem
                    : stem + "-" + body.header().orElseThrow();
            messages.put(body, take(JavaNames.type(name), "Body", List.of("View")));
        }
    }

    private ClassName take(String stem, String suffix, List<String> derivatives) {
        List<String> candidates = new ArrayList<>(List.of(stem, stem + suffix));
        while (true) {
            for (String candidate : candidates) {
                List<String> derived =
                        derivatives.stream().map(d -> candidate + d).toList();
                if (scope.take(candidate, derived)) {
                    return ClassName.get(packageName, candidate);
                }
            }
            String last = candidates.get(candidates.size() - 1) + "_";
            candidates = Stream.of(last).toList();
        }
    }

    private static ClassName derived(ClassName type, String suffix) {
        return type.peerClass(type.simpleName() + suffix);
    }
}
