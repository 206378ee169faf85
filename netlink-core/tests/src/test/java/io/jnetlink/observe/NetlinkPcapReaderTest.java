package io.jnetlink.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetlinkPcapReaderTest {

    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00.123456789Z");

    private static List<CapturedPacket> read(byte[] file) throws IOException {
        List<CapturedPacket> packets = new ArrayList<>();
        try (NetlinkPcapReader reader = NetlinkPcapReader.from(new ByteArrayInputStream(file))) {
            for (Optional<CapturedPacket> p = reader.next(); p.isPresent(); p = reader.next()) {
                packets.add(p.get());
            }
        }
        return packets;
    }

    private static byte[] written(byte[]... messages) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (NetlinkPcapWriter writer = NetlinkPcapWriter.to(file, InstantSource.fixed(NOW))) {
            for (byte[] message : messages) {
                writer.tap(16).sent(NetlinkBuffer.wrap(message), 0, message.length);
            }
        }
        return file.toByteArray();
    }

    /** A capture of one packet in microseconds, as another program would write it. */
    private static byte[] foreign(ByteOrder order, int linkType, int direction, int hardware, byte[] payload) {
        ByteBuffer file = ByteBuffer.allocate(24 + 16 + 16 + payload.length).order(order);
        file.putInt(MICROSECONDS).putShort((short) 2).putShort((short) 4).putLong(0);
        file.putInt(65_535).putInt(linkType);
        file.putInt(1_000).putInt(999_999).putInt(16 + payload.length).putInt(16 + payload.length + 4);
        file.order(ByteOrder.BIG_ENDIAN).putShort((short) direction).putShort((short) hardware);
        file.put(new byte[10]).putShort((short) 12).put(payload);
        return file.array();
    }

    /** Header of a message in a given byte order. */
    private static byte[] header(ByteOrder order, int flags) {
        return ByteBuffer.allocate(16)
                .order(order)
                .putInt(16)
                .putShort((short) 99)
                .putShort((short) flags)
                .array();
    }

    @Test
    void readsWhatTheWriterWrote(@TempDir Path directory) throws IOException {
        byte[] one = Messages.link(Messages.NEWLINK, 5);
        byte[] two = Messages.message(99, 0, 0, out -> {});
        Path file = Files.write(directory.resolve("netlink.pcap"), written(one, two));

        try (NetlinkPcapReader reader = NetlinkPcapReader.open(file)) {
            assertThat(reader.next()).hasValueSatisfying(packet -> {
                assertThat(packet.time()).isEqualTo(NOW);
                assertThat(packet.direction()).isEqualTo(MessageDirection.TO_KERNEL);
                assertThat(packet.protocol()).isEqualTo(16);
                assertThat(packet.bytes().bytes(0, packet.bytes().capacity())).isEqualTo(one);
                assertThat(packet.truncated()).isFalse();
            });
            assertThat(reader.next()).isPresent();
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void readsCapturesOfMachinesOfEitherByteOrder() throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] file = foreign(order, 253, 6, 824, header(order, 1));

            assertThat(read(file)).singleElement().satisfies(packet -> {
                assertThat(packet.time()).isEqualTo(Instant.ofEpochSecond(1_000, 999_999_000));
                assertThat(packet.direction()).isEqualTo(MessageDirection.FROM_KERNEL);
                assertThat(packet.protocol()).isEqualTo(12);
                assertThat(packet.truncated()).isTrue();
                MessageReader messages = new MessageReader().wrap(packet.bytes(), 0, 16);
                assertThat(messages.next()).isTrue();
                assertThat(messages.type()).isEqualTo(99);
            });
        }
    }

    @Test
    void aDirectionThatIsNotToldFollowsFromTheMessage() throws IOException {
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;

        assertThat(read(foreign(order, 253, 4, 824, header(order, 0x301))))
                .singleElement()
                .extracting(CapturedPacket::direction)
                .isEqualTo(MessageDirection.TO_KERNEL);
        assertThat(read(foreign(order, 253, 4, 824, header(order, 2))))
                .singleElement()
                .extracting(CapturedPacket::direction)
                .isEqualTo(MessageDirection.FROM_KERNEL);
        assertThat(read(foreign(order, 253, 4, 824, new byte[3])))
                .singleElement()
                .extracting(CapturedPacket::direction)
                .isEqualTo(MessageDirection.FROM_KERNEL);
    }

    @Test
    void otherTrafficOfACookedCaptureIsPassedOver() throws IOException {
        assertThat(read(foreign(ByteOrder.LITTLE_ENDIAN, 113, 0, 1, new byte[40])))
                .isEmpty();
        assertThat(read(foreign(ByteOrder.LITTLE_ENDIAN, 113, 6, 824, new byte[40])))
                .hasSize(1);
    }

    @Test
    void whatIsNoSuchCaptureIsRefused() throws IOException {
        assertThatThrownBy(() -> read(new byte[3]))
                .isInstanceOf(IOException.class)
                .hasMessage("not a pcap file: only 3 bytes");
        assertThatThrownBy(() -> read(new byte[24]))
                .isInstanceOf(IOException.class)
                .hasMessage("not a pcap file: starts with 0x0");
        byte[] next = ByteBuffer.allocate(24).putInt(0x0a0d0d0a).array();
        assertThatThrownBy(() -> read(next)).hasMessageContaining("editcap -F pcap");
        assertThatThrownBy(() -> read(foreign(ByteOrder.BIG_ENDIAN, 1, 6, 824, new byte[0])))
                .hasMessage("a capture of link type 1, not of netlink (253)");
    }

    @Test
    void aCaptureThatEndsInTheMiddleSaysSo() throws IOException {
        byte[] file = written(Messages.link(Messages.NEWLINK, 5));

        assertThat(read(Arrays.copyOf(file, 24))).isEmpty();
        for (int length : new int[] {25, 39, 40, file.length - 1}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(file, length)))
                    .as("%d bytes", length)
                    .isInstanceOf(EOFException.class);
        }
    }

    @Test
    void aPacketOfAbsurdLengthIsRefusedBeforeMemoryIsTaken() throws IOException {
        byte[] file = written(Messages.link(Messages.NEWLINK, 5));
        ByteBuffer.wrap(file).order(ByteOrder.nativeOrder()).putInt(32, -1);

        assertThatThrownBy(() -> read(file)).hasMessage("a packet of 4294967295 bytes, more than 262144");
    }
}
