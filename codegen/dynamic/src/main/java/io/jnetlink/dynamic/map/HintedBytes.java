package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.DisplayHint;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Bytes as text and back: an address where the spec hints at one and the length fits, else hexadecimal digits.
 *
 * <p>Stateless.
 */
final class HintedBytes {

    private static final int UUID_LENGTH = 16;

    private HintedBytes() {}

    static String print(Optional<DisplayHint> hint, byte[] bytes) {
        boolean ip = bytes.length == 4 || bytes.length == 16;
        return switch (hint.orElse(DisplayHint.HEX)) {
            case MAC ->
                bytes.length > 0 && bytes.length <= HardwareAddress.MAX_LENGTH
                        ? HardwareAddress.of(bytes).toString()
                        : hex(bytes);
            case IPV4, IPV6, IPV4_OR_V6 -> ip ? IpAddress.of(bytes).toString() : hex(bytes);
            case UUID -> bytes.length == UUID_LENGTH ? uuid(bytes) : hex(bytes);
            case HEX, FDDI -> hex(bytes);
        };
    }

    static byte[] parse(String field, Optional<DisplayHint> hint, Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        } else if (value instanceof IpAddress address) {
            return address.toByteArray();
        } else if (value instanceof HardwareAddress address) {
            return address.toByteArray();
        }
        String text = value.toString();
        try {
            if (hint.filter(h -> h == DisplayHint.UUID).isPresent() && text.indexOf('-') >= 0) {
                UUID uuid = UUID.fromString(text);
                return ByteBuffer.allocate(UUID_LENGTH)
                        .putLong(uuid.getMostSignificantBits())
                        .putLong(uuid.getLeastSignificantBits())
                        .array();
            } else if (isIpHint(hint) && (text.indexOf('.') >= 0 || text.indexOf(':') >= 0)) {
                return IpAddress.parse(text).toByteArray();
            } else if (text.indexOf(':') >= 0) {
                return HardwareAddress.parse(text).toByteArray();
            }
            return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException(field, "\"" + text + "\"", "must be " + expected(hint));
        }
    }

    static IpAddress address(String field, Object value) {
        if (value instanceof IpAddress address) {
            return address;
        }
        try {
            return IpAddress.parse(value.toString());
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException(field, "\"" + value + "\"", "must be an address");
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static boolean isIpHint(Optional<DisplayHint> hint) {
        return hint.filter(h -> h == DisplayHint.IPV4 || h == DisplayHint.IPV6 || h == DisplayHint.IPV4_OR_V6)
                .isPresent();
    }

    private static String expected(Optional<DisplayHint> hint) {
        return switch (hint.orElse(DisplayHint.HEX)) {
            case MAC -> "a link-layer address or hexadecimal digits";
            case IPV4, IPV6, IPV4_OR_V6 -> "an address or hexadecimal digits";
            case UUID -> "a UUID or hexadecimal digits";
            case HEX, FDDI -> "hexadecimal digits";
        };
    }

    private static String uuid(byte[] bytes) {
        ByteBuffer words = ByteBuffer.wrap(bytes);
        return new UUID(words.getLong(), words.getLong()).toString();
    }
}
