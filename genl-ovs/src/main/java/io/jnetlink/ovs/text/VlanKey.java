package io.jnetlink.ovs.text;

import org.jspecify.annotations.Nullable;

/** The key of a VLAN tag. Immutable. */
final class VlanKey extends KeyCodec {

    VlanKey() {
        super("vlan", KeyNumbers.VLAN, Short.BYTES);
    }

    @Override
    void parse(TextCursor in, KeyWriter out, TextContext context) {
        MaskedBytes tci = VlanTci.present();
        while (!in.looksAt(")")) {
            VlanTci.fieldAt(in).parse(in, tci);
            if (!in.skip(",") && !in.looksAt(")")) {
                throw in.failure("\",\" or \")\"");
            }
        }
        out.put(attribute(), tci);
    }

    @Override
    void format(StringBuilder out, byte[] value, byte @Nullable [] mask, TextContext context) {
        VlanTci.format(out, MaskedBytes.of(value, mask), context.verbose());
    }
}
