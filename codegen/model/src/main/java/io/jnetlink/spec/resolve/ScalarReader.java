package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.WireOrder;
import java.util.Optional;

/**
 * Reads the properties of an integer: byte order and enum.
 *
 * <p>Not thread-safe.
 */
final class ScalarReader {
    private static final int MAX_BIT = 63;

    private final Context context;
    private final Definitions definitions;

    ScalarReader(Context context, Definitions definitions) {
        this.context = context;
        this.definitions = definitions;
    }

    Optional<TypeIr.Scalar> read(Section section, ScalarKind kind) {
        WireOrder order = section.word("byte-order", Words.ORDERS).orElse(WireOrder.HOST);
        boolean asFlags = section.truth("enum-as-flags");
        Optional<EnumIr> definition = enumeration(section);
        if (definition.isEmpty() && section.has("enum")) {
            return Optional.empty();
        }
        if (definition.isPresent()) {
            EnumIr e = definition.get();
            asFlags |= e.flags();
            checkFit(section, kind, e, asFlags);
        }
        return Optional.of(new TypeIr.Scalar(kind, order, definition.map(EnumIr::name), asFlags));
    }

    /** Returns the enum that a section refers to, if it does and the enum exists. */
    Optional<EnumIr> enumeration(Section section) {
        if (section.has("enum-as-flags") && !section.has("enum")) {
            section.report("enum-as-flags", Rule.MISPLACED_KEY, "key 'enum-as-flags' has no meaning without 'enum'");
        }
        Optional<String> name = section.text("enum");
        if (name.isEmpty() || !context.isDefined(section, "enum", "enum", name.get(), definitions.enums.keySet())) {
            return Optional.empty();
        }
        return Optional.ofNullable(definitions.enums.get(name.get()));
    }

    /** Returns the enum of that name, if there is one. */
    Optional<EnumIr> definition(String name) {
        return Optional.ofNullable(definitions.enums.get(name));
    }

    /**
     * Values must have room; whether a number is meant signed is left open, as C leaves it. Flags need no room: headers
     * keep the low bits of a set of flags whose upper bits travel in an attribute.
     */
    private static void checkFit(Section section, ScalarKind kind, EnumIr definition, boolean asFlags) {
        for (EntryIr entry : definition.entries()) {
            long value = entry.value();
            if (asFlags ? value < 0 || value > MAX_BIT : !fits(value, kind.bytes() * 8)) {
                String message = "entry '%s' of enum '%s' does not fit a %s"
                        .formatted(entry.name(), definition.name(), asFlags ? "bit mask" : kind.specName());
                section.report("enum", Rule.OUT_OF_RANGE, message);
            }
        }
    }

    private static boolean fits(long value, int bits) {
        return bits == Long.SIZE || value >> bits == 0 || value >> (bits - 1) == -1;
    }
}
