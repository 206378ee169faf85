package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.SubMessageIr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads sub-messages and their formats.
 *
 * <p>Not thread-safe.
 */
final class SubMessageReader {
    private final Context context;
    private final Set<String> structs;
    private final Set<String> attributeSets;

    SubMessageReader(Context context, Set<String> structs, Set<String> attributeSets) {
        this.context = context;
        this.structs = structs;
        this.attributeSets = attributeSets;
    }

    Map<String, SubMessageIr> read(Section family) {
        Map<String, SubMessageIr> subMessages = new LinkedHashMap<>();
        for (Section section : family.sections("sub-messages", "sub-message")) {
            section.allow(Keys.SUB_MESSAGE, context.protocol());
            section.require("formats");
            Map<String, FormatIr> formats = new LinkedHashMap<>();
            for (Section item : section.sections("formats", "format")) {
                format(item.titled(item.title() + " of " + section.title()), formats);
            }
            section.requiredName().ifPresent(name -> {
                SubMessageIr subMessage = new SubMessageIr(name, new ArrayList<>(formats.values()));
                context.addUnique(subMessages, name, subMessage, section);
            });
        }
        return subMessages;
    }

    private void format(Section section, Map<String, FormatIr> formats) {
        section.allow(Keys.FORMAT, context.protocol());
        section.require("value");
        Optional<String> header = section.text("fixed-header")
                .filter(h -> context.isDefined(section, "fixed-header", "struct", h, structs));
        Optional<String> set = section.text("attribute-set")
                .filter(s -> context.isDefined(section, "attribute-set", "attribute-set", s, attributeSets));
        section.text("value").ifPresent(value -> {
            FormatIr format = new FormatIr(value, header, set);
            if (formats.putIfAbsent(value, format) != null) {
                section.report("value", Rule.DUPLICATE_NAME, "the value has a format already");
            }
        });
    }
}
