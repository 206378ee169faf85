package io.jnetlink.samples.ip.grammar;

import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;

/**
 * An address as {@code ip} takes it from the command line.
 *
 * <p>Immutable. An IPv4 address may have fewer than four numbers, the others being zero, and each may be octal or
 * hexadecimal. {@code default} is the zero address of the family that is already known; {@code any} stands for the same,
 * but has no bytes. Where no family is known, both are addresses of no kind.
 */
public final class AddressArgument {

    /** No family yet. */
    public static final int UNSPECIFIED = 0;

    /** {@code AF_INET}. */
    public static final int INET = 2;

    /** {@code AF_INET6}. */
    public static final int INET6 = 10;

    private static final AddressArgument NONE = new AddressArgument(UNSPECIFIED, new byte[0]);

    private final int family;
    private final byte[] bytes;

    private AddressArgument(int family, byte[] bytes) {
        this.family = family;
        this.bytes = bytes;
    }

    /** No address. */
    public static AddressArgument none() {
        return NONE;
    }

    /** The zero address of a family. */
    public static AddressArgument zero(int family) {
        return new AddressArgument(family, new byte[lengthOf(family)]);
    }

    /**
     * Reads a word.
     *
     * @param family the family it must be of, or {@link #UNSPECIFIED}
     * @throws CommandException if it is no address of that family
     */
    public static AddressArgument parse(String word, int family) {
        if (word.equals("default")) {
            return zero(family);
        }
        if (word.equals("any") || word.equals("all")) {
            return new AddressArgument(family, new byte[0]);
        }
        boolean v6 = word.indexOf(':') >= 0;
        int found = v6 ? INET6 : INET;
        byte[] bytes = family == UNSPECIFIED || family == found ? v6 ? v6(word) : v4(word) : new byte[0];
        if (bytes.length == 0) {
            throw CommandException.failed(
                    "Error: " + nameOf(family) + " address is expected rather than \"" + word + "\".");
        }
        return new AddressArgument(found, bytes);
    }

    private static byte[] v6(String word) {
        try {
            return IpAddress.parse(word).toByteArray();
        } catch (InvalidFieldException e) {
            return new byte[0];
        }
    }

    /** Four bytes, or none if the word is no address. */
    static byte[] v4(String word) {
        byte[] bytes = new byte[4];
        int at = 0;
        for (int i = 0; i < bytes.length; i++) {
            IntegerText number = IntegerText.scan(word, at, 0);
            var value = number.unsigned(0xff);
            if (number.end() == at || value.isEmpty()) {
                return new byte[0];
            }
            bytes[i] = (byte) value.getAsLong();
            at = number.end();
            if (at == word.length()) {
                return bytes;
            }
            if (word.charAt(at) != '.') {
                return new byte[0];
            }
            at++;
        }
        return new byte[0];
    }

    private static int lengthOf(int family) {
        return switch (family) {
            case INET -> 4;
            case INET6 -> 16;
            default -> 0;
        };
    }

    private static String nameOf(int family) {
        return switch (family) {
            case INET -> "inet";
            case INET6 -> "inet6";
            default -> "any valid";
        };
    }

    /** {@link #INET}, {@link #INET6} or {@link #UNSPECIFIED}. */
    public int family() {
        return family;
    }

    /** Four or sixteen bytes; none for {@code any}. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** Whether it is an IP address at all. */
    public boolean isInet() {
        return family != UNSPECIFIED;
    }

    /** Whether it is an IP multicast address. */
    public boolean isMulticast() {
        return isInet() && bytes.length > 0 && IpAddress.of(bytes).isMulticast();
    }

    /** Whether it is an IP address other than a multicast one. */
    public boolean isUnicast() {
        return isInet() && !isMulticast();
    }
}
