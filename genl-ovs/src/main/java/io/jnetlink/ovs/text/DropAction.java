package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;

/**
 * Drops the packet and tells why: {@code drop(5)}, with the reason as a number. Immutable.
 *
 * <p>The word alone is an empty list of actions, which every kernel takes; the attribute is of Linux 6.7.
 */
final class DropAction extends ActionCodec {

    DropAction() {
        super("drop", ActionAttrs.DROP, Integer.BYTES);
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        if (!in.skip("(")) {
            throw in.failureAt(in.position() - name().length(), "drop without other actions, or drop(REASON)");
        }
        out.putU32(attribute(), in.number(Integer.SIZE), ByteOrder.nativeOrder());
        in.expect(")");
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        out.append("drop(")
                .append(MaskedBytes.of(payload, null).value(ByteOrder.nativeOrder()))
                .append(')');
    }
}
