package io.jnetlink.routes;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageDissector;
import io.jnetlink.message.MessageValidator;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;

/** The body of a message about an IPv4 route that leads nowhere, as a value. */
public final class Route implements MessageBody {

    static final int HEADER_SIZE = 12;
    private static final int AF_INET = 2;
    private static final int PREFIX_LENGTH = 32;
    private static final int MAIN_TABLE = 254;
    private static final int TABLE_OFFSET = 4;
    private static final int PROTOCOL_OFFSET = 5;
    private static final int TYPE_OFFSET = 7;
    private static final int BLACKHOLE = 6;

    private final NetlinkBuffer bytes;

    /** What tells a route from others. */
    public record Key(int table, int prefixLength, int tos, int destination, long priority) {}

    private Route(byte[] bytes) {
        this.bytes = NetlinkBuffer.wrap(bytes);
    }

    /** Copies and checks a body. */
    public static Route decode(NetlinkBuffer buffer, int offset, int length) {
        MessageValidator.check(RouteFamily.MESSAGE, buffer, offset, length);
        return new Route(buffer.bytes(offset, length));
    }

    /** What lists all IPv4 routes. */
    static Route any() {
        MessageWriter out = MessageWriter.onHeap();
        out.appendZeros(HEADER_SIZE);
        out.buffer().putU8(0, AF_INET);
        return new Route(out.toByteArray());
    }

    /** A blackhole route to one address; the protocol, 0 for any, is what can be changed of it. */
    static Route blackhole(int destination, int protocol) {
        MessageWriter out = MessageWriter.onHeap();
        out.appendZeros(HEADER_SIZE);
        out.buffer().putU8(0, AF_INET);
        out.buffer().putU8(1, PREFIX_LENGTH);
        out.buffer().putU8(TABLE_OFFSET, MAIN_TABLE);
        out.buffer().putU8(PROTOCOL_OFFSET, protocol);
        out.buffer().putU8(TYPE_OFFSET, BLACKHOLE);
        out.putU32(RouteFamily.DST, Integer.toUnsignedLong(destination), ByteOrder.BIG_ENDIAN);
        return new Route(out.toByteArray());
    }

    /** What tells it from others. */
    public Key key() {
        int destination = (int) number(RouteFamily.DST, ByteOrder.BIG_ENDIAN);
        long priority = number(RouteFamily.PRIORITY, ByteOrder.nativeOrder());
        return new Key(bytes.u8(TABLE_OFFSET), bytes.u8(1), bytes.u8(3), destination, priority);
    }

    /** Who made it. */
    public int protocol() {
        return bytes.u8(PROTOCOL_OFFSET);
    }

    private long number(int type, ByteOrder order) {
        AttributeCursor cursor = new AttributeCursor().wrap(bytes, HEADER_SIZE, bytes.capacity() - HEADER_SIZE);
        while (cursor.next()) {
            if (cursor.type() == type) {
                return bytes.u32(cursor.payloadOffset(), order);
            }
        }
        return 0;
    }

    @Override
    public MessageSchema messageSchema() {
        return RouteFamily.MESSAGE;
    }

    @Override
    public void writeTo(MessageWriter out) {
        out.append(bytes, 0, bytes.capacity());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Route that
                && bytes.capacity() == that.bytes.capacity()
                && bytes.matches(0, that.bytes, 0, bytes.capacity());
    }

    @Override
    public int hashCode() {
        return bytes.slice(0, bytes.capacity()).hashCode();
    }

    @Override
    public String toString() {
        return MessageDissector.body(RouteFamily.MESSAGE, bytes, 0, bytes.capacity())
                .toLine();
    }
}
