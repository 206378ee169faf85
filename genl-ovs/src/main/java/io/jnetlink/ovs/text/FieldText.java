package io.jnetlink.ovs.text;

import java.util.List;

/**
 * A field with a name inside a key: {@code src=10.0.0.1}. Immutable.
 *
 * @param name in text that is written
 * @param aliases further names that are understood
 * @param offset first byte in the payload
 * @param notation how the value is written
 */
record FieldText(String name, List<String> aliases, int offset, Notation notation) {

    static FieldText at(int offset, String name, Notation notation) {
        return new FieldText(name, List.of(), offset, notation);
    }

    FieldText orNamed(String alias) {
        return new FieldText(name, List.of(alias), offset, notation);
    }

    boolean isNamed(String word) {
        return name.equals(word) || aliases.contains(word);
    }

    MaskedBytes in(MaskedBytes payload) {
        return payload.slice(offset, notation.size());
    }

    /** Writes the field with a comma behind it, if it is shown. */
    void format(StringBuilder out, MaskedBytes payload, boolean verbose) {
        MaskedBytes bytes = in(payload);
        if (notation.isShown(bytes, verbose)) {
            notation.format(out.append(name).append('='), bytes);
            out.append(',');
        }
    }
}
