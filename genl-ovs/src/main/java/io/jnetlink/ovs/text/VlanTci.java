package io.jnetlink.ovs.text;

import java.util.Set;

/** The sixteen bits of a VLAN tag: {@code vid=1,pcp=0,cfi=1}. The last one says that there is a tag, and is left out. */
final class VlanTci {

    private static final BitField VID = new BitField(0, 12);
    private static final BitField CFI = new BitField(12, 1);
    private static final BitField PCP = new BitField(13, 3);

    private VlanTci() {}

    /** A tag of which nothing but its presence counts. */
    static MaskedBytes present() {
        MaskedBytes tci = MaskedBytes.zeros(Short.BYTES);
        CFI.put(tci, 1, 1);
        return tci;
    }

    /** The field here, with its name and {@code =} passed over. */
    static BitField fieldAt(TextCursor in) {
        if (in.skip("vid=")) {
            return VID;
        }
        if (in.skip("pcp=")) {
            return PCP;
        }
        if (in.skip("cfi=")) {
            return CFI;
        }
        throw in.failure("vid=, pcp=, cfi= or \")\"");
    }

    /** Whether identifier and priority are among the fields. */
    static boolean hasNeeded(Set<BitField> fields) {
        return fields.contains(VID) && fields.contains(PCP);
    }

    static void format(StringBuilder out, MaskedBytes tci, boolean verbose) {
        append(out, "vid", VID, tci, verbose);
        append(out, "pcp", PCP, tci, verbose);
        if (CFI.value(tci) == 0) {
            out.append("cfi=0");
        }
        KeyCodec.dropComma(out);
    }

    private static void append(StringBuilder out, String name, BitField field, MaskedBytes tci, boolean verbose) {
        if (!verbose && field.value(tci) == 0 && field.mask(tci) == 0) {
            return;
        }
        out.append(name).append('=').append(field.value(tci));
        if (!field.isExact(tci)) {
            NumberStyle.PREFIXED_HEX.append(out.append('/'), field.mask(tci));
        }
        out.append(',');
    }
}
