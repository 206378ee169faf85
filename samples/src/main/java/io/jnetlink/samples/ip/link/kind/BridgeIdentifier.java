package io.jnetlink.samples.ip.link.kind;

import io.jnetlink.route.link.IflaBridgeId;

/** Spanning-tree identifiers as text: priority, dot, address without leading zeros. Stateless. */
final class BridgeIdentifier {

    private BridgeIdentifier() {}

    static String of(IflaBridgeId id) {
        StringBuilder text = new StringBuilder(String.format("%04x.", id.prio()));
        byte[] address = id.addr().toByteArray();
        for (int i = 0; i < address.length; i++) {
            text.append(i == 0 ? "" : ":").append(Integer.toHexString(address[i] & 0xff));
        }
        return text.toString();
    }
}
