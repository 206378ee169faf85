package io.jnetlink.wire;

import java.util.Arrays;

/**
 * A link-layer address: six bytes of a MAC for most devices, other lengths for tunnels and InfiniBand.
 *
 * <p>Immutable. Text form is that of {@code ip link}: lower-case hexadecimal bytes joined by colons.
 */
public final class HardwareAddress {

    /** The longest the kernel has ({@code MAX_ADDR_LEN}). */
    public static final int MAX_LENGTH = 32;

    private final byte[] bytes;

    private HardwareAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @param bytes the address, at most {@link #MAX_LENGTH} bytes in practice; any length is kept
     */
    public static HardwareAddress of(byte... bytes) {
        return new HardwareAddress(bytes.clone());
    }

    /**
     * Reads bytes in hexadecimal, one or two digits each, joined by colons or dashes.
     *
     * @throws InvalidFieldException if the text is anything else
     */
    public static HardwareAddress parse(String text) {
        String[] parts = text.split("[:-]", -1);
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches("[0-9a-fA-F]{1,2}") || parts.length > MAX_LENGTH) {
                throw new InvalidFieldException(
                        "hardware address", "\"" + text + "\"", "must be hexadecimal bytes joined by colons");
            }
            bytes[i] = (byte) Integer.parseInt(parts[i], 16);
        }
        return new HardwareAddress(bytes);
    }

    /** Number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HardwareAddress that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(3 * bytes.length);
        for (byte b : bytes) {
            if (text.length() > 0) {
                text.append(':');
            }
            text.append(Character.forDigit(b >> 4 & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
        }
        return text.toString();
    }
}
