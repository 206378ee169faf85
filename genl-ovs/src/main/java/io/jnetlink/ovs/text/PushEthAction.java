package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;
import java.util.Arrays;

/** Adds an Ethernet header: {@code push_eth(src=…,dst=…)}. Immutable. */
final class PushEthAction extends ActionCodec {

    private static final int MAC = 6;

    PushEthAction() {
        super("push_eth", ActionAttrs.PUSH_ETH, 2 * MAC);
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(src=");
        byte[] addresses = Arrays.copyOf(AddressNotation.MAC.address(in), 2 * MAC);
        in.expect(",dst=");
        System.arraycopy(AddressNotation.MAC.address(in), 0, addresses, MAC, MAC);
        in.expect(")");
        out.putBytes(attribute(), addresses);
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        AddressNotation.MAC.append(out.append("push_eth(src="), Arrays.copyOf(payload, MAC));
        AddressNotation.MAC.append(out.append(",dst="), Arrays.copyOfRange(payload, MAC, 2 * MAC));
        out.append(')');
    }
}
