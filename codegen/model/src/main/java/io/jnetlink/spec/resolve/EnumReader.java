package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Scope;
import io.jnetlink.spec.yaml.YamlNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads enums and flags and numbers their entries: from the start value on, each one more than the entry before, unless
 * it has a value of its own.
 *
 * <p>Not thread-safe.
 */
final class EnumReader {
    private static final long MAX_BIT = 63;

    private final Context context;
    private final Amounts amounts;

    EnumReader(Context context, Amounts amounts) {
        this.context = context;
        this.amounts = amounts;
    }

    EnumIr read(String name, Section definition, boolean flags) {
        Section section = definition.titled((flags ? "flags '" : "enum '") + name + "'");
        section.require("entries");
        section.truth("render-max");
        section.optionalText("enum-cnt-name");
        Map<String, EntryIr> entries = entries(section, flags, context.cNames().entryPrefix(section, name));
        Optional<String> header = section.text("header");
        if (section.items("entries").isEmpty() && header.isEmpty() && section.has("entries")) {
            section.report("entries", Rule.MISSING_KEY, "it has neither entries nor a 'header' that declares them");
        }
        return new EnumIr(
                name,
                section.doc(),
                flags,
                new ArrayList<>(entries.values()),
                section.word("scope", Words.SCOPES).orElse(Scope.UAPI),
                header,
                section.text("x-c-name")
                        .or(() -> section.optionalText("enum-name").map(CNames::lower)),
                section.release("x-since"));
    }

    private Map<String, EntryIr> entries(Section section, boolean flags, Optional<String> prefix) {
        long min = flags ? 0 : Long.MIN_VALUE;
        long max = flags ? MAX_BIT : Long.MAX_VALUE;
        long next = amounts.amount(section, "value-start", BigInteger.valueOf(min), BigInteger.valueOf(max))
                .map(BigInteger::longValueExact)
                .orElse(0L);
        Map<String, EntryIr> entries = new LinkedHashMap<>();
        for (YamlNode item : section.items("entries")) {
            Optional<Section> found = section.itemSection(item, "entry");
            if (found.isEmpty()) {
                continue;
            }
            Section entry = found.get().titled(found.get().title() + " of " + section.title());
            entry.allow(Keys.ENTRY, context.protocol());
            long value = entry.integer("value", min, max).orElse(next);
            if (value > max) {
                entry.report(Rule.OUT_OF_RANGE, "bit numbers end at " + MAX_BIT + ", but this is " + value);
            }
            next = value + 1;
            Optional<String> name = entry.requiredName();
            if (name.isPresent()) {
                Optional<String> cName = context.cNames().named(entry, name.get(), prefix);
                EntryIr read = new EntryIr(name.get(), entry.doc(), value, cName, entry.release("x-since"));
                context.addUnique(entries, name.get(), read, entry);
            }
        }
        return entries;
    }
}
