package io.jnetlink.ovs.upcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.packet.PacketAttrs;
import io.jnetlink.ovs.packet.PacketMessage;
import io.jnetlink.ovs.rule.Actions;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeCall;
import io.jnetlink.testkit.FakeDatagram;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class UpcallSocketsTest {

    private static final int FAMILY = 36;
    private static final int DATAPATH = 7;
    private static final int MISS = 1;
    private static final int ACTION = 2;
    private static final byte[] PACKET = new byte[61];

    static {
        for (int i = 0; i < PACKET.length; i++) {
            PACKET[i] = (byte) i;
        }
    }

    private final FakeKernel kernel = FakeKernel.silent();
    private final ManualLoop loop = new ManualLoop();

    private UpcallSockets open(UpcallHandler handler) {
        SocketOptions small = SocketOptions.generic().toBuilder()
                .datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
                .build();
        NetlinkConfig config = NetlinkConfig.builder(small).syscalls(kernel).build();
        return UpcallSockets.open(config, FAMILY, DATAPATH, handler, List.of(loop));
    }

    private static byte[] upcall(int command, int datapath, Consumer<PacketAttrs.Builder> more) {
        PacketMessage body = PacketMessage.builder()
                .header(h -> h.dpIfindex(datapath))
                .attributes(a -> {
                    a.key(k -> k.inPort(2).ethertype(0x0806));
                    more.accept(a);
                    a.packet(PACKET);
                })
                .build();
        return message(FAMILY, command, body);
    }

    private static byte[] message(int family, int command, PacketMessage body) {
        MessageWriter out = MessageWriter.onHeap();
        int message = out.beginMessage(family, 0, 0, 0);
        int header = out.appendZeros(4);
        out.buffer().putU8(header, command);
        out.buffer().putU8(header + 1, 1);
        body.writeTo(out);
        out.endMessage(message);
        return out.toByteArray();
    }

    private static byte[] miss() {
        return upcall(MISS, DATAPATH, a -> {});
    }

    @Test
    void aMissComesWithKeyAndPacket() {
        List<Object> seen = new ArrayList<>();
        RecordingHandler handler = new RecordingHandler(upcall -> {
            seen.add(upcall.inPort());
            seen.add(upcall.keyView().ethertype());
            seen.add(upcall.key());
            seen.add(upcall.datapathIndex());
            seen.add(upcall.packetLength());
            seen.add(upcall.originalLength());
            seen.add(upcall.hash().isPresent());
            seen.add(upcall.mru().isPresent());
            seen.add(upcall.hasEthernet());
            assertThat(upcall.packetBytes()).isEqualTo(PACKET);
            assertThat(upcall.packet()).isEqualTo(ByteBuffer.wrap(PACKET));
            assertThat(upcall.packet().isReadOnly()).isTrue();
        });
        try (UpcallSockets sockets = open(handler)) {
            kernel.socket().deliver(miss());
            loop.turn();

            assertThat(handler.failures).isEmpty();
            assertThat(handler.events).containsExactly("miss");
            KeyAttrs key = KeyAttrs.builder().inPort(2).ethertype(0x0806).build();
            assertThat(seen).containsExactly(2L, 0x0806, key, DATAPATH, 61, 61L, false, false, false);
            assertThat(sockets.portIds()).containsExactly(kernel.socket().portId());
            assertThat(sockets.counters()).isEqualTo(new UpcallCounters(1, 0, 0, 0, 0, 0));
        }
    }

    @Test
    void anActionComesWithWhatItGaveAlong() {
        List<ActionUpcall> upcalls = new ArrayList<>();
        RecordingHandler handler = new RecordingHandler(upcall -> {
            ActionUpcall action = (ActionUpcall) upcall;
            upcalls.add(action);
            assertThat(action.userdata()).hasValue(new byte[] {1, 2, 3});
            assertThat(action.egressTunnelKey())
                    .hasValueSatisfying(t -> assertThat(t.id()).isEqualTo(5));
            assertThat(action.actions()).hasValue(Actions.toPort(9).attributes());
            assertThat(action.mru()).hasValue(1400);
            assertThat(action.hash()).hasValue(-2L);
            assertThat(action.originalLength()).isEqualTo(2000);
        });
        try (UpcallSockets sockets = open(handler)) {
            kernel.socket()
                    .deliver(upcall(
                            ACTION,
                            DATAPATH,
                            a -> a.userdata(new byte[] {1, 2, 3})
                                    .egressTunKey(t -> t.id(5))
                                    .actions(Actions.toPort(9).attributes())
                                    .mru(1400)
                                    .len(2000)
                                    .hash(-2)));
            kernel.socket().deliver(miss());
            loop.turn();

            assertThat(handler.events).containsExactly("action", "miss");
            assertThat(sockets.counters().actions()).isEqualTo(1);
            assertThat(upcalls).hasSize(1);
        }
    }

    @Test
    void aPacketGoesBackWithItsKeyAndHash() {
        List<Execution> executions = new ArrayList<>();
        RecordingHandler handler = new RecordingHandler(upcall -> executions.add(upcall.execution(Actions.toPort(4))));
        try (UpcallSockets sockets = open(handler)) {
            kernel.socket().deliver(upcall(MISS, DATAPATH, a -> a.mru(1400).hash(77)));
            loop.turn();

            assertThat(sockets.counters().failures()).isZero();
            Execution execution = executions.get(0);
            assertThat(execution.packet()).isEqualTo(PACKET);
            assertThat(execution.key().inPort()).isEqualTo(2);
            assertThat(execution.actions().output()).isEqualTo(4);
            assertThat(execution.mru()).hasValue(1400);
            assertThat(execution.hash()).hasValue(77);
        }
    }

    @Test
    void aHandlerThatThrowsStopsNothing() {
        RuntimeException first = new IllegalStateException("first");
        Error second = new AssertionError("second");
        List<Throwable> toThrow = new ArrayList<>(List.of(first, second));
        RecordingHandler handler = new RecordingHandler(upcall -> {
            if (!toThrow.isEmpty()) {
                Throwable next = toThrow.remove(0);
                if (next instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) next;
            }
        });
        try (UpcallSockets sockets = open(handler)) {
            for (int i = 0; i < 3; i++) {
                kernel.socket().deliver(miss());
            }
            loop.turn();

            assertThat(handler.failures).containsExactly(first, second);
            assertThat(sockets.counters()).isEqualTo(new UpcallCounters(3, 0, 0, 0, 0, 2));
        }
    }

    @Test
    void aHandlerThatThrowsAtItsFailuresStopsNothing() {
        UpcallHandler hopeless = new UpcallHandler() {
            @Override
            public void miss(MissUpcall upcall) {
                throw new IllegalStateException("in miss");
            }

            @Override
            public void failed(Throwable failure) {
                throw new IllegalStateException("in failed");
            }

            @Override
            public void lost(long overruns) {
                throw new IllegalStateException("in lost");
            }
        };
        try (UpcallSockets sockets = open(hopeless)) {
            kernel.socket().deliver(miss());
            kernel.socket().deliverError(Errno.ENOBUFS);
            kernel.socket().deliver(miss());
            loop.turn();

            assertThat(sockets.counters()).isEqualTo(new UpcallCounters(2, 0, 1, 0, 0, 3));
            assertThat(sockets.ended()).isNotDone();
        }
    }

    @Test
    void lossIsToldAndReadingGoesOn() {
        RecordingHandler handler = new RecordingHandler();
        try (UpcallSockets sockets = open(handler)) {
            kernel.socket().deliverError(Errno.ENOBUFS);
            kernel.socket().deliver(miss());
            kernel.socket().deliverError(Errno.ENOBUFS);
            kernel.socket().deliver(miss());
            loop.turn();
            loop.turn();

            assertThat(handler.events).containsExactlyInAnyOrder("lost 1", "miss", "lost 1", "miss");
            assertThat(sockets.counters().overruns()).isEqualTo(2);
        }
    }

    @Test
    void whatIsNotOursIsDropped() {
        RecordingHandler handler = new RecordingHandler();
        PacketMessage body = PacketMessage.builder()
                .header(h -> h.dpIfindex(DATAPATH))
                .attributes(a -> a.key(k -> k.inPort(1)).packet(PACKET))
                .build();
        try (UpcallSockets sockets = open(handler)) {
            kernel.socket().deliver(upcall(MISS, 9, a -> {}));
            kernel.socket().deliver(message(FAMILY + 1, MISS, body));
            kernel.socket().deliver(message(FAMILY, 3, body));
            kernel.socket().deliver(FakeDatagram.of(miss()).from(4711));
            loop.turn();

            assertThat(handler.events).isEmpty();
            assertThat(sockets.counters()).isEqualTo(new UpcallCounters(0, 0, 0, 3, 0, 0));
        }
    }

    @Test
    void whatCannotBeReadIsToldAndDropped() {
        RecordingHandler handler = new RecordingHandler();
        PacketMessage noPacket = PacketMessage.builder()
                .header(h -> h.dpIfindex(DATAPATH))
                .attributes(a -> a.key(k -> k.inPort(1)))
                .build();
        byte[] cut = Arrays.copyOf(miss(), 40);
        try (UpcallSockets sockets = open(handler)) {
            kernel.socket().deliver(message(FAMILY, MISS, noPacket));
            kernel.socket().deliver(cut);
            kernel.socket().deliver(miss());
            loop.turn();

            assertThat(handler.events).containsExactly("miss");
            assertThat(handler.failures)
                    .hasSize(2)
                    .allSatisfy(f -> assertThat(f).isInstanceOf(MalformedMessageException.class));
            assertThat(sockets.counters().malformed()).isEqualTo(2);
        }
    }

    @Test
    void aPacketMayStandUnpaddedAtTheEnd() {
        byte[] padded = miss();
        byte[] unpadded = Arrays.copyOf(padded, padded.length - 3);
        ByteBuffer.wrap(unpadded).order(ByteOrder.nativeOrder()).putInt(0, unpadded.length);
        RecordingHandler handler =
                new RecordingHandler(upcall -> assertThat(upcall.packetBytes()).isEqualTo(PACKET));
        try (UpcallSockets sockets = open(handler)) {
            kernel.socket().deliver(unpadded);
            loop.turn();

            assertThat(handler.failures).isEmpty();
            assertThat(sockets.counters().misses()).isEqualTo(1);
        }
    }

    @Test
    void anUpcallIsGoodForTheCallOnly() {
        List<Upcall> kept = new ArrayList<>();
        try (UpcallSockets sockets = open(new RecordingHandler(kept::add))) {
            kernel.socket().deliver(miss());
            loop.turn();

            assertThat(sockets.counters().misses()).isEqualTo(1);
            assertThatThrownBy(() -> kept.get(0).packet()).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> kept.get(0).key()).isInstanceOf(IllegalStateException.class);
            assertThat(kept.get(0)).hasToString("upcall, dealt with");
        }
    }

    @Test
    void othersOnTheLoopGetTheirTurn() {
        RecordingHandler handler = new RecordingHandler();
        try (UpcallSockets sockets = open(handler)) {
            for (int i = 0; i < 120; i++) {
                kernel.socket().deliver(miss());
            }
            loop.turn();
            assertThat(sockets.counters().misses()).isEqualTo(50);
            loop.turn();
            loop.turn();
            assertThat(sockets.counters().misses()).isEqualTo(120);
        }
    }

    @Test
    void closingWithinACallEndsThem() {
        List<UpcallSockets> holder = new ArrayList<>();
        RecordingHandler handler = new RecordingHandler(upcall -> holder.get(0).close());
        UpcallSockets sockets = open(handler);
        holder.add(sockets);
        kernel.socket().deliver(miss());
        kernel.socket().deliver(miss());
        loop.turn();

        assertThat(handler.events).containsExactly("miss");
        assertThat(sockets.ended()).isCompleted();
        assertThat(kernel.socket().isClosed()).isTrue();
        assertThat(loop.sockets()).isZero();
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void aBrokenSocketEndsThem() {
        RecordingHandler handler = new RecordingHandler();
        UpcallSockets sockets = open(handler);
        kernel.failNext(FakeCall.RECVMSG, Errno.EBADF);
        loop.turn();

        assertThat(sockets.ended()).isCompletedExceptionally();
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Test
    void withoutALoopThereAreNone() {
        NetlinkConfig config =
                NetlinkConfig.builder(SocketOptions.generic()).syscalls(kernel).build();
        assertThatThrownBy(() -> UpcallSockets.open(config, FAMILY, DATAPATH, new RecordingHandler(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(kernel.openDescriptors()).isZero();
    }
}
