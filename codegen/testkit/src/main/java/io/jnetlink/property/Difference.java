package io.jnetlink.property;

import io.jnetlink.message.AttributePath;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/** Tells two messages apart for people: names and values of both, and their bytes with the first difference marked. Stateless. */
final class Difference {

    private static final int ROW = 16;
    private static final int DIGITS = 3;
    private static final String INDENT = "  ";

    private Difference() {}

    /** A failure that shows what was expected and what came instead. */
    static AssertionFailedError between(String headline, WireMessage expected, WireMessage actual) {
        String text = headline + place(expected, actual) + "\nexpected:\n" + indented(expected.toTree()) + "but was:\n"
                + indented(actual.toTree()) + "bytes:\n" + rows(expected.shared(), actual.shared());
        return new AssertionFailedError(text, expected.toTree(), actual.toTree());
    }

    /** A failure that concerns one message. */
    static AssertionFailedError in(String headline, WireMessage message, Throwable cause) {
        return new AssertionFailedError(
                headline + "\nmessage:\n" + indented(message.toTree()) + "bytes:\n"
                        + rows(message.shared(), message.shared()),
                cause);
    }

    private static String place(WireMessage expected, WireMessage actual) {
        int at = Arrays.mismatch(expected.shared(), actual.shared());
        if (at < 0) {
            return "";
        }
        WireMessage longer = at < expected.length() ? expected : actual;
        return ", first at byte " + at + " of " + expected.length()
                + attribute(longer, at).map(path -> " (" + path + ")").orElse("");
    }

    /** The innermost attribute that a byte belongs to. */
    private static Optional<AttributePath> attribute(WireMessage message, int at) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(message.shared());
        for (int start = at; start >= message.schema().headerLength(); start--) {
            Optional<AttributePath> path = AttributePath.find(message.schema(), buffer, 0, message.length(), start);
            if (path.isPresent()) {
                return path;
            }
        }
        return Optional.empty();
    }

    private static String indented(String lines) {
        return lines.isEmpty() ? INDENT + "(nothing)\n" : INDENT + lines.strip().replace("\n", "\n" + INDENT) + "\n";
    }

    /** Sixteen bytes in a row; rows that differ stand twice, with marks below the bytes that do. */
    static String rows(byte[] expected, byte[] actual) {
        StringBuilder out = new StringBuilder();
        int longest = Math.max(expected.length, actual.length);
        for (int at = 0; at < longest; at += ROW) {
            byte[] left = row(expected, at);
            byte[] right = row(actual, at);
            String offset = INDENT + "%04x ".formatted(at);
            if (Arrays.equals(left, right)) {
                out.append(offset).append("         ").append(hex(left)).append('\n');
            } else {
                out.append(offset).append("expected ").append(hex(left)).append('\n');
                out.append(" ".repeat(offset.length()))
                        .append("but was  ")
                        .append(hex(right))
                        .append('\n');
                out.append(" ".repeat(offset.length() + "expected ".length()))
                        .append(marks(left, right))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static byte[] row(byte[] bytes, int at) {
        return at >= bytes.length ? new byte[0] : Arrays.copyOfRange(bytes, at, Math.min(at + ROW, bytes.length));
    }

    private static String hex(byte[] row) {
        StringBuilder out = new StringBuilder(row.length * DIGITS);
        for (byte value : row) {
            out.append("%02x ".formatted(value));
        }
        return out.toString().stripTrailing();
    }

    private static String marks(byte[] left, byte[] right) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            boolean isSame = i < left.length && i < right.length && left[i] == right[i];
            out.append(isSame ? "   " : "^^ ");
        }
        return out.toString().stripTrailing();
    }
}
