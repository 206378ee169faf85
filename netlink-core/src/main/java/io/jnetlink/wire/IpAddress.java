package io.jnetlink.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * An IPv4 or IPv6 address, told apart by its length: four or sixteen bytes, in network order.
 *
 * <p>Immutable. Unlike {@link InetAddress} it keeps an IPv4-mapped IPv6 address (::ffff:192.0.2.1) as the sixteen bytes
 * it is, never asks a name server, and never touches the network stack.
 */
public final class IpAddress implements Comparable<IpAddress> {

    private static final int V4_LENGTH = 4;
    private static final int V6_LENGTH = 16;

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @param bytes four or sixteen bytes
     * @throws InvalidFieldException if there are more or fewer
     */
    public static IpAddress of(byte... bytes) {
        if (bytes.length != V4_LENGTH && bytes.length != V6_LENGTH) {
            throw new InvalidFieldException("IP address", bytes.length + " bytes", "must have 4 or 16 bytes");
        }
        return new IpAddress(bytes.clone());
    }

    /** The same address; a scope (zone) is dropped, since netlink carries it as an interface index of its own. */
    public static IpAddress of(InetAddress address) {
        return new IpAddress(address.getAddress());
    }

    /**
     * Reads four decimal numbers joined by dots, or any text form of RFC 4291 section 2.2. Names are not looked up.
     *
     * @throws InvalidFieldException if the text is neither
     */
    public static IpAddress parse(String text) {
        byte[] bytes = text.indexOf(':') < 0 ? IpText.parseV4(text) : IpText.parseV6(text);
        if (bytes == null) {
            throw new InvalidFieldException("IP address", "\"" + text + "\"", "must be an IPv4 or IPv6 address");
        }
        return new IpAddress(bytes);
    }

    /** Four bytes long. */
    public boolean isV4() {
        return bytes.length == V4_LENGTH;
    }

    /** Sixteen bytes long. */
    public boolean isV6() {
        return bytes.length == V6_LENGTH;
    }

    /** 224.0.0.0/4 or ff00::/8. */
    public boolean isMulticast() {
        return isV4() ? (bytes[0] & 0xf0) == 0xe0 : bytes[0] == (byte) 0xff;
    }

    /** All bytes are zero. */
    public boolean isUnspecified() {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** fe80::/10; no IPv4 address counts. */
    public boolean isLinkLocalV6() {
        return isV6() && bytes[0] == (byte) 0xfe && (bytes[1] & 0xc0) == 0x80;
    }

    /** A copy of the bytes, network order. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** As the JDK's type; note that it turns an IPv4-mapped IPv6 address into an IPv4 one. */
    public InetAddress toInetAddress() {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError("the length was checked", e);
        }
    }

    /** IPv4 before IPv6, then by unsigned bytes. */
    @Override
    public int compareTo(IpAddress that) {
        int byLength = Integer.compare(bytes.length, that.bytes.length);
        return byLength != 0 ? byLength : Arrays.compareUnsigned(bytes, that.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** As {@code inet_ntop(3)} writes it. */
    @Override
    public String toString() {
        return IpText.format(bytes);
    }
}
