package io.jnetlink.nexthops;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageDissector;
import io.jnetlink.message.MessageValidator;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;

/** The body of a nexthop message as a value. */
public final class Nexthop implements MessageBody {

    static final int HEADER_SIZE = 8;
    private static final int AF_INET = 2;

    private final NetlinkBuffer bytes;

    private Nexthop(byte[] bytes) {
        this.bytes = NetlinkBuffer.wrap(bytes);
    }

    /** Copies and checks a body. */
    public static Nexthop decode(NetlinkBuffer buffer, int offset, int length) {
        MessageValidator.check(NexthopFamily.MESSAGE, buffer, offset, length);
        return new Nexthop(buffer.bytes(offset, length));
    }

    static Nexthop blackhole(int id) {
        MessageWriter out = header(AF_INET);
        out.putU32(NexthopFamily.ID, id, ByteOrder.nativeOrder());
        out.putFlag(NexthopFamily.BLACKHOLE);
        return new Nexthop(out.toByteArray());
    }

    static Nexthop named(int id) {
        MessageWriter out = header(0);
        out.putU32(NexthopFamily.ID, id, ByteOrder.nativeOrder());
        return new Nexthop(out.toByteArray());
    }

    static Nexthop any() {
        return new Nexthop(header(0).toByteArray());
    }

    /** Its number. */
    public int id() {
        NexthopView view = new NexthopView();
        view.wrapBody(bytes, 0, bytes.capacity());
        return view.id();
    }

    @Override
    public MessageSchema messageSchema() {
        return NexthopFamily.MESSAGE;
    }

    @Override
    public void writeTo(MessageWriter out) {
        out.append(bytes, 0, bytes.capacity());
    }

    @Override
    public String toString() {
        return MessageDissector.body(NexthopFamily.MESSAGE, bytes, 0, bytes.capacity())
                .toLine();
    }

    private static MessageWriter header(int family) {
        MessageWriter out = MessageWriter.onHeap();
        out.buffer().putU8(out.appendZeros(HEADER_SIZE), family);
        return out;
    }
}
