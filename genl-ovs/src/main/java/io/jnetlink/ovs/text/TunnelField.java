package io.jnetlink.ovs.text;

import org.jspecify.annotations.Nullable;

/**
 * A field of a tunnel's key, which is an attribute of its own. Immutable.
 *
 * @param attribute number in the nest
 */
record TunnelField(String name, int attribute, Notation notation) {

    void parse(TextCursor in, KeyWriter out) {
        MaskedBytes bytes = MaskedBytes.zeros(notation.size());
        notation.parse(in, bytes);
        out.put(attribute, bytes);
    }

    boolean fits(byte[] value, byte @Nullable [] mask) {
        return value.length == notation.size() && (mask == null || mask.length == value.length);
    }

    void format(StringBuilder out, MaskedBytes bytes, boolean verbose) {
        FieldText.at(0, name, notation).format(out, bytes, verbose);
    }
}
