package io.jnetlink.route.generated;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Writes attributes by hand, without the code under test. */
final class AttributeBytes {

    static final int NESTED = 0x8000;

    private static final int HEADER = 4;
    private static final int ALIGNMENT = 4;

    private AttributeBytes() {}

    /** An attribute with header and padding. */
    static byte[] attribute(int rawType, byte[] payload) {
        ByteBuffer bytes = ByteBuffer.allocate(aligned(HEADER + payload.length)).order(ByteOrder.nativeOrder());
        bytes.putShort((short) (HEADER + payload.length));
        bytes.putShort((short) rawType);
        bytes.put(payload);
        return bytes.array();
    }

    /** Several pieces in one. */
    static byte[] joined(List<byte[]> pieces) {
        ByteBuffer bytes =
                ByteBuffer.allocate(pieces.stream().mapToInt(p -> p.length).sum());
        pieces.forEach(bytes::put);
        return bytes.array();
    }

    /** The piece with zeros behind it up to a multiple of four. */
    static byte[] padded(byte[] piece) {
        return Arrays.copyOf(piece, aligned(piece.length));
    }

    private static int aligned(int length) {
        return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
