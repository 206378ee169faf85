package io.jnetlink.property.guide;

import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** What a user's own codec might look like: the attributes of {@code plant-attrs}, written by hand. */
record Plant(Optional<String> name, Optional<Long> height, Optional<Integer> colour) {

    private static final int NAME = 1;
    private static final int HEIGHT = 2;
    private static final int COLOUR = 3;

    static Plant of(String name, long height, int colour) {
        return new Plant(Optional.of(name), Optional.of(height), Optional.of(colour));
    }

    byte[] encode() {
        MessageWriter out = MessageWriter.onHeap();
        name.ifPresent(n -> out.putText(NAME, n, true));
        height.ifPresent(h -> out.putU32(HEIGHT, h, ByteOrder.nativeOrder()));
        colour.ifPresent(c -> out.putU8(COLOUR, c));
        return out.toByteArray();
    }

    static Plant decode(byte[] bytes) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes);
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, 0, bytes.length);
        Plant plant = new Plant(Optional.empty(), Optional.empty(), Optional.empty());
        while (cursor.next()) {
            int at = cursor.payloadOffset();
            plant = switch (cursor.type()) {
                case NAME ->
                    new Plant(Optional.of(buffer.text(at, cursor.payloadLength())), plant.height, plant.colour);
                case HEIGHT -> new Plant(plant.name, Optional.of(buffer.u32(atLeast(4, cursor))), plant.colour);
                case COLOUR -> new Plant(plant.name, plant.height, Optional.of(buffer.u8(atLeast(1, cursor))));
                default -> plant;
            };
        }
        return plant;
    }

    private static int atLeast(int size, AttributeCursor cursor) {
        if (cursor.payloadLength() < size) {
            throw new MalformedMessageException(
                    "expected " + size + " bytes, got " + cursor.payloadLength(), cursor.payloadOffset());
        }
        return cursor.payloadOffset();
    }
}
