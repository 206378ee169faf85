package io.jnetlink.message;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a list of attributes, for comparing: sorted by number unless the order means something, nests compared
 * as lists themselves.
 *
 * <p>The two flag bits of an attribute's type do not count, since senders differ in setting them.
 */
record AttributeContent(List<Entry> entries) {

    /** An attribute: its bytes, or what is nested in it with the bytes of a fixed header in front. */
    record Entry(
            int number,
            @Nullable ByteBuffer bytes,
            @Nullable AttributeContent nested) {}

    static AttributeContent of(AttributeSet set, NetlinkBuffer buffer, int offset, int length) {
        return list(new Scope(set, buffer, offset, length, null), buffer, offset, length);
    }

    private static AttributeContent list(Scope scope, NetlinkBuffer buffer, int offset, int length) {
        List<Entry> entries = new ArrayList<>();
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, offset, length);
        while (cursor.next()) {
            entries.add(entry(scope, cursor.type(), buffer, cursor.payloadOffset(), cursor.payloadLength()));
        }
        if (!scope.set().isOrdered()) {
            entries.sort(Comparator.comparingInt(Entry::number));
        }
        return new AttributeContent(entries);
    }

    private static Entry entry(Scope scope, int number, NetlinkBuffer buffer, int at, int size) {
        AttributeSchema attribute = scope.set().byNumber(number);
        if (attribute != null && scope.depth() < MessageValidator.MAX_DEPTH) {
            if (attribute.kind() == AttributeKind.INDEXED_ARRAY) {
                return new Entry(number, null, array(scope, scope.set().nested(attribute), buffer, at, size));
            }
            Scope.Inside inside = scope.inside(attribute);
            if (inside != null) {
                int header = Math.min(inside.header(), size);
                Scope inner = scope.inner(inside.set(), at + header, size - header);
                return new Entry(number, buffer.slice(at, header), list(inner, buffer, at + header, size - header));
            }
        }
        return new Entry(number, buffer.slice(at, size), null);
    }

    /** The elements, in the order of the wire: it is part of the meaning. */
    private static AttributeContent array(
            Scope scope, @Nullable AttributeSet nested, NetlinkBuffer buffer, int offset, int length) {
        List<Entry> elements = new ArrayList<>();
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, offset, length);
        while (cursor.next()) {
            int at = cursor.payloadOffset();
            int size = cursor.payloadLength();
            elements.add(
                    nested == null
                            ? new Entry(cursor.type(), buffer.slice(at, size), null)
                            : new Entry(cursor.type(), null, list(scope.inner(nested, at, size), buffer, at, size)));
        }
        return new AttributeContent(elements);
    }
}
