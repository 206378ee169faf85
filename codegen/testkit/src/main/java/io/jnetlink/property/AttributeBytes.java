package io.jnetlink.property;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Writes attributes by hand, byte for byte, without any code that might be under test.
 *
 * <p>Stateless.
 */
public final class AttributeBytes {

    /** The flag bit of a type that marks a nest, {@code NLA_F_NESTED}. */
    public static final int NESTED = 0x8000;

    /** Most bytes that a payload can have: its length is an unsigned 16-bit number that counts the header too. */
    public static final int MAX_PAYLOAD = 0xffff - 4;

    static final int HEADER = 4;
    static final int MAX_NUMBER = 0x3fff;

    private static final int ALIGNMENT = 4;

    private AttributeBytes() {}

    /**
     * An attribute: header in the machine's byte order, payload, zeros up to a multiple of four bytes.
     *
     * @param rawType the type, flag bits included
     * @param payload the payload without padding
     * @return the bytes
     * @throws IllegalArgumentException if the payload is longer than {@link #MAX_PAYLOAD}
     */
    public static byte[] attribute(int rawType, byte[] payload) {
        if (payload.length > MAX_PAYLOAD) {
            throw new IllegalArgumentException(payload.length + " bytes fit no attribute");
        }
        ByteBuffer bytes = ByteBuffer.allocate(aligned(HEADER + payload.length)).order(ByteOrder.nativeOrder());
        bytes.putShort((short) (HEADER + payload.length));
        bytes.putShort((short) rawType);
        bytes.put(payload);
        return bytes.array();
    }

    /**
     * Several pieces in one.
     *
     * @param pieces the pieces in order
     * @return the bytes
     */
    public static byte[] joined(List<byte[]> pieces) {
        ByteBuffer bytes =
                ByteBuffer.allocate(pieces.stream().mapToInt(p -> p.length).sum());
        pieces.forEach(bytes::put);
        return bytes.array();
    }

    /**
     * Several pieces in one.
     *
     * @param pieces the pieces in order
     * @return the bytes
     */
    public static byte[] joined(byte[]... pieces) {
        return joined(List.of(pieces));
    }

    /**
     * A piece with zeros behind it up to a multiple of four bytes.
     *
     * @param piece the piece
     * @return the bytes
     */
    public static byte[] padded(byte[] piece) {
        return Arrays.copyOf(piece, aligned(piece.length));
    }

    static int aligned(int length) {
        return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
