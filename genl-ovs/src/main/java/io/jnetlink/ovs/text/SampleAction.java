package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteOrder;

/**
 * Does something with some of the packets: {@code sample(sample=9.7%,actions(1,2))}. Immutable.
 *
 * <p>As in Open vSwitch the share is written with one digit behind the point, while a message holds 32 bits of it.
 */
final class SampleAction extends ActionCodec {

    private static final int PROBABILITY = 1;
    private static final int ACTIONS = 2;
    private static final double ALWAYS = 0xffff_ffffL;
    private static final double PERCENT = 100;

    SampleAction() {
        super("sample", ActionAttrs.SAMPLE, ANY_LENGTH);
    }

    @Override
    boolean fits(byte[] payload) {
        Attributes parts = Attributes.of(payload);
        byte[] probability = parts.find(PROBABILITY);
        return probability != null && probability.length == Integer.BYTES && parts.has(ACTIONS);
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(sample=");
        long probability = probability(in);
        in.expect("%,actions(");
        int mark = out.begin(attribute());
        out.putU32(PROBABILITY, probability, ByteOrder.nativeOrder());
        NestedActions.parse(in, ACTIONS, out, context);
        out.end(mark);
        in.expect(")");
    }

    private static long probability(TextCursor in) {
        int start = in.position();
        String digits = in.takeWhile(c -> c >= '0' && c <= '9' || c == '.');
        double percent = digits.matches("[0-9]+(\\.[0-9]*)?|\\.[0-9]+") ? Double.parseDouble(digits) : -1;
        if (percent < 0 || percent > PERCENT) {
            throw in.failureAt(start, "a share from 0 to 100, and \"%\" behind it");
        }
        return (long) Math.floor(ALWAYS * (percent / PERCENT) + 0.5);
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        Attributes parts = Attributes.of(payload);
        long probability = MaskedBytes.of(parts.get(PROBABILITY), null).value(ByteOrder.nativeOrder());
        BigDecimal percent = new BigDecimal(PERCENT * probability / ALWAYS).setScale(1, RoundingMode.HALF_EVEN);
        out.append("sample(sample=").append(percent).append("%,actions(");
        ActionsText.format(out, parts.get(ACTIONS), context);
        out.append("))");
    }
}
