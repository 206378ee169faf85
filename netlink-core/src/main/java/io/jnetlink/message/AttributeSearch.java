package io.jnetlink.message;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for the attribute whose header, or whose payload, starts at an offset, and notes the way. Used once. */
final class AttributeSearch {

    private final NetlinkBuffer buffer;
    private final int target;
    private final List<String> names = new ArrayList<>();
    private @Nullable AttributeSet inside;

    AttributeSearch(NetlinkBuffer buffer, int target) {
        this.buffer = buffer;
        this.target = target;
    }

    /** Returns whether an attribute of the body starts at the offset. */
    boolean run(MessageSchema schema, int offset, int length) {
        int header = Math.min(schema.headerLength(), length);
        int start = offset + header;
        try {
            return list(new Scope(schema.attributes(), buffer, start, length - header, null), start, length - header);
        } catch (MalformedMessageException e) {
            // The request is ours, so this needs a kernel that points at garbage; no path is the honest answer.
            return false;
        }
    }

    /** Names from the outside in, down to the attribute that was found. */
    List<String> names() {
        return names;
    }

    /** The set inside the attribute that was found by its header; null if it has none. */
    @Nullable
    AttributeSet inside() {
        return inside;
    }

    private boolean list(Scope scope, int offset, int length) {
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, offset, length);
        return moveTo(cursor) && attribute(scope, cursor, offset, length);
    }

    /** The place of an attribute among those of its number, in brackets; empty if it is the only one. */
    private String place(AttributeCursor found, int offset, int length) {
        int before = 0;
        int all = 0;
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, offset, length);
        while (cursor.next()) {
            if (cursor.type() == found.type()) {
                before += cursor.offset() < found.offset() ? 1 : 0;
                all++;
            }
        }
        return all > 1 ? "[" + before + "]" : "";
    }

    /** Moves to the attribute that the target lies in. */
    private boolean moveTo(AttributeCursor cursor) {
        while (cursor.next() && cursor.offset() <= target) {
            if (target < cursor.payloadOffset() + cursor.payloadLength()) {
                return true;
            }
        }
        return false;
    }

    private boolean attribute(Scope scope, AttributeCursor cursor, int offset, int length) {
        AttributeSchema attribute = scope.set().byNumber(cursor.type());
        String place = attribute == null || attribute.multi() ? place(cursor, offset, length) : "";
        names.add((attribute == null ? Integer.toString(cursor.type()) : attribute.cName()) + place);
        if (attribute != null && attribute.kind() == AttributeKind.INDEXED_ARRAY && target != cursor.offset()) {
            AttributeCursor elements =
                    new AttributeCursor().wrap(buffer, cursor.payloadOffset(), cursor.payloadLength());
            return moveTo(elements) && element(scope, scope.set().nested(attribute), elements);
        }
        return payload(scope, cursor, attribute == null ? null : scope.inside(attribute));
    }

    private boolean element(Scope scope, @Nullable AttributeSet nested, AttributeCursor cursor) {
        names.add(Integer.toString(cursor.type()));
        return payload(scope, cursor, nested == null ? null : new Scope.Inside(nested, 0));
    }

    private boolean payload(Scope scope, AttributeCursor cursor, Scope.@Nullable Inside inner) {
        if (target == cursor.offset()) {
            inside = inner == null ? null : inner.set();
            return true;
        }
        int at = cursor.payloadOffset();
        if (inner == null || target < at + inner.header()) {
            return target == at;
        }
        int start = at + inner.header();
        int length = cursor.payloadLength() - inner.header();
        return scope.depth() < MessageValidator.MAX_DEPTH
                && list(scope.inner(inner.set(), start, length), start, length);
    }
}
