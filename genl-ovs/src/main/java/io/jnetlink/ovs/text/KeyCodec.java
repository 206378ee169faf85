package io.jnetlink.ovs.text;

import org.jspecify.annotations.Nullable;

/** Reads and writes one key: what stands between the parentheses behind its name. Immutable. */
abstract class KeyCodec {

    /** A length that depends on the content. */
    static final int ANY_LENGTH = -1;

    private final String name;
    private final int attribute;
    private final int length;

    /**
     * @param attribute number in a message
     * @param length bytes in a message, or {@link #ANY_LENGTH}
     */
    KeyCodec(String name, int attribute, int length) {
        this.name = name;
        this.attribute = attribute;
        this.length = length;
    }

    final String name() {
        return name;
    }

    final int attribute() {
        return attribute;
    }

    /** Whether a payload, and a mask's if there is one, can be written by this codec. */
    boolean fits(byte[] value, byte @Nullable [] mask) {
        return (length == ANY_LENGTH || value.length == length) && (mask == null || mask.length == value.length);
    }

    /** Bytes that a payload has, in words. */
    final String lengthInWords() {
        return length == ANY_LENGTH ? "another form" : length + " bytes";
    }

    /** Whether bytes of any form would do. */
    final boolean isFixed() {
        return length != ANY_LENGTH;
    }

    /** Reads up to the closing parenthesis, which stays. */
    abstract void parse(TextCursor in, KeyWriter out, TextContext context);

    /** Writes what stands between the parentheses. */
    abstract void format(StringBuilder out, byte[] value, byte @Nullable [] mask, TextContext context);

    /** Whether no bit of a value counts, so that only verbose text shows it. */
    boolean isWildcard(byte[] value, byte[] mask) {
        return MaskedBytes.of(value, mask).isWildcard();
    }

    /** Whether it holds attributes, and is shown even if none of them counts. */
    boolean isNested() {
        return false;
    }

    /** Takes the comma away that stands behind the last of several fields. */
    static void dropComma(StringBuilder out) {
        int last = out.length() - 1;
        if (last >= 0 && out.charAt(last) == ',') {
            out.setLength(last);
        }
    }
}
