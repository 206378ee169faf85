package io.jnetlink;

import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** Bytes as tests write them: hexadecimal, with blanks and bars where the reader needs them. */
public final class Hex {

    private Hex() {}

    public static byte[] bytes(String... lines) {
        return HexFormat.of().parseHex(String.join("", lines).replaceAll("[ |]", ""));
    }

    public static String text(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Bytes of a little-endian machine. */
    public static NetlinkBuffer little(String... lines) {
        return NetlinkBuffer.wrap(bytes(lines), ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes of a big-endian machine. */
    public static NetlinkBuffer big(String... lines) {
        return NetlinkBuffer.wrap(bytes(lines), ByteOrder.BIG_ENDIAN);
    }
}
