package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list of attributes that is read, and the ones around it, in which selectors are looked up from the inside out.
 *
 * <p>Not thread-safe. Each selector is searched once, so that a long list of sub-messages stays linear.
 */
final class DecodeScope {

    private final SpecIndex.AttributeIndex set;
    private final NetlinkBuffer buffer;
    private final int offset;
    private final int length;
    private final @Nullable DecodeScope outer;
    private final int depth;
    private final Map<String, Optional<String>> selectors = new HashMap<>();

    DecodeScope(
            SpecIndex.AttributeIndex set, NetlinkBuffer buffer, int offset, int length, @Nullable DecodeScope outer) {
        this.set = set;
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
        this.outer = outer;
        this.depth = outer == null ? 0 : outer.depth + 1;
    }

    SpecIndex.AttributeIndex set() {
        return set;
    }

    NetlinkBuffer buffer() {
        return buffer;
    }

    int depth() {
        return depth;
    }

    AttributeCursor cursor() {
        return new AttributeCursor().wrap(buffer, offset, length);
    }

    DecodeScope inner(SpecIndex.AttributeIndex innerSet, int at, int size) {
        return new DecodeScope(innerSet, buffer, at, size, this);
    }

    /** The value of a selector as formats are named after; empty if it did not come. */
    Optional<String> selector(String name, SpecIndex spec) {
        AttributeIr selector = set.attribute(name);
        if (selector == null) {
            return outer == null ? Optional.empty() : outer.selector(name, spec);
        }
        return selectors.computeIfAbsent(name, n -> find(selector, spec));
    }

    private Optional<String> find(AttributeIr selector, SpecIndex spec) {
        Optional<String> found = Optional.empty();
        AttributeCursor cursor = cursor();
        while (cursor.next()) {
            if (cursor.type() == selector.number()) {
                found = value(selector, spec, cursor.payloadOffset(), cursor.payloadLength());
            }
        }
        return found;
    }

    private Optional<String> value(AttributeIr selector, SpecIndex spec, int at, int size) {
        if (!(selector.type() instanceof TypeIr.Scalar scalar)) {
            return Optional.of(buffer.text(at, size));
        }
        NumberFormat format = NumberFormat.of(scalar);
        if (size < format.minimumBytes()) {
            return Optional.empty();
        }
        long number = format.read(buffer, at, size);
        return Optional.of(scalar.enumName()
                .map(spec::enumeration)
                .flatMap(e -> e.entries().stream()
                        .filter(entry -> e.wireValue(entry) == number)
                        .map(entry -> entry.name())
                        .findFirst())
                .orElseGet(() -> Long.toString(number)));
    }
}
