package io.jnetlink.ovs.text;

import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import java.util.function.IntPredicate;

/** An address, masked by something that looks like one, or by the length of a prefix. Immutable. */
final class AddressNotation extends Notation {

    static final AddressNotation MAC = new AddressNotation(6, "a MAC address such as 02:00:00:00:00:01");
    static final AddressNotation IPV4 = new AddressNotation(4, "an IPv4 address");
    static final AddressNotation IPV6 = new AddressNotation(16, "an IPv6 address");

    private static final IntPredicate PART_OF_ADDRESS =
            c -> Character.digit(c, 16) >= 0 && c < 0x80 || c == ':' || c == '.';

    private final String what;

    private AddressNotation(int size, String what) {
        super(size);
        this.what = what;
    }

    @Override
    void parseValue(TextCursor in, MaskedBytes into) {
        byte[] value = address(in);
        byte[] mask = in.skip("/") ? mask(in) : ones(size() * Byte.SIZE);
        into.put(value, mask);
    }

    /** Reads an address without a mask. */
    byte[] address(TextCursor in) {
        int start = in.position();
        String digits = in.takeWhile(PART_OF_ADDRESS);
        byte[] bytes = bytes(digits);
        if (bytes.length != size()) {
            throw in.failureAt(start, what);
        }
        return bytes;
    }

    private byte[] mask(TextCursor in) {
        int start = in.position();
        String digits = in.takeWhile(PART_OF_ADDRESS);
        if (this != MAC && digits.matches("[0-9]{1,3}")) {
            return prefix(in, start, Integer.parseInt(digits));
        }
        byte[] bytes = bytes(digits);
        if (bytes.length != size()) {
            throw in.failureAt(
                    start, this == MAC ? "a mask such as ff:ff:ff:00:00:00" : "a mask or the length of a prefix");
        }
        return bytes;
    }

    private byte[] prefix(TextCursor in, int start, int bits) {
        if (bits > size() * Byte.SIZE) {
            throw in.failureAt(start, "a prefix of at most " + size() * Byte.SIZE + " bits");
        }
        return ones(bits);
    }

    private byte[] ones(int bits) {
        byte[] mask = new byte[size()];
        for (int i = 0; i < bits; i++) {
            mask[i / Byte.SIZE] |= (byte) (0x80 >> i % Byte.SIZE);
        }
        return mask;
    }

    /** No bytes at all if the text is no address. */
    private byte[] bytes(String digits) {
        try {
            return this == MAC
                    ? HardwareAddress.parse(digits).toByteArray()
                    : IpAddress.parse(digits).toByteArray();
        } catch (InvalidFieldException e) {
            return new byte[0];
        }
    }

    @Override
    void format(StringBuilder out, MaskedBytes from) {
        append(out, from.valueBytes());
        if (!from.isExact()) {
            append(out.append('/'), from.maskBytes());
        }
    }

    /** Writes an address without a mask. */
    void append(StringBuilder out, byte[] bytes) {
        out.append(this == MAC ? HardwareAddress.of(bytes) : IpAddress.of(bytes));
    }
}
