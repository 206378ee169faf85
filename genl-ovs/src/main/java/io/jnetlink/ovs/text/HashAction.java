package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;
import java.util.List;

/** Computes a hash for {@code dp_hash}: {@code hash(l4(0))} or {@code hash(sym_l4(0))}. Immutable. */
final class HashAction extends ActionCodec {

    private static final int SIZE = 8;
    /** By number of the algorithm. */
    private static final List<String> ALGORITHMS = List.of("l4", "sym_l4");
    /** An older form, still common in descriptions. */
    private static final String OLD_L4 = "hash_l4(";

    HashAction() {
        super("hash", ActionAttrs.HASH, SIZE);
    }

    @Override
    boolean fits(byte[] payload) {
        return super.fits(payload) && algorithm(payload) < ALGORITHMS.size();
    }

    private static long algorithm(byte[] payload) {
        return MaskedBytes.of(payload, null).slice(0, Integer.BYTES).value(ByteOrder.nativeOrder());
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(");
        int algorithm = algorithmAt(in);
        MaskedBytes hash = MaskedBytes.zeros(SIZE);
        hash.slice(0, Integer.BYTES).put(algorithm, 0, ByteOrder.nativeOrder());
        hash.slice(Integer.BYTES, Integer.BYTES).put(in.number(Integer.SIZE), 0, ByteOrder.nativeOrder());
        in.expect("))");
        out.putBytes(attribute(), hash.valueBytes());
    }

    private static int algorithmAt(TextCursor in) {
        for (String algorithm : ALGORITHMS) {
            if (in.skip(algorithm + "(")) {
                return ALGORITHMS.indexOf(algorithm);
            }
        }
        if (in.skip(OLD_L4)) {
            return 0;
        }
        throw in.failure("l4( or sym_l4(");
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        long basis = MaskedBytes.of(payload, null)
                .slice(Integer.BYTES, Integer.BYTES)
                .value(ByteOrder.nativeOrder());
        out.append("hash(").append(ALGORITHMS.get((int) algorithm(payload))).append('(');
        out.append(basis).append("))");
    }
}
