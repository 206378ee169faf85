package io.jnetlink.spec.resolve;

import java.util.Locale;
import java.util.Optional;

/**
 * Derives the names that the C headers use, following the conventions of the kernel's own generator. An explicit
 * {@code x-c-name} beats a prefix; {@code x-c-prefix} beats {@code name-prefix}, which beats the family's
 * {@code x-c-prefix}, which beats what follows from the family's name. Raw protocols predate the conventions, so
 * nothing follows from their names.
 *
 * <p>Immutable.
 */
final class CNames {
    private final String family;
    private final boolean generic;
    private final Optional<String> familyPrefix;

    CNames(String family, boolean generic, Optional<String> familyPrefix) {
        this.family = family;
        this.generic = generic;
        this.familyPrefix = familyPrefix;
    }

    static String upper(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static String lower(String name) {
        return name.replace('-', '_');
    }

    Optional<String> attributePrefix(Section set, String setName) {
        String tail = setName.equals(family) ? "a-" : "a-" + setName + "-";
        return prefix(set, "name-prefix", tail);
    }

    Optional<String> attribute(Section attribute, String name, Optional<String> setPrefix) {
        Optional<String> prefix =
                attribute.text("name-prefix").map(CNames::upper).or(() -> setPrefix);
        return named(attribute, name, prefix);
    }

    Optional<String> entryPrefix(Section definition, String definitionName) {
        return prefix(definition, "name-prefix", definitionName + "-");
    }

    Optional<String> constant(Section definition, String name) {
        return named(definition, name, prefix(definition, "name-prefix", ""));
    }

    Optional<String> operationPrefix(Section operations) {
        Optional<String> explicit = operations.text("name-prefix").map(CNames::upper);
        return generic ? explicit.or(() -> Optional.of(upper(family) + "_CMD_")) : explicit;
    }

    /** Returns the explicit name, else the prefix and the name, if there is a prefix. */
    Optional<String> named(Section element, String name, Optional<String> prefix) {
        return element.text("x-c-name").or(() -> prefix.map(p -> p + upper(name)));
    }

    private Optional<String> prefix(Section element, String key, String tail) {
        Optional<String> derived = generic ? Optional.of(upper(family + "-" + tail)) : Optional.empty();
        return element.text("x-c-prefix")
                .or(() -> element.text(key).map(CNames::upper))
                .or(() -> familyPrefix)
                .or(() -> derived);
    }
}
