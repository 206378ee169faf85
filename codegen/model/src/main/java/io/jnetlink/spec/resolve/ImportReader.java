package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.SpecException;
import io.jnetlink.spec.SpecSource;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.yaml.YamlScalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Loads the families that a spec imports from, and takes from them what it names.
 *
 * <p>Not thread-safe.
 */
final class ImportReader {
    private final Context context;
    private final SpecSource source;
    private final Set<String> importing;
    private final Map<String, Optional<Family>> loaded = new HashMap<>();

    /** Takes the names of the families that wait for this one, none of which can be imported from. */
    ImportReader(Context context, SpecSource source, Set<String> importing) {
        this.context = context;
        this.source = source;
        this.importing = importing;
    }

    /** Reads the imports of a family. */
    Imports read(Section family, String familyName) {
        Imports imports = new Imports();
        Set<String> waiting = new HashSet<>(importing);
        waiting.add(familyName);
        for (Section section : family.sections("x-import", "import")) {
            section.allow(Keys.IMPORT, context.protocol());
            section.require("family");
            section.name("family").flatMap(name -> load(section, name, waiting)).ifPresent(other -> {
                for (String struct : names(section, "structs", "struct", structsOf(other))) {
                    imports.addStruct(section, other, struct);
                }
                for (String set : names(section, "attribute-sets", "attribute-set", setsOf(other))) {
                    imports.addAttributeSet(section, other, set);
                }
            });
        }
        return imports;
    }

    private Optional<Family> load(Section section, String name, Set<String> waiting) {
        if (waiting.contains(name)) {
            section.report("family", Rule.RECURSION, "family '" + name + "' would import from itself");
            return Optional.empty();
        }
        Optional<Family> known = loaded.get(name);
        return known == null ? loadNew(section, name, waiting) : known;
    }

    private Optional<Family> loadNew(Section section, String name, Set<String> waiting) {
        Optional<Family> family = Optional.empty();
        Optional<String> text = source.text(name);
        if (text.isEmpty()) {
            section.report("family", Rule.UNDEFINED, "there is no spec of family '" + name + "'");
        } else {
            try {
                family = Optional.of(new FamilyResolver(name + ".yaml", text.get(), source, waiting).resolve());
            } catch (SpecException e) {
                String message = "the spec of family '%s' is faulty: %s";
                section.report(
                        "family",
                        Rule.BAD_VALUE,
                        message.formatted(name, e.problems().get(0)));
            }
        }
        loaded.put(name, family);
        return family;
    }

    private List<String> names(Section section, String key, String noun, List<String> defined) {
        return section.texts(key).stream()
                .filter(name -> isDefined(section, name, noun, defined))
                .map(YamlScalar::text)
                .toList();
    }

    private boolean isDefined(Section section, YamlScalar name, String noun, List<String> defined) {
        if (!defined.contains(name.text())) {
            context.undefined(section, name.location(), noun, name.text(), defined);
            return false;
        }
        return true;
    }

    private static List<String> structsOf(Family family) {
        return family.structs().stream().map(s -> s.name()).toList();
    }

    private static List<String> setsOf(Family family) {
        return family.attributeSets().stream().map(s -> s.name()).toList();
    }
}
