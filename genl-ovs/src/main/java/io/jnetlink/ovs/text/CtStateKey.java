package io.jnetlink.ovs.text;

import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What connection tracking says about a packet: a number if the text is verbose, names of flags else. Immutable. */
final class CtStateKey extends KeyCodec {

    private static final FlagWords WORDS =
            new FlagWords(List.of("new", "est", "rel", "rpl", "inv", "trk", "snat", "dnat"));
    private static final NumberNotation NUMBER = NumberNotation.hex(Integer.BYTES, ByteOrder.nativeOrder());

    CtStateKey() {
        super("ct_state", KeyNumbers.CT_STATE, Integer.BYTES);
    }

    @Override
    void parse(TextCursor in, KeyWriter out, TextContext context) {
        if (in.looksAt(")")) {
            throw in.failure("a value for ct_state");
        }
        MaskedBytes state = MaskedBytes.zeros(Integer.BYTES);
        if (in.looksAt("*")) {
            NUMBER.parse(in, state);
        } else {
            long[] flags = WORDS.parse(in, state.ones());
            state.put(flags[0], flags[1], ByteOrder.nativeOrder());
        }
        out.put(attribute(), state);
    }

    @Override
    void format(StringBuilder out, byte[] value, byte @Nullable [] mask, TextContext context) {
        MaskedBytes state = MaskedBytes.of(value, mask);
        if (context.verbose()) {
            NUMBER.format(out, state);
        } else {
            WORDS.appendMasked(
                    out, state.value(ByteOrder.nativeOrder()), state.mask(ByteOrder.nativeOrder()), state.ones());
        }
    }
}
