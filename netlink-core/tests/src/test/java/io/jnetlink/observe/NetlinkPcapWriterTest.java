package io.jnetlink.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.client.MessageObserver;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetlinkPcapWriterTest {

    private static final Instant NOW = Instant.parse("2038-02-01T00:00:00.123456789Z");

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private NetlinkPcapWriter writer() throws IOException {
        return NetlinkPcapWriter.to(file, InstantSource.fixed(NOW));
    }

    private static void sent(MessageObserver tap, byte[] message) {
        tap.sent(NetlinkBuffer.wrap(message), 0, message.length);
    }

    private static void received(MessageObserver tap, byte[] message) {
        tap.received(NetlinkBuffer.wrap(message), 0, message.length);
    }

    @Test
    void messagesComeBackAsTheyWere() throws IOException {
        byte[] request = Messages.link(Messages.NEWLINK, 5);
        byte[] reply = Messages.message(0x1c, 0, 4242, out -> out.appendZeros(4));
        try (NetlinkPcapWriter writer = writer()) {
            sent(writer.tap(SocketOptions.ROUTE), request);
            received(writer.tap(SocketOptions.GENERIC), reply);
        }

        assertThat(PcapFile.read(file.toByteArray()))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(
                        new PcapFile.Packet(NOW, 7, 0, 16 + request.length, request),
                        new PcapFile.Packet(NOW, 6, 16, 16 + reply.length, reply));
    }

    @Test
    void theLinkHeaderIsInNetworkOrder() throws IOException {
        try (NetlinkPcapWriter writer = writer()) {
            sent(writer.tap(16), Messages.message(99, 0, 0, out -> {}));
        }

        assertThat(file.toByteArray())
                .hasSize(24 + 16 + 16 + 16)
                .endsWith(Messages.message(99, 0, 0, out -> {}))
                .containsSequence(0, 7, 0x03, 0x38, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16);
    }

    @Test
    void aMessageInTheMiddleOfABufferIsCutOutAndPadded() throws IOException {
        byte[] bytes = new byte[60];
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes);
        buffer.putZeros(0, 60);
        MessageHeader.put(buffer, 20, 18, 99, 0, 1, 0);
        buffer.putU8(36, 0xaa);
        buffer.putU8(37, 0xbb);
        buffer.putU8(38, 0xcc);
        try (NetlinkPcapWriter writer = writer()) {
            writer.tap(0).received(buffer, 20, 18);
        }

        assertThat(PcapFile.read(file.toByteArray())).singleElement().satisfies(packet -> {
            assertThat(packet.payload()).hasSize(20).endsWith(0xaa, 0xbb, 0, 0);
            assertThat(packet.originalLength()).isEqualTo(36);
        });
    }

    @Test
    void whatIsTooLongForAnalysersIsCutOff() throws IOException {
        byte[] huge = new byte[NetlinkPcapWriter.MAX_PACKET];
        huge[NetlinkPcapWriter.MAX_PACKET - 17] = 1;
        huge[NetlinkPcapWriter.MAX_PACKET - 16] = 2;
        try (NetlinkPcapWriter writer = writer()) {
            sent(writer.tap(0), huge);
            sent(writer.tap(0), Messages.link(Messages.NEWLINK, 5));
        }

        List<PcapFile.Packet> packets = PcapFile.read(file.toByteArray());
        assertThat(packets).hasSize(2);
        assertThat(packets.get(0).payload())
                .hasSize(NetlinkPcapWriter.MAX_PACKET - 16)
                .endsWith(1);
        assertThat(packets.get(0).originalLength()).isEqualTo(NetlinkPcapWriter.MAX_PACKET + 16);
    }

    @Test
    void aFileOnDiskTakesAWholeDump(@TempDir Path directory) throws IOException {
        Path path = directory.resolve("netlink.pcap");
        Instant before = Instant.now();
        try (NetlinkPcapWriter writer = NetlinkPcapWriter.create(path)) {
            NetlinkConfig config = NetlinkConfig.builder(SocketOptions.route())
                    .syscalls(FakeKernel.answering(Messages::dumpFor).withVirtualTime())
                    .observer(writer.tap(SocketOptions.ROUTE))
                    .build();
            try (NetlinkClient client = NetlinkClient.open(config)) {
                client.dump(LinkFamily.list());
            }
            assertThat(PcapFile.read(path)).as("before the file is closed").hasSize(3);
        }

        List<PcapFile.Packet> packets = PcapFile.read(path);
        assertThat(packets).extracting(PcapFile.Packet::toKernel).containsExactly(true, false, false);
        assertThat(packets)
                .extracting(p -> MessageHeader.type(NetlinkBuffer.wrap(p.payload()), 0))
                .containsExactly(Messages.GETLINK, Messages.NEWLINK, MessageHeader.DONE);
        assertThat(packets).allSatisfy(p -> assertThat(p.time()).isBetween(before, Instant.now()));
    }

    @Test
    void severalClientsWriteIntoOneFile() throws Exception {
        int threads = 4;
        int each = 500;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        try (NetlinkPcapWriter writer = writer()) {
            List<? extends Future<?>> done = IntStream.range(0, threads)
                    .mapToObj(protocol -> pool.submit(() -> {
                        start.await();
                        MessageObserver tap = writer.tap(protocol);
                        for (int i = 0; i < each; i++) {
                            sent(tap, Messages.message(99, 0, protocol, out -> {}));
                        }
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (Future<?> future : done) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(PcapFile.read(file.toByteArray()))
                .hasSize(threads * each)
                .allSatisfy(p -> assertThat(p.payload()).isEqualTo(Messages.message(99, 0, p.protocol(), out -> {})));
    }

    @Test
    void nothingIsWrittenAfterTheEnd() throws IOException {
        NetlinkPcapWriter writer = writer();
        MessageObserver tap = writer.tap(0);
        writer.close();
        sent(tap, Messages.link(Messages.NEWLINK, 5));
        writer.close();

        assertThat(PcapFile.read(file.toByteArray())).isEmpty();
    }

    @Test
    void aFullDiskDisturbsNobodyAndIsToldInTheEnd() throws IOException {
        FullDisk disk = new FullDisk();
        NetlinkPcapWriter writer = NetlinkPcapWriter.to(disk);
        MessageObserver tap = writer.tap(0);
        disk.full = true;

        assertThatCode(() -> {
                    sent(tap, Messages.link(Messages.NEWLINK, 5));
                    received(tap, Messages.link(Messages.NEWLINK, 5));
                })
                .doesNotThrowAnyException();
        assertThat(disk.attempts).isEqualTo(1);
        assertThatThrownBy(writer::close).isInstanceOf(IOException.class).hasMessage("no space left");
        assertThat(disk.closed).isTrue();
        assertThatCode(writer::close).doesNotThrowAnyException();
    }

    private static final class FullDisk extends OutputStream {

        private boolean full;
        private boolean closed;
        private int attempts;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (full) {
                attempts++;
                throw new IOException("no space left");
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
