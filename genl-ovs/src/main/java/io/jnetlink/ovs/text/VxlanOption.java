package io.jnetlink.ovs.text;

import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Group policy of a VXLAN tunnel: {@code vxlan(gbp(id=10,flags=0x8))}. Immutable. */
final class VxlanOption extends KeyCodec {

    private static final int GBP = 1;

    /** The number is the host's, so that id and flags are told apart by value, not by place. */
    private static final FieldList FIELDS = new FieldList(List.of(
            FieldText.at(2, "id", NumberNotation.decimal(2, ByteOrder.BIG_ENDIAN)),
            FieldText.at(1, "flags", NumberNotation.hex(1, ByteOrder.BIG_ENDIAN))));

    VxlanOption() {
        super("vxlan", TunnelNumbers.VXLAN_OPTS, ANY_LENGTH);
    }

    @Override
    boolean fits(byte[] value, byte @Nullable [] mask) {
        byte[] policy = Attributes.of(value).find(GBP);
        return policy != null
                && policy.length == Integer.BYTES
                && Attributes.of(value).entries().size() == 1;
    }

    @Override
    void parse(TextCursor in, KeyWriter out, TextContext context) {
        if (!in.skip("gbp(")) {
            throw in.failure("\"gbp(\", the only extension of VXLAN that the kernel matches");
        }
        MaskedBytes bigEndian = MaskedBytes.zeros(Integer.BYTES);
        FIELDS.parse(in, bigEndian);
        in.expect(")");
        put(out.key(), bigEndian.value(ByteOrder.BIG_ENDIAN));
        put(out.mask(), bigEndian.mask(ByteOrder.BIG_ENDIAN));
    }

    private void put(MessageWriter out, long policy) {
        int mark = out.begin(attribute());
        out.putU32(GBP, policy, ByteOrder.nativeOrder());
        out.end(mark);
    }

    @Override
    void format(StringBuilder out, byte[] value, byte @Nullable [] mask, TextContext context) {
        MaskedBytes host = MaskedBytes.of(policy(value), mask == null ? null : policy(mask));
        MaskedBytes bigEndian = MaskedBytes.of(new byte[Integer.BYTES], mask == null ? null : new byte[Integer.BYTES]);
        bigEndian.put(host.value(ByteOrder.nativeOrder()), host.mask(ByteOrder.nativeOrder()), ByteOrder.BIG_ENDIAN);
        FIELDS.format(out.append("gbp("), bigEndian, context.verbose());
        out.append(')');
    }

    /** Zeros if there is none, or none of the right length: then nothing counts. */
    private static byte[] policy(byte[] options) {
        byte[] policy = isAllZero(options) ? null : Attributes.of(options).find(GBP);
        return policy != null && policy.length == Integer.BYTES ? policy : new byte[Integer.BYTES];
    }

    /** A mask that is missing comes as zeros, which are no attributes. */
    private static boolean isAllZero(byte[] bytes) {
        return MaskedBytes.of(bytes, bytes).isWildcard();
    }
}
