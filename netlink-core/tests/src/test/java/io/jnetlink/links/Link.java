package io.jnetlink.links;

import io.jnetlink.message.AttributeBuilder;
import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageDissector;
import io.jnetlink.message.MessageValidator;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import io.jnetlink.wire.RawAttribute;
import java.nio.ByteOrder;

/** The body of a link message as a value. */
public final class Link implements MessageBody {

    static final int HEADER_SIZE = 16;
    private static final int INDEX_OFFSET = 4;
    private static final int FLAGS_OFFSET = 8;

    private final NetlinkBuffer bytes;
    private final LinkAttributes attributes;

    private Link(NetlinkBuffer bytes) {
        this.bytes = bytes;
        this.attributes =
                new LinkAttributes(LinkFamily.ATTRIBUTES).wrap(bytes, HEADER_SIZE, bytes.capacity() - HEADER_SIZE);
    }

    /** Copies and checks a body. */
    public static Link decode(NetlinkBuffer buffer, int offset, int length) {
        NetlinkBuffer copy = NetlinkBuffer.wrap(buffer.bytes(offset, length), buffer.hostOrder());
        MessageValidator.check(LinkFamily.MESSAGE, copy, 0, length);
        return new Link(copy);
    }

    public static Builder builder() {
        return builder(ByteOrder.nativeOrder());
    }

    /** Collects a link for the kernel of a machine of another byte order. */
    public static Builder builder(ByteOrder hostOrder) {
        return new Builder(MessageWriter.onHeap(hostOrder));
    }

    public int index() {
        return bytes.s32(INDEX_OFFSET);
    }

    public long flags() {
        return bytes.u32(FLAGS_OFFSET);
    }

    public LinkAttributes attributes() {
        return attributes;
    }

    @Override
    public MessageSchema messageSchema() {
        return LinkFamily.MESSAGE;
    }

    @Override
    public void writeTo(MessageWriter out) {
        out.append(bytes, 0, HEADER_SIZE);
        attributes.writeTo(out);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Link that
                && bytes.matches(0, that.bytes, 0, HEADER_SIZE)
                && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return 31 * index() + attributes.hashCode();
    }

    @Override
    public String toString() {
        return MessageDissector.body(LinkFamily.MESSAGE, bytes, 0, bytes.capacity())
                .toLine();
    }

    /** Collects a link. */
    public static final class Builder {

        private final MessageWriter out;
        private final Attributes attributes;

        private Builder(MessageWriter out) {
            this.out = out;
            out.appendZeros(HEADER_SIZE);
            attributes = new Attributes(LinkFamily.ATTRIBUTES, out);
        }

        public Builder index(int value) {
            out.buffer().putU32(INDEX_OFFSET, value);
            return this;
        }

        public Builder name(String value) {
            attributes.name(value);
            return this;
        }

        public Builder mtu(long value) {
            attributes.mtu(value);
            return this;
        }

        public Builder raw(RawAttribute value) {
            attributes.raw(value);
            return this;
        }

        /** Makes it a vxlan device. */
        public Builder vxlan(long id, int port) {
            attributes.vxlan(id, port);
            return this;
        }

        public Link build() {
            return new Link(NetlinkBuffer.wrap(out.toByteArray(), out.hostOrder()));
        }
    }

    private static final class Attributes extends AttributeBuilder {

        Attributes(AttributeSet set, MessageWriter out) {
            super(set, out);
        }

        void name(String value) {
            putText(LinkFamily.IFNAME, value, true);
        }

        void mtu(long value) {
            putU32(LinkFamily.MTU, value, out().hostOrder());
        }

        void raw(RawAttribute value) {
            putRaw(value);
        }

        void vxlan(long id, int port) {
            int info = beginNest(LinkFamily.LINKINFO, true);
            Attributes inside = new Attributes(LinkFamily.INFO, out());
            inside.putText(LinkFamily.INFO_KIND, "vxlan", false);
            int data = inside.beginNest(LinkFamily.INFO_DATA, true);
            Attributes vxlan = new Attributes(LinkFamily.VXLAN, out());
            vxlan.putU32(LinkFamily.VXLAN_ID, id, out().hostOrder());
            vxlan.putU16(LinkFamily.VXLAN_PORT, port, ByteOrder.BIG_ENDIAN);
            inside.endNest(data);
            endNest(info);
        }
    }
}
