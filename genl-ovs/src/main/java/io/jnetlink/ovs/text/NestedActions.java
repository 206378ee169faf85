package io.jnetlink.ovs.text;

import io.jnetlink.wire.MessageWriter;

/** Lists of actions inside other actions. */
final class NestedActions {

    private NestedActions() {}

    /** Reads a list and the parenthesis behind it, into a nest. */
    static void parse(TextCursor in, int attribute, MessageWriter out, TextContext context) {
        int mark = out.begin(attribute);
        ActionsText.parse(in, ")", out, context);
        out.end(mark);
        in.expect(")");
    }
}
