package io.jnetlink.ovs.text;

import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The port where a packet came in, by number or name. Immutable. */
final class InPortKey extends KeyCodec {

    private static final NumberNotation NUMBER = NumberNotation.decimal(Integer.BYTES, ByteOrder.nativeOrder());

    InPortKey() {
        super("in_port", KeyNumbers.IN_PORT, Integer.BYTES);
    }

    @Override
    void parse(TextCursor in, KeyWriter out, TextContext context) {
        MaskedBytes port = MaskedBytes.zeros(Integer.BYTES);
        if (in.isAtDigit() || in.looksAt("*")) {
            NUMBER.parse(in, port);
        } else {
            port.put(PortText.named(in, context, ")"), port.ones(), ByteOrder.nativeOrder());
        }
        out.put(attribute(), port);
    }

    @Override
    void format(StringBuilder out, byte[] value, byte @Nullable [] mask, TextContext context) {
        MaskedBytes port = MaskedBytes.of(value, mask);
        if (port.isExact()) {
            context.appendPort(out, port.value(ByteOrder.nativeOrder()));
        } else {
            NUMBER.format(out, port);
        }
    }
}
