package io.jnetlink.samples.ip.link;

import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;

/** Link-layer addresses as text: IP addresses for IP tunnels, else bytes in hexadecimal. Stateless. */
final class LinkAddressFormat {

    private static final int TUNNEL = 768;
    private static final int TUNNEL6 = 769;
    private static final int SIT = 776;
    private static final int IPGRE = 778;
    private static final int IP6GRE = 823;

    private LinkAddressFormat() {}

    /**
     * An address as text.
     *
     * @param type type of the device ({@code ARPHRD_} number)
     */
    static String of(HardwareAddress address, int type) {
        byte[] bytes = address.toByteArray();
        boolean v4 = bytes.length == 4 && (type == TUNNEL || type == SIT || type == IPGRE);
        boolean v6 = bytes.length == 16 && (type == TUNNEL6 || type == IP6GRE);
        return v4 || v6 ? IpAddress.of(bytes).toString() : address.toString();
    }
}
