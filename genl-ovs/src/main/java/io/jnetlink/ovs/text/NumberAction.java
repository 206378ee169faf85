package io.jnetlink.ovs.text;

import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;

/** An action with one number: {@code trunc(100)}. Immutable. */
final class NumberAction extends ActionCodec {

    private final NumberStyle style;

    NumberAction(String name, int attribute, NumberStyle style) {
        super(name, attribute, Integer.BYTES);
        this.style = style;
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(");
        out.putU32(attribute(), in.number(Integer.SIZE), ByteOrder.nativeOrder());
        in.expect(")");
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        style.append(
                out.append(name()).append('('), MaskedBytes.of(payload, null).value(ByteOrder.nativeOrder()));
        out.append(')');
    }
}
