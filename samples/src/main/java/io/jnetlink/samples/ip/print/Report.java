package io.jnetlink.samples.ip.print;

import org.jspecify.annotations.Nullable;

/**
 * Where a command writes its results, once for both forms: each call says how a value reads in text, and under which key
 * it stands in JSON.
 *
 * <p>Not thread-safe. A text template has {@code {}} where the value goes. Objects, and whatever is named {@code json…},
 * leave no trace in text; {@link #text} and {@link #line} leave none in JSON.
 */
public interface Report extends AutoCloseable {

    /** Whether JSON is written: for the few things that the two forms do not share. */
    boolean isJson();

    /** Starts an object; {@code key} is null inside an array. */
    void object(@Nullable String key);

    /** Ends the object started last. */
    void endObject();

    /** Starts an array, which is {@code opening} in text. */
    void array(String key, String opening);

    /** Ends the array started last, with {@code closing} in text. */
    void endArray(String closing);

    /** A string. */
    void string(String key, String template, String value);

    /** A string in an array. */
    void element(String template, String value);

    /** A number. */
    void number(String key, String template, long value);

    /** A number of sixty-four bits without sign. */
    void unsigned(String key, String template, long value);

    /** A number in hexadecimal behind {@code 0x}, a string in JSON; zero has no {@code 0x}, as with {@code printf}. */
    void hexadecimal(String key, String template, long value);

    /** A decimal fraction that is already text. */
    void fraction(String key, String template, String value);

    /** A boolean that is {@code text} in text, whatever its value. */
    void flag(String key, String text, boolean value);

    /** A boolean that reads {@code on} or {@code off} in text. */
    void onOff(String key, String template, boolean value);

    /** A key without a value, {@code null} in JSON. */
    void nothing(String key, String text);

    /** Text between values. */
    void text(String text);

    /** The break between the lines of one entry: a backslash if entries are to stand on one line. */
    void line();

    /** A string that only JSON has. */
    void jsonString(String key, String value);

    /** A number that only JSON has. */
    void jsonNumber(String key, long value);

    /** A boolean that only JSON has. */
    void jsonFlag(String key, boolean value);

    /** A {@code null} that only JSON has. */
    void jsonNothing(String key);

    /** Ends the report. */
    @Override
    void close();
}
