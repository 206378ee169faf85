package io.jnetlink.ovs.text;

import java.math.BigInteger;
import java.nio.ByteOrder;

/** A number of any length: hexadecimal, or decimal when read. Immutable. */
final class HexNotation extends Notation {

    private final ByteOrder order;

    HexNotation(int size, ByteOrder order) {
        super(size);
        this.order = order;
    }

    @Override
    void parseValue(TextCursor in, MaskedBytes into) {
        byte[] value = number(in);
        byte[] mask = in.skip("/") ? number(in) : MaskedBytes.of(value, null).maskBytes();
        into.put(value, mask);
    }

    /** Reads a number without a mask. */
    byte[] number(TextCursor in) {
        int start = in.position();
        boolean isHex = in.looksAt("0x") || in.looksAt("0X");
        in.advance(isHex ? 2 : 0);
        int radix = isHex ? 16 : 10;
        String digits = in.takeWhile(c -> Character.digit(c, radix) >= 0 && c < 0x80);
        if (digits.isEmpty()) {
            throw in.failureAt(start, "a number");
        }
        String significant = digits.replaceFirst("^0+(?=.)", "");
        // Three digits hold a byte in either base; without this limit a long text would cost time squared.
        if (significant.length() <= 3 * size()) {
            BigInteger number = new BigInteger(significant, radix);
            if (number.bitLength() <= size() * Byte.SIZE) {
                return inOrder(bigEndian(number));
            }
        }
        throw in.failureAt(start, "a number of at most " + size() + " bytes");
    }

    private byte[] bigEndian(BigInteger number) {
        byte[] shortest = number.toByteArray();
        byte[] bytes = new byte[size()];
        int length = Math.min(shortest.length, bytes.length);
        System.arraycopy(shortest, shortest.length - length, bytes, bytes.length - length, length);
        return bytes;
    }

    @Override
    void format(StringBuilder out, MaskedBytes from) {
        append(out, from.valueBytes());
        if (!from.isExact()) {
            append(out.append('/'), from.maskBytes());
        }
    }

    /** Writes a number without a mask; zero as a plain 0. */
    void append(StringBuilder out, byte[] bytes) {
        String digits = new BigInteger(1, inOrder(bytes)).toString(16);
        out.append(digits.equals("0") ? "" : "0x").append(digits);
    }

    private byte[] inOrder(byte[] bytes) {
        if (order == ByteOrder.BIG_ENDIAN) {
            return bytes;
        }
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return turned;
    }
}
