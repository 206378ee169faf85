package io.jnetlink.ovs.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Identifier of a flow: 128 bits that whoever adds the flow makes up.
 *
 * <p>Immutable. Open vSwitch writes it as four 32-bit words of the host, so that on a little-endian machine
 * {@code 01020304-…} stands for the bytes 04 03 02 01.
 */
public final class Ufid {

    /** Bytes in a message. */
    public static final int LENGTH = 16;

    private static final String PREFIX = "ufid:";
    private static final int TEXT_LENGTH = 36;

    private final byte[] bytes;

    private Ufid(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * From the payload of {@code OVS_FLOW_ATTR_UFID}.
     *
     * @throws IllegalArgumentException if there are not {@value #LENGTH} bytes
     */
    public static Ufid of(byte... bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a flow identifier has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new Ufid(bytes.clone());
    }

    /**
     * Reads {@code 01020304-0506-0708-090a-0b0c0d0e0f10}, with {@code ufid:} in front or without.
     *
     * @throws FlowSyntaxException if the text is anything else
     */
    public static Ufid parse(String text) {
        TextCursor in = new TextCursor(text);
        in.skip(PREFIX);
        Ufid ufid = read(in);
        in.expectEnd();
        return ufid;
    }

    /** Reads the identifier if there is one here, with its prefix. */
    static boolean isNext(TextCursor in) {
        return in.looksAt(PREFIX);
    }

    static Ufid readPrefixed(TextCursor in) {
        in.expect(PREFIX);
        return read(in);
    }

    private static Ufid read(TextCursor in) {
        int start = in.position();
        String digits = in.peek(TEXT_LENGTH);
        if (!digits.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw in.failureAt(start, "an identifier such as 01020304-0506-0708-090a-0b0c0d0e0f10");
        }
        in.advance(TEXT_LENGTH);
        byte[] inTextOrder = HexFormat.of().parseHex(digits.replace("-", ""));
        return new Ufid(swapWords(inTextOrder));
    }

    /** A copy of the bytes, as they stand in a message. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ufid that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Text without the prefix. */
    @Override
    public String toString() {
        String digits = HexFormat.of().formatHex(swapWords(bytes));
        return String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, 12),
                digits.substring(12, 16),
                digits.substring(16, 20),
                digits.substring(20));
    }

    private static byte[] swapWords(byte[] words) {
        ByteBuffer host = ByteBuffer.wrap(words).order(ByteOrder.nativeOrder());
        ByteBuffer text = ByteBuffer.allocate(LENGTH);
        while (host.hasRemaining()) {
            text.putInt(host.getInt());
        }
        return text.array();
    }
}
