package io.jnetlink.ovs.text;

import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/**
 * Adds an MPLS label, before the network header ({@code push_mpls}) or before the whole packet ({@code add_mpls}):
 * {@code push_mpls(label=100,tc=0,ttl=64,bos=1,eth_type=0x8847)}. Immutable.
 */
final class PushMplsAction extends ActionCodec {

    private static final int SIZE = 8;
    private static final int FIELDS = 4;

    PushMplsAction(String name, int attribute) {
        super(name, attribute, SIZE);
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(");
        MaskedBytes label = MaskedBytes.zeros(SIZE);
        Set<String> seen = new HashSet<>();
        while (!in.skip("eth_type=")) {
            String name = MplsLse.nameAt(in);
            MplsLse.field(name).parseExact(in, label.slice(0, Integer.BYTES));
            seen.add(name);
            in.expect(",");
        }
        if (seen.size() < FIELDS) {
            throw in.failure("label=, tc=, ttl= and bos= in front of eth_type=");
        }
        label.slice(Integer.BYTES, Short.BYTES).put(in.number(Short.SIZE), 0, ByteOrder.BIG_ENDIAN);
        in.expect(")");
        out.putBytes(attribute(), label.valueBytes());
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        MaskedBytes label = MaskedBytes.of(payload, null);
        MplsLse.formatExact(out.append(name()).append('('), label.slice(0, Integer.BYTES));
        NumberStyle.PREFIXED_HEX.append(
                out.append(",eth_type="),
                label.slice(Integer.BYTES, Short.BYTES).value(ByteOrder.BIG_ENDIAN));
        out.append(')');
    }
}
