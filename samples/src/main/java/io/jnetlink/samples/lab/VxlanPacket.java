package io.jnetlink.samples.lab;

import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A frame in a tunnel, as it is on the cable: Ethernet, IPv4, UDP, VXLAN, and the frame.
 *
 * <p>Immutable, as long as nobody writes into the array.
 *
 * @param source where the tunnel begins
 * @param destination where it ends
 * @param timeToLive of the outer IPv4 header
 * @param dontFragment of the outer IPv4 header
 * @param udpPort where it goes to
 * @param vni the id of the virtual network
 * @param inner the frame inside
 */
public record VxlanPacket(
        IpAddress source,
        IpAddress destination,
        int timeToLive,
        boolean dontFragment,
        int udpPort,
        int vni,
        byte[] inner) {

    private static final int ETHERNET = 14;
    private static final int ETHERTYPE_AT = 12;
    private static final int IPV4 = 0x0800;
    private static final int UDP = 17;
    private static final int UDP_LENGTH = 8;
    private static final int VXLAN_LENGTH = 8;
    private static final int VNI_IS_VALID = 0x0800_0000;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int LEAST_IPV4 = 20;
    private static final int ICMP = 1;
    private static final int ECHO_REQUEST = 8;
    private static final int ECHO_REPLY = 0;

    /** Reads a frame of the underlay; nothing, if it is no packet of the UDP port with a valid VNI. */
    public static Optional<VxlanPacket> parse(byte[] frame, int port) {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        if (!isIpv4(bytes) || protocol(bytes, ETHERNET) != UDP) {
            return Optional.empty();
        }
        int udp = ETHERNET + headerLength(bytes, ETHERNET);
        int vxlan = udp + UDP_LENGTH;
        int inner = vxlan + VXLAN_LENGTH;
        if (frame.length < inner + ETHERNET
                || Short.toUnsignedInt(bytes.getShort(udp + 2)) != port
                || (bytes.getInt(vxlan) & VNI_IS_VALID) == 0) {
            return Optional.empty();
        }
        return Optional.of(new VxlanPacket(
                address(frame, ETHERNET + 12),
                address(frame, ETHERNET + 16),
                Byte.toUnsignedInt(bytes.get(ETHERNET + 8)),
                (bytes.getShort(ETHERNET + 6) & DONT_FRAGMENT) != 0,
                port,
                bytes.getInt(vxlan + 4) >>> Byte.SIZE,
                Arrays.copyOfRange(frame, inner, frame.length)));
    }

    /** Whom the frame inside comes from. */
    public HardwareAddress innerSource() {
        return HardwareAddress.of(Arrays.copyOfRange(inner, 6, ETHERTYPE_AT));
    }

    /** Whom the frame inside goes to. */
    public HardwareAddress innerDestination() {
        return HardwareAddress.of(Arrays.copyOf(inner, 6));
    }

    /** What is in the frame inside. */
    public int innerEthertype() {
        return Short.toUnsignedInt(ByteBuffer.wrap(inner).getShort(ETHERTYPE_AT));
    }

    /** Whether the frame inside asks for an echo, from one address to another. */
    public boolean asksForEcho(IpAddress from, IpAddress to) {
        return isIcmp(ECHO_REQUEST, from, to);
    }

    /** Whether the frame inside answers to that, from one address to another. */
    public boolean answersEcho(IpAddress from, IpAddress to) {
        return isIcmp(ECHO_REPLY, from, to);
    }

    private boolean isIcmp(int type, IpAddress from, IpAddress to) {
        ByteBuffer bytes = ByteBuffer.wrap(inner);
        if (!isIpv4(bytes) || protocol(bytes, ETHERNET) != ICMP) {
            return false;
        }
        int icmp = ETHERNET + headerLength(bytes, ETHERNET);
        return inner.length > icmp
                && bytes.get(icmp) == type
                && address(inner, ETHERNET + 12).equals(from)
                && address(inner, ETHERNET + 16).equals(to);
    }

    @Override
    public String toString() {
        return source + " > " + destination + " ttl " + timeToLive + (dontFragment ? " df" : "") + " udp port "
                + udpPort + " VXLAN vni " + vni + ": " + innerSource() + " > " + innerDestination()
                + String.format(" ethertype 0x%04x, %d bytes", innerEthertype(), inner.length);
    }

    private static boolean isIpv4(ByteBuffer frame) {
        return frame.capacity() >= ETHERNET + LEAST_IPV4 && Short.toUnsignedInt(frame.getShort(ETHERTYPE_AT)) == IPV4;
    }

    private static int protocol(ByteBuffer frame, int ip) {
        return Byte.toUnsignedInt(frame.get(ip + 9));
    }

    private static int headerLength(ByteBuffer frame, int ip) {
        return (frame.get(ip) & 0x0f) * Integer.BYTES;
    }

    private static IpAddress address(byte[] frame, int at) {
        return IpAddress.of(Arrays.copyOfRange(frame, at, at + Integer.BYTES));
    }
}
