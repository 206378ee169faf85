package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;

/** Chooses by the length of the packet: {@code check_pkt_len(size=200,gt(1),le(2))}. Immutable. */
final class CheckPktLenAction extends ActionCodec {

    private static final int LENGTH = 1;
    private static final int GREATER = 2;
    private static final int LESS_OR_EQUAL = 3;

    CheckPktLenAction() {
        super("check_pkt_len", ActionAttrs.CHECK_PKT_LEN, ANY_LENGTH);
    }

    @Override
    boolean fits(byte[] payload) {
        Attributes parts = Attributes.of(payload);
        byte[] length = parts.find(LENGTH);
        return length != null && length.length == Short.BYTES && parts.has(GREATER) && parts.has(LESS_OR_EQUAL);
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(size=");
        int mark = out.begin(attribute());
        out.putU16(LENGTH, (int) in.number(Short.SIZE), ByteOrder.nativeOrder());
        in.expect(",gt(");
        NestedActions.parse(in, GREATER, out, context);
        in.expect(",le(");
        NestedActions.parse(in, LESS_OR_EQUAL, out, context);
        out.end(mark);
        in.expect(")");
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        Attributes parts = Attributes.of(payload);
        long length = MaskedBytes.of(parts.get(LENGTH), null).value(ByteOrder.nativeOrder());
        ActionsText.format(
                out.append("check_pkt_len(size=").append(length).append(",gt("), parts.get(GREATER), context);
        ActionsText.format(out.append("),le("), parts.get(LESS_OR_EQUAL), context);
        out.append("))");
    }
}
