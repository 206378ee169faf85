package io.jnetlink.client;

import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel says beside an error number ({@code enum nlmsgerr_attrs} in {@code linux/netlink.h}). Success may come
 * with some of it too: a {@link #message()} is a warning then.
 *
 * <p>Immutable. Every part is optional: old kernels send none, and most refusals come without an offset.
 */
public final class ExtendedAck implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MESSAGE = 1;
    private static final int OFFSET = 2;
    private static final int COOKIE = 3;
    private static final int POLICY = 4;
    private static final int MISSING_TYPE = 5;
    private static final int MISSING_NEST = 6;

    private static final ExtendedAck EMPTY = new ExtendedAck();

    private @Nullable String message;
    private int offset = -1;
    private byte @Nullable [] cookie;
    private @Nullable AttributePolicy policy;
    private int missingType = -1;
    private int missingNest = -1;

    private ExtendedAck() {}

    /** Nothing beside the error number: what nearly all requests get that succeed. Always the same object. */
    public static ExtendedAck empty() {
        return EMPTY;
    }

    /**
     * Reads the attributes behind an error or done message.
     *
     * @throws io.jnetlink.wire.MalformedMessageException if a length is wrong
     */
    static ExtendedAck decode(NetlinkBuffer buffer, int start, int length) {
        ExtendedAck ack = new ExtendedAck();
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, start, length);
        while (cursor.next()) {
            ack.take(buffer, cursor);
        }
        return ack.isEmpty() ? EMPTY : ack;
    }

    /** Whether the kernel said nothing but the error number. */
    public boolean isEmpty() {
        return message == null && offset < 0 && cookie == null && policy == null && missingType < 0 && missingNest < 0;
    }

    private void take(NetlinkBuffer buffer, AttributeCursor cursor) {
        int at = cursor.payloadOffset();
        int size = cursor.payloadLength();
        switch (cursor.type()) {
            case MESSAGE -> message = buffer.text(at, size);
            case OFFSET -> offset = number(buffer, at, size);
            case COOKIE -> cookie = buffer.bytes(at, size);
            case POLICY -> policy = AttributePolicy.decode(buffer, at, size);
            case MISSING_TYPE -> missingType = number(buffer, at, size);
            case MISSING_NEST -> missingNest = number(buffer, at, size);
            default -> {}
        }
    }

    private static int number(NetlinkBuffer buffer, int at, int size) {
        return size < Integer.BYTES ? -1 : buffer.s32(at);
    }

    /** The kernel's own sentence: why it refused, or what it did not like although it did what was asked. */
    public Optional<String> message() {
        return Optional.ofNullable(message);
    }

    /**
     * Where in the request the attribute at fault starts, counted from the start of its message header. A hint: some
     * kernel code reports an outer attribute.
     */
    public OptionalInt offset() {
        return optional(offset);
    }

    /** Bytes that some operations return on success. */
    public Optional<byte[]> cookie() {
        return cookie == null ? Optional.empty() : Optional.of(cookie.clone());
    }

    /** What the attribute at fault would have to be. */
    public Optional<AttributePolicy> policy() {
        return Optional.ofNullable(policy);
    }

    /** Number of an attribute that the request lacks. */
    public OptionalInt missingType() {
        return optional(missingType);
    }

    /** Offset of the nest in which {@link #missingType()} is lacking; absent at the outermost level. */
    public OptionalInt missingNest() {
        return optional(missingNest);
    }

    /** The kernel's sentence, or what else there is. */
    @Override
    public String toString() {
        if (isEmpty()) {
            return "nothing";
        }
        return message != null ? message : "attributes without a message";
    }

    private static OptionalInt optional(int value) {
        return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
