package io.jnetlink.ovs.rule;

import io.jnetlink.ovs.flow.KeySctp;
import io.jnetlink.ovs.flow.KeyTcp;
import io.jnetlink.ovs.flow.KeyUdp;
import java.util.function.Consumer;

/**
 * Conditions on the ports of TCP, UDP or SCTP; what is not named may be anything.
 *
 * <p>Not thread-safe.
 */
public final class PortsMatch {

    private static final int U16 = 0xffff;

    private int src;
    private int srcMask;
    private int dst;
    private int dstMask;
    private int flags;
    private int flagsMask;

    private PortsMatch() {}

    static PortsMatch of(Consumer<PortsMatch> conditions) {
        PortsMatch ports = new PortsMatch();
        conditions.accept(ports);
        return ports;
    }

    /** From a port. */
    public PortsMatch src(int port) {
        return src(port, U16);
    }

    /** From a port that is this in the bits of a mask. */
    public PortsMatch src(int port, int bits) {
        src = port;
        srcMask = bits;
        return this;
    }

    /** To a port. */
    public PortsMatch dst(int port) {
        return dst(port, U16);
    }

    /** To a port that is this in the bits of a mask. */
    public PortsMatch dst(int port, int bits) {
        dst = port;
        dstMask = bits;
        return this;
    }

    /** With TCP flags that are these in the bits of a mask; UDP and SCTP have none, and pass it over. */
    public PortsMatch flags(int value, int bits) {
        flags = value;
        flagsMask = bits;
        return this;
    }

    KeyTcp tcpKey() {
        return new KeyTcp(src, dst);
    }

    KeyTcp tcpMask() {
        return new KeyTcp(srcMask, dstMask);
    }

    KeyUdp udpKey() {
        return new KeyUdp(src, dst);
    }

    KeyUdp udpMask() {
        return new KeyUdp(srcMask, dstMask);
    }

    KeySctp sctpKey() {
        return new KeySctp(src, dst);
    }

    KeySctp sctpMask() {
        return new KeySctp(srcMask, dstMask);
    }

    int flags() {
        return flags;
    }

    int flagsMask() {
        return flagsMask;
    }
}
