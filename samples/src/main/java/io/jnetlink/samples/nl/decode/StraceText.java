package io.jnetlink.samples.nl.decode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a string that strace put in quotes, with escapes as in C. Stateless. */
final class StraceText {

    private static final int MAX_OCTAL_DIGITS = 3;

    private StraceText() {}

    static byte[] unescape(String quoted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < quoted.length()) {
            char c = quoted.charAt(i++);
            if (c != '\\') {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            char escape = quoted.charAt(i++);
            if (escape == 'x') {
                bytes.write(Integer.parseInt(quoted.substring(i, i + 2), 16));
                i += 2;
            } else if (escape >= '0' && escape <= '7') {
                int end = i;
                while (end < quoted.length() && end - i < MAX_OCTAL_DIGITS - 1 && isOctal(quoted.charAt(end))) {
                    end++;
                }
                bytes.write(Integer.parseInt(quoted.substring(i - 1, end), 8));
                i = end;
            } else {
                bytes.write(named(escape));
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isOctal(char c) {
        return c >= '0' && c <= '7';
    }

    private static int named(char escape) {
        return switch (escape) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'e' -> 27;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            default -> escape;
        };
    }
}
