package io.jnetlink.dynamic.bind;

import io.jnetlink.spec.ir.StructIr;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record that is a list of attributes, with a fixed header in front or without: a message's body, a nest, or the format
 * of a sub-message. Immutable once its fields were set.
 */
final class BodyShape implements RecordShape {

    private final Class<?> type;
    private final @Nullable Constructor<?> constructor;
    private final @Nullable StructIr header;
    private final boolean headerMayBeShort;
    private final int id;
    private List<BoundField> fields = List.of();

    /**
     * @param constructor null for the parameters of a method, which nobody reads
     * @param header the struct in front, if there is one
     * @param headerMayBeShort whether missing members of the header read as zeros, as in formats of sub-messages
     */
    BodyShape(
            Class<?> type,
            @Nullable Constructor<?> constructor,
            @Nullable StructIr header,
            boolean headerMayBeShort,
            int id) {
        this.type = type;
        this.constructor = constructor;
        this.header = header;
        this.headerMayBeShort = headerMayBeShort;
        this.id = id;
    }

    void fields(List<BoundField> all) {
        fields = List.copyOf(all);
    }

    /** In the order of the components. */
    List<BoundField> fields() {
        return fields;
    }

    Optional<StructIr> header() {
        return Optional.ofNullable(header);
    }

    boolean headerMayBeShort() {
        return headerMayBeShort;
    }

    Constructor<?> constructor() {
        if (constructor == null) {
            throw new IllegalStateException("parameters are not read");
        }
        return constructor;
    }

    @Override
    public Class<?> type() {
        return type;
    }

    @Override
    public String writer() {
        return "write$" + id;
    }

    @Override
    public String reader() {
        return "read$" + id;
    }

    @Override
    public List<RecordShape> shapes() {
        return fields.stream().flatMap(f -> f.shapes().stream()).toList();
    }

    @Override
    public List<EnumMapping> enums() {
        return fields.stream().flatMap(f -> f.enums().stream()).toList();
    }
}
