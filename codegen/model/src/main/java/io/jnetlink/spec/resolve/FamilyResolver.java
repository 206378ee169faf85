package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.SpecException;
import io.jnetlink.spec.SpecSource;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.MulticastGroupIr;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.Protocol;
import io.jnetlink.spec.ir.SubMessageIr;
import io.jnetlink.spec.yaml.Problems;
import io.jnetlink.spec.yaml.YamlMap;
import io.jnetlink.spec.yaml.YamlNode;
import io.jnetlink.spec.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves one spec. The parts are read in the order in which they refer to each other.
 *
 * <p>Not thread-safe.
 */
public final class FamilyResolver {
    private static final long MAX_PROTOCOL_NUMBER = 31;
    private static final long MAX_VERSION = 0xff;

    private final String file;
    private final String text;
    private final SpecSource source;
    private final Set<String> importing;
    private final Problems problems = new Problems();

    /**
     * Prepares the resolution.
     *
     * @param file name to give in problems
     * @param text the spec
     * @param source where to find the specs that it imports from
     */
    public FamilyResolver(String file, String text, SpecSource source) {
        this(file, text, source, Set.of());
    }

    /** Takes the names of the families that wait for this one. */
    FamilyResolver(String file, String text, SpecSource source, Set<String> importing) {
        this.file = file;
        this.text = text;
        this.source = source;
        this.importing = importing;
    }

    /**
     * Reads and resolves the spec.
     *
     * @return the family
     * @throws SpecException with all problems, if there are any
     */
    public Family resolve() {
        YamlNode root = new YamlReader(file, text, problems).read();
        if (!(root instanceof YamlMap map)) {
            problems.add(root.location(), Rule.WRONG_KIND, "a spec must be a mapping, but is " + root.kind());
            throw new SpecException(problems.inFileOrder());
        }
        Family family = family(new Section(map, "the family", problems));
        problems.throwIfAny();
        return family;
    }

    private Family family(Section section) {
        Protocol protocol = section.word("protocol", Words.PROTOCOLS).orElse(Protocol.GENETLINK);
        section.allow(Keys.FAMILY, protocol);
        List.of("doc", "attribute-sets", "operations").forEach(section::require);
        String name = section.requiredName().orElse("");
        CNames cNames = new CNames(name, protocol.isGeneric(), section.text("x-c-prefix"));
        Context context = new Context(protocol, cNames, problems);
        checkKernelSide(section, context);
        DefinitionReader definitionReader = new DefinitionReader(context);
        Definitions definitions = definitionReader.read(section);
        Imports imports = new ImportReader(context, source, importing).read(section, name);
        Set<String> structs = union(definitions.structs, imports.structs());
        Map<String, AttributeSpace> spaces = new AttributeSpaceReader(context).read(section);
        Set<String> sets = union(spaces, imports.attributeSets());
        Map<String, SubMessageIr> subMessages = new SubMessageReader(context, structs, sets).read(section);
        imports.reportClashes(section, definitions, spaces.keySet(), subMessages.keySet());
        ScalarReader scalars = new ScalarReader(context, definitions);
        TypeReader types = new TypeReader(
                context, structs, sets, subMessages, scalars, new SelectorResolver(spaces, subMessages, scalars));
        ChecksReader checks = new ChecksReader(context, definitions, definitionReader.amounts());
        AttributeSetReader setReader = new AttributeSetReader(types, checks, section.truth("x-nest-flag", true));
        Map<String, MulticastGroupIr> groups = new MulticastGroupReader(context).read(section);
        OperationReader operationReader = new OperationReader(context, spaces, structs, groups.keySet());
        List<Operation> operations = operationReader.read(section);
        return new Family(
                name,
                section.doc(),
                protocol,
                protocolNumber(section, protocol),
                section.integer("version", 1, MAX_VERSION).orElse(1L).intValue(),
                operationReader.model(),
                header(section, name),
                new ArrayList<>(definitions.constants.values()),
                joined(definitions.enums.values(), imports.enums().values()),
                joined(definitions.structs.values(), imports.structs().values()),
                joined(
                        spaces.values().stream().map(setReader::read).toList(),
                        imports.attributeSets().values()),
                joined(subMessages.values(), imports.subMessages().values()),
                operations,
                new ArrayList<>(groups.values()),
                imports.homes());
    }

    private static Set<String> union(Map<String, ?> own, Map<String, ?> imported) {
        Set<String> names = new LinkedHashSet<>(own.keySet());
        names.addAll(imported.keySet());
        return names;
    }

    private static <T> List<T> joined(Collection<T> own, Collection<T> imported) {
        List<T> all = new ArrayList<>(own);
        all.addAll(imported);
        return all;
    }

    /** Keys that only matter to the kernel's own generator are checked for their kind, then dropped. */
    private static void checkKernelSide(Section section, Context context) {
        section.text("uapi-header");
        for (String key : List.of("c-family-name", "c-version-name", "cmd-max-name", "cmd-cnt-name")) {
            section.text(key);
        }
        section.truth("max-by-define");
        section.word("kernel-policy", Words.KERNEL_POLICIES);
        Optional<Section> kernelFamily = section.section("kernel-family");
        kernelFamily.ifPresent(k -> {
            k.allow(Keys.KERNEL_FAMILY, context.protocol());
            k.texts("headers");
            k.text("sock-priv");
        });
    }

    private static String header(Section section, String name) {
        return section.text("x-c-header").or(() -> section.text("uapi-header")).orElse("linux/" + name + ".h");
    }

    private static int protocolNumber(Section section, Protocol protocol) {
        if (protocol.isGeneric()) {
            return Family.GENERIC_NETLINK;
        }
        section.require("protonum");
        return section.integer("protonum", 0, MAX_PROTOCOL_NUMBER).orElse(0L).intValue();
    }
}
