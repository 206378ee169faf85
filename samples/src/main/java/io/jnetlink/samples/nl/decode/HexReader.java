package io.jnetlink.samples.nl.decode;

import io.jnetlink.samples.nl.JnlException;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Reads hexadecimal digits, in whatever way they are set apart. Stateless. */
final class HexReader {

    private HexReader() {}

    static List<Capture> read(String text) {
        String digits = text.lines()
                .map(line -> line.replaceFirst("#.*", ""))
                // As hexdump tools begin and end a line.
                .map(line ->
                        line.replaceFirst("^\\s*[0-9a-fA-F]{4,16}:\\s", " ").replaceFirst("\\s{2,}\\S*$", ""))
                .map(line -> line.replaceAll("0x|\\\\x|[\\s,:]", ""))
                .collect(Collectors.joining());
        if (digits.isEmpty()) {
            throw new JnlException("nothing to decode");
        }
        try {
            return List.of(new Capture(
                    "hex", OptionalInt.empty(), inOrder(HexFormat.of().parseHex(digits))));
        } catch (IllegalArgumentException e) {
            throw new JnlException("neither a pcap file, nor strace output, nor hexadecimal digits: " + e.getMessage());
        }
    }

    /** In the byte order in which the first length makes sense. */
    static NetlinkBuffer inOrder(byte[] bytes) {
        NetlinkBuffer own = NetlinkBuffer.wrap(bytes);
        boolean foreign = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        ByteOrder other = foreign ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        NetlinkBuffer swapped = NetlinkBuffer.wrap(bytes, other);
        return !makesSense(own) && makesSense(swapped) ? swapped : own;
    }

    private static boolean makesSense(NetlinkBuffer buffer) {
        return buffer.capacity() >= MessageHeader.SIZE
                && MessageHeader.length(buffer, 0) >= MessageHeader.SIZE
                && MessageHeader.length(buffer, 0) <= buffer.capacity();
    }
}
