package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/** Adds a VLAN tag: {@code push_vlan(tpid=0x88a8,vid=1,pcp=0)}. Immutable. */
final class PushVlanAction extends ActionCodec {

    private static final int SIZE = 4;
    private static final int USUAL_TPID = 0x8100;

    PushVlanAction() {
        super("push_vlan", ActionAttrs.PUSH_VLAN, SIZE);
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(");
        MaskedBytes tag = MaskedBytes.zeros(SIZE);
        MaskedBytes tci = tag.slice(2, 2);
        MaskedBytes present = VlanTci.present();
        tci.put(present.valueBytes(), present.maskBytes());
        long tpid = USUAL_TPID;
        if (in.skip("tpid=")) {
            tpid = in.number(Short.SIZE);
            in.expect(",");
        }
        tag.slice(0, 2).put(tpid, 0, ByteOrder.BIG_ENDIAN);
        parseTci(in, tci);
        in.expect(")");
        out.putBytes(attribute(), tag.valueBytes());
    }

    private static void parseTci(TextCursor in, MaskedBytes tci) {
        Set<BitField> seen = new HashSet<>();
        do {
            BitField field = VlanTci.fieldAt(in);
            field.parseExact(in, tci);
            seen.add(field);
        } while (in.skip(","));
        if (!VlanTci.hasNeeded(seen)) {
            throw in.failure("both vid= and pcp=");
        }
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        MaskedBytes tag = MaskedBytes.of(payload, null);
        long tpid = tag.slice(0, 2).value(ByteOrder.BIG_ENDIAN);
        out.append("push_vlan(");
        if (tpid != USUAL_TPID) {
            NumberStyle.FOUR_HEX.append(out.append("tpid="), tpid);
            out.append(',');
        }
        VlanTci.format(out, tag.slice(2, 2), false);
        out.append(')');
    }
}
