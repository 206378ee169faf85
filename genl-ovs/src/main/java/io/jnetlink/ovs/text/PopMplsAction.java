package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;

/** Takes an MPLS label away: {@code pop_mpls(eth_type=0x800)}. Immutable. */
final class PopMplsAction extends ActionCodec {

    PopMplsAction() {
        super("pop_mpls", ActionAttrs.POP_MPLS, Short.BYTES);
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(eth_type=");
        out.putU16(attribute(), (int) in.number(Short.SIZE), ByteOrder.BIG_ENDIAN);
        in.expect(")");
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        long ethertype = MaskedBytes.of(payload, null).value(ByteOrder.BIG_ENDIAN);
        NumberStyle.PREFIXED_HEX.append(out.append("pop_mpls(eth_type="), ethertype);
        out.append(')');
    }
}
