package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;

/** Does something with a copy of the packet: {@code clone(1,2)}. Immutable. */
final class CloneAction extends ActionCodec {

    CloneAction() {
        super("clone", ActionAttrs.CLONE, ANY_LENGTH);
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(");
        NestedActions.parse(in, attribute(), out, context);
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        ActionsText.format(out.append("clone("), payload, context);
        out.append(')');
    }
}
