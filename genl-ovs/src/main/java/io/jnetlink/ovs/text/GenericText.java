package io.jnetlink.ovs.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Attributes that have no form of their own: {@code key99(01 02/ff ff)}. */
final class GenericText {

    private static final int MAX_NUMBER = 0x3fff;

    private GenericText() {}

    /** Writes number and bytes, the mask's too if there is a mask. */
    static void append(StringBuilder out, String kind, int number, byte[] value, byte @Nullable [] mask) {
        out.append(kind).append(number).append('(').append(Attributes.SPACED.formatHex(value));
        if (mask != null) {
            out.append('/').append(Attributes.SPACED.formatHex(mask));
        }
        out.append(')');
    }

    /** The number in {@code key99(}, which is passed over; -1 with nothing passed over if it is something else. */
    static int numberAt(TextCursor in, String kind) {
        String word = in.peekWord();
        if (!word.matches(kind + "[0-9]{1,5}")) {
            return -1;
        }
        int number = Integer.parseInt(word.substring(kind.length()));
        if (number > MAX_NUMBER) {
            throw in.failure("a number up to " + MAX_NUMBER + " behind \"" + kind + "\"");
        }
        in.advance(word.length());
        return number;
    }

    /** Reads bytes in hexadecimal, with or without space between them. */
    static byte[] bytes(TextCursor in) {
        int start = in.position();
        String digits = in.takeWhile(c -> Character.digit(c, 16) >= 0 && c < 0x80 || c == ' ')
                .replace(" ", "");
        if (digits.length() % 2 != 0) {
            throw in.failureAt(start, "two digits for each byte");
        }
        return Attributes.PLAIN.parseHex(digits);
    }

    /** Reads bytes and, behind a slash, as many for the mask; all bits count without one. */
    static MaskedBytes masked(TextCursor in) {
        byte[] value = bytes(in);
        if (!in.skip("/")) {
            byte[] ones = new byte[value.length];
            Arrays.fill(ones, (byte) 0xff);
            return MaskedBytes.of(value, ones);
        }
        int start = in.position();
        byte[] mask = bytes(in);
        if (mask.length != value.length) {
            throw in.failureAt(start, "a mask of " + value.length + " bytes");
        }
        return MaskedBytes.of(value, mask);
    }
}
