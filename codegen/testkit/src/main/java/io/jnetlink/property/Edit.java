package io.jnetlink.property;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Changes attributes in the bytes of a message; lengths around them are mended, so that nothing else breaks. Stateless. */
final class Edit {

    private static final int TYPE = 2;

    private Edit() {}

    /** Puts whole attributes at an offset inside the attributes whose headers stand at {@code around}. */
    static byte[] inserted(byte[] bytes, int at, byte[] piece, List<Integer> around) {
        return spliced(bytes, at, at, piece, around);
    }

    /** Puts whole attributes in the place of one. */
    static byte[] replaced(byte[] bytes, Spot spot, byte[] piece) {
        return spliced(bytes, spot.offset(), spot.next(), piece, spot.list().around());
    }

    /** Makes an attribute claim a length, whatever it has. */
    static byte[] claiming(byte[] bytes, Spot spot, int length) {
        byte[] changed = bytes.clone();
        over(changed).putShort(spot.offset(), (short) length);
        return changed;
    }

    /** Turns the nested bit of an attribute over. */
    static byte[] flipped(byte[] bytes, Spot spot) {
        byte[] changed = bytes.clone();
        int rawType = rawType(bytes, spot) ^ AttributeBytes.NESTED;
        over(changed).putShort(spot.offset() + TYPE, (short) rawType);
        return changed;
    }

    static int rawType(byte[] bytes, Spot spot) {
        return over(bytes).getShort(spot.offset() + TYPE) & 0xffff;
    }

    static byte[] payload(byte[] bytes, Spot spot) {
        return Arrays.copyOfRange(bytes, spot.payload(), spot.payload() + spot.payloadLength());
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece, List<Integer> around) {
        byte[] changed =
                AttributeBytes.joined(Arrays.copyOf(bytes, from), piece, Arrays.copyOfRange(bytes, to, bytes.length));
        ByteBuffer buffer = over(changed);
        for (int header : around) {
            int length = buffer.getShort(header) & 0xffff;
            buffer.putShort(header, (short) (length + piece.length - (to - from)));
        }
        return changed;
    }

    private static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }
}
