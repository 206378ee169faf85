package io.jnetlink.samples.ip.print;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Writes text as {@code ip} does. Not thread-safe. */
public final class TextReport implements Report {

    private final PrintStream out;
    private final String lineBreak;

    /**
     * @param out where to; stays open
     * @param oneLine whether an entry stands on one line
     */
    public TextReport(PrintStream out, boolean oneLine) {
        this.out = out;
        this.lineBreak = oneLine ? "\\" : "\n";
    }

    @Override
    public boolean isJson() {
        return false;
    }

    @Override
    public void object(@Nullable String key) {}

    @Override
    public void endObject() {}

    @Override
    public void array(String key, String opening) {
        out.print(opening);
    }

    @Override
    public void endArray(String closing) {
        out.print(closing);
    }

    @Override
    public void string(String key, String template, String value) {
        fill(template, value);
    }

    @Override
    public void element(String template, String value) {
        fill(template, value);
    }

    @Override
    public void number(String key, String template, long value) {
        fill(template, Long.toString(value));
    }

    @Override
    public void unsigned(String key, String template, long value) {
        fill(template, Long.toUnsignedString(value));
    }

    @Override
    public void hexadecimal(String key, String template, long value) {
        fill(template, Hexadecimal.of(value));
    }

    @Override
    public void fraction(String key, String template, String value) {
        fill(template, value);
    }

    @Override
    public void flag(String key, String text, boolean value) {
        out.print(text);
    }

    @Override
    public void onOff(String key, String template, boolean value) {
        fill(template, value ? "on" : "off");
    }

    @Override
    public void nothing(String key, String text) {
        out.print(text);
    }

    @Override
    public void text(String text) {
        out.print(text);
    }

    @Override
    public void line() {
        out.print(lineBreak);
    }

    @Override
    public void jsonString(String key, String value) {}

    @Override
    public void jsonNumber(String key, long value) {}

    @Override
    public void jsonFlag(String key, boolean value) {}

    @Override
    public void jsonNothing(String key) {}

    @Override
    public void close() {
        out.flush();
    }

    private void fill(String template, String value) {
        int hole = template.indexOf("{}");
        out.print(template.substring(0, hole) + value + template.substring(hole + 2));
    }
}
