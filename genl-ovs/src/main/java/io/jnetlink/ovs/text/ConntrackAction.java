package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;

/** Takes the packet through connection tracking: {@code ct(commit,zone=5,nat(src=10.0.0.1))}. Immutable. */
final class ConntrackAction extends ActionCodec {

    static final int COMMIT = 1;
    static final int ZONE = 2;
    static final int MARK = 3;
    static final int LABELS = 4;
    static final int HELPER = 5;
    static final int NAT = 6;
    static final int FORCE_COMMIT = 7;
    static final int EVENTMASK = 8;
    static final int TIMEOUT = 9;

    /** What ovs-vswitchd always asks for beside a commit, and never prints. */
    private static final long USUAL_EVENTS = 0x487;

    static final NumberNotation MARK_TEXT = NumberNotation.hex(Integer.BYTES, ByteOrder.nativeOrder());
    static final HexNotation LABEL_TEXT = new HexNotation(16, ByteOrder.nativeOrder());

    ConntrackAction() {
        super("ct", ActionAttrs.CT, ANY_LENGTH);
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        Conntrack conntrack = new Conntrack();
        if (in.skip("(")) {
            in.skipDelimiters();
            while (!in.looksAt(")")) {
                conntrack.parsePiece(in);
                if (!in.isAtDelimiter() && !in.looksAt(")")) {
                    throw in.failure("a comma or \")\"");
                }
                in.skipDelimiters();
            }
            in.expect(")");
        }
        conntrack.writeTo(out, attribute());
    }

    @Override
    boolean fits(byte[] payload) {
        Attributes parts = Attributes.of(payload);
        return hasLength(parts, ZONE, Short.BYTES)
                && hasLength(parts, MARK, 2 * Integer.BYTES)
                && hasLength(parts, LABELS, 2 * LABEL_TEXT.size())
                && hasLength(parts, EVENTMASK, Integer.BYTES);
    }

    private static boolean hasLength(Attributes parts, int type, int length) {
        byte[] found = parts.find(type);
        return found == null || found.length == length;
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        Attributes parts = Attributes.of(payload);
        StringBuilder pieces = new StringBuilder();
        pieces.append(parts.has(COMMIT) ? "commit," : "");
        pieces.append(parts.has(FORCE_COMMIT) ? "force_commit," : "");
        if (parts.has(ZONE) && number(parts.get(ZONE)) != 0) {
            pieces.append("zone=").append(number(parts.get(ZONE))).append(',');
        }
        formatMark(pieces, parts);
        formatLabel(pieces, parts);
        if (parts.has(HELPER)) {
            pieces.append("helper=").append(text(parts.get(HELPER))).append(',');
        }
        if (parts.has(EVENTMASK) && number(parts.get(EVENTMASK)) != USUAL_EVENTS) {
            NumberStyle.HEX.append(pieces.append("eventmask="), number(parts.get(EVENTMASK)));
            pieces.append(',');
        }
        if (parts.has(TIMEOUT)) {
            pieces.append("timeout=").append(text(parts.get(TIMEOUT))).append(',');
        }
        if (parts.has(NAT)) {
            NatText.format(pieces, Attributes.of(parts.get(NAT)));
        }
        KeyCodec.dropComma(pieces);
        out.append("ct");
        if (pieces.length() > 0) {
            out.append('(').append(pieces).append(')');
        }
    }

    /** The mask is written even if it is full. */
    private static void formatMark(StringBuilder out, Attributes parts) {
        if (parts.has(MARK)) {
            MaskedBytes both = MaskedBytes.of(parts.get(MARK), null);
            NumberStyle.HEX.append(out.append("mark="), both.slice(0, 4).value(ByteOrder.nativeOrder()));
            NumberStyle.HEX.append(out.append('/'), both.slice(4, 4).value(ByteOrder.nativeOrder()));
            out.append(',');
        }
    }

    private static void formatLabel(StringBuilder out, Attributes parts) {
        if (parts.has(LABELS)) {
            MaskedBytes both = MaskedBytes.of(parts.get(LABELS), null);
            int size = LABEL_TEXT.size();
            MaskedBytes label = MaskedBytes.of(
                    both.slice(0, size).valueBytes(), both.slice(size, size).valueBytes());
            LABEL_TEXT.format(out.append("label="), label);
            out.append(',');
        }
    }

    private static long number(byte[] bytes) {
        return MaskedBytes.of(bytes, null).value(ByteOrder.nativeOrder());
    }

    private static String text(byte[] bytes) {
        return NetlinkBuffer.wrap(bytes).text(0, bytes.length);
    }
}
