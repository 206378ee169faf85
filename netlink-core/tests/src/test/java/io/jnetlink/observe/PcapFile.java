package io.jnetlink.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads captures by what the descriptions of pcap and of its link type 253 say, and by nothing that the writer knows. */
final class PcapFile {

    private static final int NANOSECONDS = 0xa1b23c4d;

    private PcapFile() {}

    /**
     * A packet.
     *
     * @param time when it was taken
     * @param direction 6 to user space, 7 to the kernel
     * @param protocol netlink protocol
     * @param originalLength bytes on the wire, its header of 16 included
     * @param payload the bytes behind the header
     */
    record Packet(Instant time, int direction, int protocol, int originalLength, byte[] payload) {

        boolean toKernel() {
            return direction == 7;
        }
    }

    static List<Packet> read(Path file) throws IOException {
        return read(Files.readAllBytes(file));
    }

    static List<Packet> read(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        ByteOrder order = in.getInt() == NANOSECONDS ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        in.order(order).position(0);
        assertThat(in.getInt()).isEqualTo(NANOSECONDS);
        assertThat(in.getShort()).as("major version").isEqualTo((short) 2);
        assertThat(in.getShort()).as("minor version").isEqualTo((short) 4);
        assertThat(in.getLong()).as("reserved").isZero();
        int limit = in.getInt();
        assertThat(in.getInt()).as("link type").isEqualTo(253);
        List<Packet> packets = new ArrayList<>();
        while (in.hasRemaining()) {
            Instant time = Instant.ofEpochSecond(Integer.toUnsignedLong(in.getInt()), in.getInt());
            int captured = in.getInt();
            int original = in.getInt();
            assertThat(captured).isBetween(16, limit).isLessThanOrEqualTo(original);
            packets.add(packet(time, original, in.slice(in.position(), captured)));
            in.position(in.position() + captured);
        }
        return packets;
    }

    private static Packet packet(Instant time, int original, ByteBuffer cooked) {
        int direction = cooked.getShort();
        assertThat(cooked.getShort()).as("ARPHRD_NETLINK").isEqualTo((short) 824);
        assertThat(cooked.getShort()).as("address length").isZero();
        assertThat(cooked.getLong()).as("address").isZero();
        int protocol = cooked.getShort();
        byte[] payload = new byte[cooked.remaining()];
        cooked.get(payload);
        return new Packet(time, direction, protocol, original, payload);
    }
}
