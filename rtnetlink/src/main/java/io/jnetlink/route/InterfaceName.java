package io.jnetlink.route;

import io.jnetlink.wire.InvalidFieldException;
import java.nio.charset.StandardCharsets;

/**
 * The name of a network interface, as the kernel allows it ({@code dev_valid_name} in {@code net/core/dev.c}): 1 to 15
 * bytes of UTF-8, neither {@code .} nor {@code ..}, without slash, colon or white space.
 *
 * <p>Immutable.
 *
 * @param value the name
 */
public record InterfaceName(String value) {

    /** Most bytes of a name ({@code IFNAMSIZ} counts a NUL behind it). */
    public static final int MAX_BYTES = 15;

    private static final String FORBIDDEN = "/: \t\n\u000b\f\r\u00a0";

    /**
     * @throws InvalidFieldException if the kernel would refuse the name
     */
    public InterfaceName {
        if (value.isEmpty()) {
            throw refused(value, "must not be empty");
        }
        if (value.equals(".") || value.equals("..")) {
            throw refused(value, "must not be a directory");
        }
        value.chars()
                .filter(c -> c == 0 || FORBIDDEN.indexOf(c) >= 0)
                .findFirst()
                .ifPresent(c -> {
                    throw refused(value, "must not contain " + describe(c));
                });
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw refused(value, "must have at most " + MAX_BYTES + " bytes in UTF-8 (it has " + bytes + ")");
        }
    }

    /** Whether the kernel would put a number in place of {@code %d}, in a request that makes or renames a link. */
    public boolean isTemplate() {
        return value.indexOf('%') >= 0;
    }

    @Override
    public String toString() {
        return value;
    }

    private static String describe(int c) {
        return c > ' ' && c < 0x7f ? "'" + (char) c + "'" : c == 0 ? "NUL" : "white space";
    }

    private static InvalidFieldException refused(String value, String rule) {
        return new InvalidFieldException("interface name", "\"" + value + "\"", rule);
    }
}
