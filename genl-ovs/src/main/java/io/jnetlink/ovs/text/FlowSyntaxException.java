package io.jnetlink.ovs.text;

/**
 * Text that is no flow, with the place where it stops being one.
 *
 * <p>Immutable. The message shows the line with a caret below the place.
 */
public final class FlowSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** Characters shown on either side of the place, so that a flow of many lines' length stays readable. */
    private static final int CONTEXT = 60;

    private final String text;
    private final int column;
    private final String found;
    private final String expected;

    FlowSyntaxException(String text, int position, String found, String expected) {
        super(message(text, position, found, expected));
        this.text = text;
        this.column = position + 1;
        this.found = found;
        this.expected = expected;
    }

    /** All of the text that was read. */
    public String text() {
        return text;
    }

    /** Number of the offending character, counted from 1; one behind the last where the text ends too early. */
    public int column() {
        return column;
    }

    /** The offending piece, as far as the next delimiter; empty at the end of the text. */
    public String found() {
        return found;
    }

    /** What could have stood there, in words. */
    public String expected() {
        return expected;
    }

    private static String message(String text, int position, String found, String expected) {
        String what = found.isEmpty() ? "the text ends" : "found \"" + found + "\"";
        int start = Math.max(0, position - CONTEXT);
        int end = Math.min(text.length(), position + CONTEXT);
        String before = start > 0 ? "..." : "";
        String shown = before + oneLine(text.substring(start, end)) + (end < text.length() ? "..." : "");
        return "column " + (position + 1) + ": expected " + expected + ", " + what + "\n  " + shown + "\n  "
                + " ".repeat(before.length() + position - start) + "^";
    }

    /** Tabs and line feeds would move the caret away from its place. */
    private static String oneLine(String piece) {
        StringBuilder line = new StringBuilder(piece.length());
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        return line.toString();
    }
}
