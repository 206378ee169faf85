package io.jnetlink.schema;

import org.jspecify.annotations.Nullable;

/**
 * The body of a message: a fixed header, if the operation has one, then attributes.
 *
 * @param header the struct in front; in generic netlink it stands behind the generic header
 * @param attributes the attributes behind it
 */
public record MessageSchema(@Nullable StructSchema header, AttributeSet attributes) {

    /** Bytes of the fixed header, padded to a multiple of four; 0 without one. */
    public int headerLength() {
        return header == null ? 0 : header.size() + 3 & ~3;
    }
}
