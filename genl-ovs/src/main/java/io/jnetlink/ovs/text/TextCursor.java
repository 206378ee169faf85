package io.jnetlink.ovs.text;

import java.util.function.IntPredicate;

/** A place in a text that is read from left to right. Not thread-safe. */
final class TextCursor {

    private static final String DELIMITERS = ", \t\r\n";
    private static final String ENDS_OF_PIECE = ",(){}[] \t\r\n";

    private final String text;
    private final int end;
    private int position;

    TextCursor(String text) {
        this(text, 0, text.length());
    }

    /** Reads a part of a text; columns are those of the whole. */
    TextCursor(String text, int start, int end) {
        this.text = text;
        this.position = start;
        this.end = end;
    }

    int position() {
        return position;
    }

    void moveTo(int place) {
        position = place;
    }

    void advance(int characters) {
        position += characters;
    }

    boolean atEnd() {
        return position >= end;
    }

    /** The next character; NUL at the end, which no text of a flow has. */
    char peek() {
        return atEnd() ? '\0' : text.charAt(position);
    }

    /** As many of the next characters as there are. */
    String peek(int characters) {
        return text.substring(position, Math.min(end, position + characters));
    }

    boolean looksAt(String literal) {
        return position + literal.length() <= end && text.startsWith(literal, position);
    }

    boolean skip(String literal) {
        boolean found = looksAt(literal);
        if (found) {
            position += literal.length();
        }
        return found;
    }

    void expect(String literal) {
        if (!skip(literal)) {
            throw failure("\"" + literal + "\"");
        }
    }

    void expectEnd() {
        if (!atEnd()) {
            throw failure("the end of the text");
        }
    }

    /** Passes over commas and white space. */
    void skipDelimiters() {
        while (isAtDelimiter()) {
            position++;
        }
    }

    boolean isAtDelimiter() {
        return !atEnd() && DELIMITERS.indexOf(text.charAt(position)) >= 0;
    }

    boolean isAtDigit() {
        return isDigit(peek());
    }

    /** Characters of a name: lower-case letters, digits, underscores. Stays in place if there are none. */
    String peekWord() {
        int last = position;
        while (last < end && isWordPart(text.charAt(last))) {
            last++;
        }
        return text.substring(position, last);
    }

    /** Everything in front of a delimiter or a parenthesis. Stays in place. */
    String peekPiece() {
        int last = position;
        while (last < end && ENDS_OF_PIECE.indexOf(text.charAt(last)) < 0) {
            last++;
        }
        return text.substring(position, last);
    }

    /** Reads as long as the characters are of a kind. */
    String takeWhile(IntPredicate kind) {
        int start = position;
        while (!atEnd() && kind.test(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    /**
     * An unsigned number as C writes them: decimal, hexadecimal behind {@code 0x}, octal behind {@code 0}.
     *
     * @param bits how many it may have
     */
    long number(int bits) {
        int start = position;
        int radix = radix();
        int digits = position;
        takeWhile(c -> Character.digit(c, radix) >= 0 && c < 0x80);
        if (position == digits) {
            position = start;
            throw failure("a number");
        }
        long value = parse(start, digits, radix, bits);
        if (bits < Long.SIZE && value >>> bits != 0) {
            throw failureAt(start, upTo(bits));
        }
        return value;
    }

    /** Leaves a zero that nothing octal follows as the number. */
    private int radix() {
        if ((looksAt("0x") || looksAt("0X"))) {
            position += 2;
            return 16;
        }
        return looksAt("0") ? 8 : 10;
    }

    private long parse(int start, int digits, int radix, int bits) {
        try {
            return Long.parseUnsignedLong(text, digits, position, radix);
        } catch (NumberFormatException e) {
            throw failureAt(start, upTo(bits));
        }
    }

    private static String upTo(int bits) {
        long highest = bits == Long.SIZE ? -1 : (1L << bits) - 1;
        return "a number of at most " + bits + " bits (up to " + Long.toUnsignedString(highest) + ")";
    }

    FlowSyntaxException failure(String expected) {
        return failureAt(position, expected);
    }

    FlowSyntaxException failureAt(int place, String expected) {
        return new FlowSyntaxException(text, place, pieceAt(place), expected);
    }

    /** What stands at a place up to the next sign, or the sign itself. */
    private String pieceAt(int place) {
        int from = Math.min(place, end);
        int last = from;
        while (last < end && ENDS_OF_PIECE.indexOf(text.charAt(last)) < 0) {
            last++;
        }
        return text.substring(from, last == from ? Math.min(end, from + 1) : last);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z' || isDigit(c) || c == '_';
    }
}
