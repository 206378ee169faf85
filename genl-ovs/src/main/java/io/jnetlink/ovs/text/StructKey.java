package io.jnetlink.ovs.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key that is a C struct of named fields: {@code udp(src=1,dst=2)}. Immutable. */
final class StructKey extends KeyCodec {

    private final int size;
    private final FieldList fields;

    StructKey(String name, int attribute, int size, FieldText... fields) {
        super(name, attribute, size);
        this.size = size;
        this.fields = new FieldList(List.of(fields));
    }

    @Override
    void parse(TextCursor in, KeyWriter out, TextContext context) {
        MaskedBytes bytes = MaskedBytes.zeros(size);
        fields.parse(in, bytes);
        out.put(attribute(), bytes);
    }

    @Override
    void format(StringBuilder out, byte[] value, byte @Nullable [] mask, TextContext context) {
        fields.format(out, MaskedBytes.of(value, mask), context.verbose());
    }

    @Override
    boolean isWildcard(byte[] value, byte[] mask) {
        return fields.isWildcard(MaskedBytes.of(value, mask));
    }
}
