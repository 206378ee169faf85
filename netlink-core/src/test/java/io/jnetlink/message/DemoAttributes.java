package io.jnetlink.message;

import io.jnetlink.Hex;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.wire.NetlinkBuffer;

/** The least that a generated value or view is. */
final class DemoAttributes extends AttributeReader {

    private DemoAttributes(AttributeSet set) {
        super(set);
    }

    /** A view that stands nowhere yet. */
    static DemoAttributes view() {
        return new DemoAttributes(DemoFamily.LINK);
    }

    /** A view over the attributes of a demo link. */
    static DemoAttributes link(NetlinkBuffer buffer) {
        return view().wrap(buffer, 0, buffer.capacity());
    }

    static DemoAttributes link(String... hex) {
        return link(Hex.little(hex));
    }

    DemoAttributes wrap(NetlinkBuffer buffer, int offset, int length) {
        attach(buffer, offset, length);
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DemoAttributes that && sameContent(that);
    }

    @Override
    public int hashCode() {
        return contentHash();
    }
}
