package io.jnetlink.samples.ip.grammar;

import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Whole numbers as {@code strtoul(3)} and {@code strtol(3)} read them.
 *
 * <p>Immutable. With base 0 a number may be decimal, octal behind {@code 0}, or hexadecimal behind {@code 0x}; blanks and
 * a sign may stand in front. The minus sign of an unsigned number wraps around at 2⁶⁴, as in C, so most are too large.
 */
public final class IntegerText {

    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);
    private static final String BLANKS = " \t\n\u000b\f\r";

    private final BigInteger magnitude;
    private final boolean negative;
    private final int end;

    private IntegerText(BigInteger magnitude, boolean negative, int end) {
        this.magnitude = magnitude;
        this.negative = negative;
        this.end = end;
    }

    /**
     * Reads the number that starts at an index.
     *
     * @param text any text
     * @param from where it starts
     * @param base 8, 10, 16, or 0 for what the text says itself
     */
    static IntegerText scan(String text, int from, int base) {
        int at = from;
        while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean negative = at < text.length() && text.charAt(at) == '-';
        if (negative || at < text.length() && text.charAt(at) == '+') {
            at++;
        }
        int radix = base;
        if ((base == 0 || base == 16) && isHexadecimal(text, at)) {
            radix = 16;
            at += 2;
        } else if (base == 0) {
            radix = at < text.length() && text.charAt(at) == '0' ? 8 : 10;
        }
        int digits = at;
        while (at < text.length() && isDigit(text.charAt(at), radix)) {
            at++;
        }
        return at == digits
                ? new IntegerText(BigInteger.ZERO, false, from)
                : new IntegerText(new BigInteger(text.substring(digits, at), radix), negative, at);
    }

    private static boolean isHexadecimal(String text, int at) {
        return at + 2 < text.length()
                && text.charAt(at) == '0'
                && (text.charAt(at + 1) | 0x20) == 'x'
                && isDigit(text.charAt(at + 2), 16);
    }

    private static boolean isDigit(char c, int radix) {
        return c < 0x80 && Character.digit(c, radix) >= 0;
    }

    /** Index behind the last digit; where the search began if there is no number. */
    int end() {
        return end;
    }

    /** The value modulo 2⁶⁴; empty if it is larger without its sign. */
    private OptionalLong unsigned() {
        if (magnitude.compareTo(TWO_TO_64) >= 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(negative ? -magnitude.longValue() : magnitude.longValue());
    }

    /** The value if it is no larger than {@code max}, both unsigned. */
    OptionalLong unsigned(long max) {
        OptionalLong value = unsigned();
        return value.isPresent() && Long.compareUnsigned(value.getAsLong(), max) <= 0 ? value : OptionalLong.empty();
    }

    private static OptionalLong unsigned(String text, long max, int base) {
        IntegerText number = scan(text, 0, base);
        return number.end == 0 || number.end != text.length() ? OptionalLong.empty() : number.unsigned(max);
    }

    /** A number of 0 … {@code max} (unsigned) that fills the text; empty if the text is anything else. */
    public static OptionalLong unsigned(String text, long max) {
        return unsigned(text, max, 0);
    }

    /** A number of eight bits. */
    public static OptionalInt u8(String text) {
        return narrow(unsigned(text, 0xff));
    }

    /** A number of sixteen bits. */
    public static OptionalInt u16(String text) {
        return narrow(unsigned(text, 0xffff));
    }

    /** A number of thirty-two bits. */
    public static OptionalLong u32(String text) {
        return unsigned(text, 0xffff_ffffL);
    }

    /** A number of sixty-four bits; above 2⁶³−1 it comes out negative. */
    public static OptionalLong u64(String text) {
        return unsigned(text, -1);
    }

    /** A hexadecimal number of eight bits, {@code 0x} or not. */
    static OptionalInt hexU8(String text) {
        return narrow(unsigned(text, 0xff, 16));
    }

    /** A signed number of thirty-two bits. */
    public static OptionalInt integer(String text) {
        IntegerText number = scan(text, 0, 0);
        if (number.end == 0 || number.end != text.length()) {
            return OptionalInt.empty();
        }
        BigInteger value = number.negative ? number.magnitude.negate() : number.magnitude;
        return value.bitLength() < Integer.SIZE ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }

    /** The decimal number that a text starts with, 0 if it starts with none ({@code atoi(3)}). */
    public static int leadingDecimal(String text) {
        IntegerText number = scan(text, 0, 10);
        int value = number.magnitude.intValue();
        return number.negative ? -value : value;
    }

    /**
     * The low thirty-two bits of a signed number that fills the text ({@code strtol(3)} put into an {@code int}); empty if
     * the text is anything else.
     */
    static OptionalInt truncated(String text) {
        IntegerText number = scan(text, 0, 0);
        if (number.end == 0 || number.end != text.length()) {
            return OptionalInt.empty();
        }
        BigInteger value = number.negative ? number.magnitude.negate() : number.magnitude;
        BigInteger least = BigInteger.valueOf(Long.MIN_VALUE);
        BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
        return OptionalInt.of(value.max(least).min(most).intValue());
    }

    private static OptionalInt narrow(OptionalLong value) {
        return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
    }
}
