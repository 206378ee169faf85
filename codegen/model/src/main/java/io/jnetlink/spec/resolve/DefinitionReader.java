package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.ConstantIr;
import io.jnetlink.spec.ir.Protocol;
import io.jnetlink.spec.ir.Scope;
import io.jnetlink.spec.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the list of definitions. Constants come first, then enums, then structs, because each may use those before it,
 * wherever it stands in the file.
 *
 * <p>Not thread-safe.
 */
final class DefinitionReader {
    private static final Map<String, Keys> KEYS =
            Map.of("const", Keys.CONSTANT, "enum", Keys.ENUM, "flags", Keys.ENUM, "struct", Keys.STRUCT);

    private final Context context;
    private final Definitions definitions = new Definitions();
    private final Amounts amounts;

    DefinitionReader(Context context) {
        this.context = context;
        this.amounts = new Amounts(context, definitions);
    }

    Definitions read(Section family) {
        List<Section> sections = family.sections("definitions", "definition");
        Map<String, Section> all = new LinkedHashMap<>();
        Map<String, Section> structs = new LinkedHashMap<>();
        for (Section section : sections) {
            section.require("type");
            section.requiredName().ifPresent(name -> context.addUnique(all, name, section, section));
            section.word("type", KEYS)
                    .filter(keys -> isInReach(section, keys))
                    .ifPresent(keys -> section.allow(keys, context.protocol()));
        }
        EnumReader enumReader = new EnumReader(context, amounts);
        all.forEach((name, section) -> {
            if (isOfType(section, "const")) {
                definitions.add(constant(name, section.titled("constant '" + name + "'")));
            }
        });
        all.forEach((name, section) -> {
            if (isOfType(section, "enum") || isOfType(section, "flags")) {
                definitions.enums.put(name, enumReader.read(name, section, isOfType(section, "flags")));
            } else if (isOfType(section, "struct")) {
                structs.put(name, section.titled("struct '" + name + "'"));
            }
        });
        new StructReader(context, amounts, definitions, structs).readAll();
        return definitions;
    }

    private static boolean isOfType(Section section, String type) {
        return section.text("type").filter(type::equals).isPresent();
    }

    private boolean isInReach(Section section, Keys keys) {
        boolean inReach = keys != Keys.STRUCT || context.protocol().compareTo(Protocol.GENETLINK_LEGACY) >= 0;
        if (!inReach) {
            String message = "type 'struct' needs protocol genetlink-legacy, but the spec is %s";
            section.report(
                    "type", Rule.PROTOCOL, message.formatted(context.protocol().specName()));
        }
        return inReach;
    }

    private ConstantIr constant(String name, Section section) {
        section.require("value");
        OptionalLong number = OptionalLong.empty();
        Optional<String> text = Optional.empty();
        Optional<YamlScalar> value = section.scalar("value");
        if (value.isPresent() && value.get().type() == YamlScalar.Type.INTEGER) {
            number = section.integer("value", Long.MIN_VALUE, Long.MAX_VALUE)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        } else {
            text = value.map(YamlScalar::text);
        }
        return new ConstantIr(
                name,
                section.doc(),
                number,
                text,
                section.word("scope", Words.SCOPES).orElse(Scope.UAPI),
                section.text("header"),
                context.cNames().constant(section, name),
                section.release("x-since"));
    }

    /** Returns the reader of numbers that knows the constants read here. */
    Amounts amounts() {
        return amounts;
    }
}
