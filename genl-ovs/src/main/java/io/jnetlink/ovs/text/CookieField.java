package io.jnetlink.ovs.text;

import java.util.List;

/**
 * A decimal number in a cookie. Immutable.
 *
 * @param offset first byte
 * @param size bytes, in the host's order
 */
record CookieField(String name, int offset, int size) {

    /** Reads fields in their order. */
    static void parseAll(List<CookieField> fields, TextCursor in, Cookie into) {
        String separator = "";
        for (CookieField field : fields) {
            in.expect(separator + field.name + "=");
            into.put(field.offset, field.size, in.number(field.size * Byte.SIZE));
            separator = ",";
        }
    }

    static void formatAll(List<CookieField> fields, StringBuilder out, Cookie from) {
        String separator = "";
        for (CookieField field : fields) {
            out.append(separator).append(field.name).append('=').append(from.get(field.offset, field.size));
            separator = ",";
        }
    }
}
