package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;
import java.util.Arrays;

/** Overwrites some bits of a header. It is read as {@link SetAction}, since the text is the same. Immutable. */
final class SetMaskedAction extends ActionCodec {

    SetMaskedAction() {
        super("set", ActionAttrs.SET_MASKED, ANY_LENGTH);
    }

    @Override
    boolean fits(byte[] payload) {
        Attributes parts = Attributes.of(payload);
        return parts.entries().size() == 1 && parts.entries().get(0).payload().length % 2 == 0;
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        throw new IllegalStateException("read as " + SetAction.class.getSimpleName());
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        Attributes.Entry key = Attributes.of(payload).entries().get(0);
        byte[] both = key.payload();
        byte[] value = key.type() == KeyNumbers.NSH ? halves(both, true) : half(both, true);
        byte[] mask = key.type() == KeyNumbers.NSH ? halves(both, false) : half(both, false);
        SetAction.append(out, key.type(), value, mask, context.withVerbose(false));
    }

    private static byte[] half(byte[] both, boolean first) {
        int middle = both.length / 2;
        return first ? Arrays.copyOf(both, middle) : Arrays.copyOfRange(both, middle, 2 * middle);
    }

    /** Of a nest, the halves of each attribute inside. */
    private static byte[] halves(byte[] nest, boolean first) {
        MessageWriter parts = MessageWriter.onHeap();
        for (Attributes.Entry part : Attributes.of(nest).entries()) {
            parts.putBytes(part.type(), half(part.payload(), first));
        }
        return parts.toByteArray();
    }
}
