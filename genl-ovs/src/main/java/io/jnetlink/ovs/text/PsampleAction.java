package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Hands a copy of the packet to psample: {@code psample(group=12,cookie=0x0102)}. Immutable. */
final class PsampleAction extends ActionCodec {

    private static final int GROUP = 1;
    private static final int COOKIE = 2;
    private static final int MAX_COOKIE = 16;

    PsampleAction() {
        super("psample", ActionAttrs.PSAMPLE, ANY_LENGTH);
    }

    @Override
    boolean fits(byte[] payload) {
        byte[] group = Attributes.of(payload).find(GROUP);
        return group != null && group.length == Integer.BYTES;
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(group=");
        long group = in.number(Integer.SIZE);
        byte[] cookie = in.skip(",cookie=") ? cookie(in) : null;
        in.expect(")");
        put(out, group, cookie);
    }

    private static byte[] cookie(TextCursor in) {
        in.expect("0x");
        int start = in.position();
        byte[] cookie = GenericText.bytes(in);
        if (cookie.length == 0 || cookie.length > MAX_COOKIE) {
            throw in.failureAt(start, "a cookie of 1 to " + MAX_COOKIE + " bytes");
        }
        return cookie;
    }

    private void put(MessageWriter out, long group, byte @Nullable [] cookie) {
        int mark = out.begin(attribute());
        out.putU32(GROUP, group, ByteOrder.nativeOrder());
        if (cookie != null) {
            out.putBytes(COOKIE, cookie);
        }
        out.end(mark);
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        Attributes parts = Attributes.of(payload);
        long group = MaskedBytes.of(parts.get(GROUP), null).value(ByteOrder.nativeOrder());
        out.append("psample(group=").append(group);
        if (parts.has(COOKIE)) {
            out.append(",cookie=0x").append(Attributes.PLAIN.formatHex(parts.get(COOKIE)));
        }
        out.append(')');
    }
}
