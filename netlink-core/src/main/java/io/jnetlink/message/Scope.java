package io.jnetlink.message;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.SubMessageSchema;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of attributes and the ones around it, in which selectors are looked up from the inside out.
 *
 * <p>Not thread-safe. Each selector is searched once, so that a long list of sub-messages stays linear.
 */
final class Scope {

    private final AttributeSet set;
    private final NetlinkBuffer buffer;
    private final int offset;
    private final int length;
    private final @Nullable Scope outer;
    private final int depth;
    private final Map<String, Optional<String>> selectors = new HashMap<>();

    Scope(AttributeSet set, NetlinkBuffer buffer, int offset, int length, @Nullable Scope outer) {
        this.set = set;
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
        this.outer = outer;
        this.depth = outer == null ? 0 : outer.depth + 1;
    }

    AttributeSet set() {
        return set;
    }

    int depth() {
        return depth;
    }

    /** The scope of a list inside this one. */
    Scope inner(AttributeSet innerSet, int at, int size) {
        return new Scope(innerSet, buffer, at, size, this);
    }

    /**
     * Attributes directly inside another one.
     *
     * @param set what they are called
     * @param header bytes of the struct in front of them, padded
     */
    record Inside(AttributeSet set, int header) {}

    /** What is nested in an attribute of this list; null if that is no list of attributes with names. */
    @Nullable
    Inside inside(AttributeSchema attribute) {
        return switch (attribute.kind()) {
            case NEST -> {
                AttributeSet nested = set.nested(attribute);
                yield nested == null ? null : new Inside(nested, 0);
            }
            case SUB_MESSAGE -> format(attribute).map(this::inside).orElse(null);
            default -> null;
        };
    }

    private @Nullable Inside inside(SubMessageSchema.Format format) {
        return format.attributes() == null
                ? null
                : new Inside(
                        set.family().attributeSet(format.attributes()),
                        set.family()
                                .message(format.header(), format.attributes())
                                .headerLength());
    }

    /** The layout of a sub-message attribute of this list; empty if its selector is absent or unknown. */
    Optional<SubMessageSchema.Format> format(AttributeSchema attribute) {
        if (attribute.subMessage() == null || attribute.selector() == null) {
            return Optional.empty();
        }
        SubMessageSchema subMessage = set.family().subMessage(attribute.subMessage());
        return selector(attribute.selector()).flatMap(subMessage::format);
    }

    /** The value that chooses the layout of a sub-message attribute. */
    Optional<String> selector(String name) {
        Optional<AttributeSchema> selector = set.byName(name);
        if (selector.isEmpty()) {
            return outer == null ? Optional.empty() : outer.selector(name);
        }
        return selectors.computeIfAbsent(name, n -> find(selector.get()));
    }

    private Optional<String> find(AttributeSchema selector) {
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, offset, length);
        String found = null;
        try {
            while (cursor.next()) {
                if (cursor.type() == selector.number()) {
                    found = value(selector, cursor.payloadOffset(), cursor.payloadLength());
                }
            }
        } catch (MalformedMessageException e) {
            // To be reported by whoever walks this list for its own sake; what stands before the fault still counts.
            return Optional.ofNullable(found);
        }
        return Optional.ofNullable(found);
    }

    private @Nullable String value(AttributeSchema selector, int at, int size) {
        if (selector.kind() == AttributeKind.STRING) {
            return buffer.text(at, size);
        }
        if (!selector.kind().isNumber() || size < selector.kind().minimumLength()) {
            return null;
        }
        long number = Numbers.read(selector.kind(), selector.byteOrder(), buffer, at, size);
        return selector.enumName() == null
                ? Long.toString(number)
                : set.family().enumeration(selector.enumName()).print(number);
    }
}
