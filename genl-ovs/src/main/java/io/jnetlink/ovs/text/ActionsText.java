package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;

/** Reads and writes lists of actions. */
final class ActionsText {

    private static final String GENERIC = "action";
    private static final String DROP = "drop";

    private ActionsText() {}

    /**
     * Reads up to {@code end}, which stays; an empty one stands for the end of the text.
     *
     * <p>{@code drop} alone is an empty list: that is how it is printed, and what makes every kernel drop packets.
     */
    static void parse(TextCursor in, String end, MessageWriter out, TextContext context) {
        in.skipDelimiters();
        if (skipLoneDrop(in, end)) {
            return;
        }
        while (!isAt(in, end)) {
            parseAction(in, out, context.deeper());
            if (!in.isAtDelimiter() && !isAt(in, end)) {
                throw in.failure(end.isEmpty() ? "a comma or the end of the text" : "a comma or \"" + end + "\"");
            }
            in.skipDelimiters();
        }
    }

    private static boolean isAt(TextCursor in, String end) {
        return end.isEmpty() ? in.atEnd() : in.looksAt(end);
    }

    private static boolean skipLoneDrop(TextCursor in, String end) {
        int start = in.position();
        if (in.peek(DROP.length()).equalsIgnoreCase(DROP)) {
            in.advance(DROP.length());
            in.skipDelimiters();
            if (isAt(in, end)) {
                return true;
            }
            in.moveTo(start);
        }
        return false;
    }

    private static void parseAction(TextCursor in, MessageWriter out, TextContext context) {
        context.checkDepth(in);
        String piece = in.peekPiece();
        if (!in.isAtDigit() && context.accepted().numberOf(piece).isPresent() && !isCalled(in, piece)) {
            putOutput(out, PortText.named(in, context, ", \t\r\n()"));
            return;
        }
        if (in.isAtDigit()) {
            putOutput(out, PortText.parse(in, context, ""));
            return;
        }
        String name = in.peekWord();
        ActionCodec codec = ActionTable.get().byName(name);
        if (codec != null) {
            in.advance(name.length());
            codec.parse(in, out, context);
        } else {
            parseGeneric(in, out);
        }
    }

    /** Whether arguments follow, so that it is no port even if a port has the name of an action. */
    private static boolean isCalled(TextCursor in, String piece) {
        return in.peek(piece.length() + 1).endsWith("(");
    }

    private static void putOutput(MessageWriter out, long port) {
        out.putU32(ActionAttrs.OUTPUT, port, ByteOrder.nativeOrder());
    }

    private static void parseGeneric(TextCursor in, MessageWriter out) {
        int start = in.position();
        int number = GenericText.numberAt(in, GENERIC);
        if (number < 0) {
            throw in.failureAt(
                    start, "an action (" + ActionTable.get().names() + "), a port number or the name of a port");
        }
        ActionCodec known = ActionTable.get().byNumber(number);
        if (known != null || number == ActionAttrs.OUTPUT) {
            throw in.failureAt(
                    start, "the action's own form (" + (known == null ? "a port number" : known.name()) + ")");
        }
        byte[] payload = {};
        if (in.skip("(")) {
            payload = GenericText.bytes(in);
            in.expect(")");
        }
        out.putBytes(number, payload);
    }

    /** Writes a list; {@code drop} if it is empty. */
    static void format(StringBuilder out, byte[] actions, TextContext context) {
        if (actions.length == 0) {
            out.append(DROP);
            return;
        }
        String separator = "";
        for (Attributes.Entry action : Attributes.of(actions).entries()) {
            formatAction(out.append(separator), action, context.deeper());
            separator = ",";
        }
    }

    /** Writes one action; as bytes if it has no name, another length, or is broken inside. */
    private static void formatAction(StringBuilder out, Attributes.Entry action, TextContext context) {
        byte[] payload = action.payload();
        if (action.type() == ActionAttrs.OUTPUT && payload.length == Integer.BYTES) {
            context.appendPort(out, MaskedBytes.of(payload, null).value(ByteOrder.nativeOrder()));
            return;
        }
        ActionCodec codec = ActionTable.get().byNumber(action.type());
        int start = out.length();
        try {
            if (codec != null && !context.isTooDeep() && codec.fits(payload)) {
                codec.format(out, payload, context);
                return;
            }
        } catch (MalformedMessageException e) {
            out.setLength(start);
        }
        out.append(GENERIC).append(action.type());
        if (payload.length > 0) {
            out.append('(').append(Attributes.SPACED.formatHex(payload)).append(')');
        }
    }
}
