package io.jnetlink.message;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.schema.SubMessageSchema;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Checks every length in a message, nests included, so that a value can be read later without surprises.
 *
 * <p>Stateless. Takes time in proportion to the bytes. Unknown attributes are not looked into.
 */
public final class MessageValidator {

    /** Deeper nests than any kernel interface has are refused: recursive sets would let a sender choose the depth. */
    static final int MAX_DEPTH = 32;

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private MessageValidator() {}

    /**
     * Checks a body: fixed header, then attributes.
     *
     * @throws MalformedMessageException naming the path and the rule
     */
    public static void check(MessageSchema schema, NetlinkBuffer buffer, int offset, int length) {
        int header = schema.headerLength();
        if (length < header) {
            throw new MalformedMessageException("fixed header needs " + header + " bytes, got " + length, offset);
        }
        check(schema.attributes(), buffer, offset + header, length - header);
    }

    /**
     * Checks a list of attributes.
     *
     * @throws MalformedMessageException naming the path and the rule
     */
    public static void check(AttributeSet set, NetlinkBuffer buffer, int offset, int length) {
        check(new Scope(set, buffer, offset, length, null), buffer, offset, length);
    }

    private static void check(Scope scope, NetlinkBuffer buffer, int offset, int length) {
        if (scope.depth() > MAX_DEPTH) {
            throw new MalformedMessageException("more than " + MAX_DEPTH + " levels of nests", offset);
        }
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, offset, length);
        while (cursor.next()) {
            AttributeSchema attribute = scope.set().byNumber(cursor.type());
            if (attribute != null) {
                checkNamed(scope, attribute, buffer, cursor.payloadOffset(), cursor.payloadLength());
            }
        }
    }

    private static void checkNamed(Scope scope, AttributeSchema attribute, NetlinkBuffer buffer, int at, int size) {
        try {
            checkPayload(scope, attribute, buffer, at, size);
        } catch (MalformedMessageException e) {
            throw e.inside(attribute.name());
        }
    }

    private static void checkPayload(Scope scope, AttributeSchema attribute, NetlinkBuffer buffer, int at, int size) {
        int minimum = minimumOf(attribute);
        if (size < minimum) {
            throw new MalformedMessageException("expected " + minimum + " bytes, got " + size, at);
        }
        switch (attribute.kind()) {
            case NEST -> checkInside(scope, scope.set().nested(attribute), buffer, at, size);
            case INDEXED_ARRAY -> checkArray(scope, attribute, buffer, at, size);
            case NEST_TYPE_VALUE -> checkFraming(buffer, at, size);
            case SUB_MESSAGE -> checkSubMessage(scope, attribute, buffer, at, size);
            default -> {}
        }
    }

    private static int minimumOf(AttributeSchema attribute) {
        if (attribute.kind() == AttributeKind.BINARY && attribute.struct() == null && attribute.element() == null) {
            return minimumOfBytes(attribute);
        }
        // Requests are decoded too, and a few attributes are shorter there: a flag that is answered as a number.
        return Math.min(
                attribute.kind().minimumLength(), attribute.requestKind().minimumLength());
    }

    /** An address in part is none. */
    private static int minimumOfBytes(AttributeSchema attribute) {
        return switch (attribute.hint()) {
            case IPV4, IPV4_OR_V6 -> IPV4_BYTES;
            case IPV6 -> IPV6_BYTES;
            default -> 0;
        };
    }

    private static void checkInside(Scope scope, @Nullable AttributeSet inner, NetlinkBuffer buffer, int at, int size) {
        if (inner != null) {
            check(new Scope(inner, buffer, at, size, scope), buffer, at, size);
        }
    }

    private static void checkArray(Scope scope, AttributeSchema attribute, NetlinkBuffer buffer, int at, int size) {
        AttributeSet inner = scope.set().nested(attribute);
        AttributeKind element = attribute.element();
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, at, size);
        while (cursor.next()) {
            try {
                int minimum = element == AttributeKind.BINARY ? minimumOfBytes(attribute) : minimumOf(element);
                checkElement(scope, minimum, inner, buffer, cursor.payloadOffset(), cursor.payloadLength());
            } catch (MalformedMessageException e) {
                throw e.inside(Integer.toString(cursor.type()));
            }
        }
    }

    private static int minimumOf(@Nullable AttributeKind element) {
        return element == null ? 0 : element.minimumLength();
    }

    private static void checkElement(
            Scope scope, int minimum, @Nullable AttributeSet inner, NetlinkBuffer buffer, int at, int size) {
        if (size < minimum) {
            throw new MalformedMessageException("expected " + minimum + " bytes, got " + size, at);
        }
        checkInside(scope, inner, buffer, at, size);
    }

    private static void checkFraming(NetlinkBuffer buffer, int at, int size) {
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, at, size);
        while (cursor.next()) {
            // Walking it is the check.
            continue;
        }
    }

    private static void checkSubMessage(
            Scope scope, AttributeSchema attribute, NetlinkBuffer buffer, int at, int size) {
        SubMessageSchema.Format format = scope.format(attribute).orElse(null);
        if (format == null) {
            return;
        }
        int header = format.header() == null
                ? 0
                : scope.set().family().struct(format.header()).size();
        // Kernels grow such headers, so a shorter one is read as far as it goes, and nothing follows it.
        if (format.attributes() != null && size > header) {
            int aligned = header + 3 & ~3;
            checkInside(
                    scope,
                    scope.set().family().attributeSet(format.attributes()),
                    buffer,
                    at + Math.min(aligned, size),
                    Math.max(size - aligned, 0));
        }
    }
}
