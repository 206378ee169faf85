package io.jnetlink.spec.resolve;

import io.jnetlink.spec.ir.MulticastGroupIr;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the multicast groups.
 *
 * <p>Not thread-safe.
 */
final class MulticastGroupReader {
    private final Context context;

    MulticastGroupReader(Context context) {
        this.context = context;
    }

    Map<String, MulticastGroupIr> read(Section family) {
        Map<String, MulticastGroupIr> groups = new LinkedHashMap<>();
        Optional<Section> found = family.section("mcast-groups");
        if (found.isEmpty()) {
            return groups;
        }
        Section section = found.get().titled("mcast-groups");
        section.allow(Keys.GROUPS, context.protocol());
        section.require("list");
        for (Section group : section.sections("list", "multicast group")) {
            group.allow(Keys.GROUP, context.protocol());
            group.words("flags", Words.PERMISSIONS);
            OptionalInt number = group.integer("value", 0, Integer.MAX_VALUE)
                    .map(v -> OptionalInt.of(v.intValue()))
                    .orElse(OptionalInt.empty());
            Optional<String> cName = group.text("c-define-name").map(CNames::upper);
            group.requiredName()
                    .ifPresent(
                            name -> context.addUnique(groups, name, new MulticastGroupIr(name, number, cName), group));
        }
        return groups;
    }
}
