package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;

/** Counts the time to live down, and does something else where it ends: {@code dec_ttl(le_1(1))}. Immutable. */
final class DecTtlAction extends ActionCodec {

    private static final int ACTIONS = 1;

    DecTtlAction() {
        super("dec_ttl", ActionAttrs.DEC_TTL, ANY_LENGTH);
    }

    @Override
    boolean fits(byte[] payload) {
        return Attributes.of(payload).has(ACTIONS);
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(le_1(");
        int mark = out.begin(attribute());
        NestedActions.parse(in, ACTIONS, out, context);
        out.end(mark);
        in.expect(")");
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        ActionsText.format(out.append("dec_ttl(le_1("), Attributes.of(payload).get(ACTIONS), context);
        out.append("))");
    }
}
