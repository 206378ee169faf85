package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Overwrites a header: {@code set(ipv4(ttl=63))}. Immutable.
 *
 * <p>Where not all bits are given the action is {@code OVS_ACTION_ATTR_SET_MASKED}, which has a mask behind the value.
 */
final class SetAction extends ActionCodec {

    SetAction() {
        super("set", ActionAttrs.SET, ANY_LENGTH);
    }

    @Override
    boolean fits(byte[] payload) {
        return Attributes.of(payload).entries().size() == 1;
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(");
        int start = in.position();
        KeyWriter writer = new KeyWriter();
        MatchText.parseKey(in, writer, context.deeper());
        in.expect(")");
        Attributes.Entry key = only(writer.key());
        Attributes.Entry mask = only(writer.mask());
        switch (key.type()) {
            case KeyNumbers.ENCAP -> throw in.failureAt(start, "a header that can be set, which encap is not");
            case KeyNumbers.TUNNEL -> {
                checkUnmasked(in, start, mask);
                put(out, ActionAttrs.SET, key.type(), key.payload());
            }
            case KeyNumbers.NSH -> putNested(out, key, mask);
            default -> putPlain(out, key, mask);
        }
    }

    private static Attributes.Entry only(MessageWriter writer) {
        return Attributes.of(writer.toByteArray()).entries().get(0);
    }

    /** The kernel has no masked way for tunnels, so that a mask would be lost without a word. */
    private static void checkUnmasked(TextCursor in, int start, Attributes.Entry mask) {
        for (Attributes.Entry part : Attributes.of(mask.payload()).entries()) {
            boolean isPlain = part.type() != TunnelNumbers.VXLAN_OPTS && part.type() != TunnelNumbers.ERSPAN_OPTS;
            if (isPlain && !isExact(part.payload()) && part.type() != TunnelNumbers.GENEVE_OPTS) {
                throw in.failureAt(start, "a tunnel without masks, since it is set as a whole");
            }
        }
    }

    private static void putPlain(MessageWriter out, Attributes.Entry key, Attributes.Entry mask) {
        if (isExact(mask.payload())) {
            put(out, ActionAttrs.SET, key.type(), key.payload());
        } else {
            put(out, ActionAttrs.SET_MASKED, key.type(), joined(key.payload(), mask.payload()));
        }
    }

    private static void putNested(MessageWriter out, Attributes.Entry key, Attributes.Entry mask) {
        Attributes masks = Attributes.of(mask.payload());
        boolean isExact = masks.entries().stream().allMatch(part -> isExact(part.payload()));
        if (isExact) {
            put(out, ActionAttrs.SET, key.type(), key.payload());
            return;
        }
        MessageWriter parts = MessageWriter.onHeap();
        for (Attributes.Entry part : Attributes.of(key.payload()).entries()) {
            byte[] counted = masks.find(part.type());
            parts.putBytes(part.type(), joined(part.payload(), counted == null ? part.payload() : counted));
        }
        put(out, ActionAttrs.SET_MASKED, key.type(), parts.toByteArray());
    }

    private static void put(MessageWriter out, int action, int type, byte[] payload) {
        int mark = out.begin(action);
        out.putBytes(type, payload);
        out.end(mark);
    }

    private static byte[] joined(byte[] value, byte[] mask) {
        byte[] both = Arrays.copyOf(value, value.length + mask.length);
        System.arraycopy(mask, 0, both, value.length, mask.length);
        return both;
    }

    private static boolean isExact(byte[] mask) {
        return MaskedBytes.of(mask, mask).isExact();
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        Attributes.Entry key = Attributes.of(payload).entries().get(0);
        append(out, key.type(), key.payload(), null, context.withVerbose(true));
    }

    static void append(StringBuilder out, int type, byte[] value, byte @Nullable [] mask, TextContext context) {
        MatchText.formatKey(
                out.append("set("), type, value, mask, context.withoutNames().deeper());
        out.append(')');
    }
}
