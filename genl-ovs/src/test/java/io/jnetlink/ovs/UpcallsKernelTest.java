package io.jnetlink.ovs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.netty.EpollSocketLoop;
import io.jnetlink.lab.RequiresOpenVSwitch;
import io.jnetlink.ovs.datapath.DatapathFeatures;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.port.PortSpec;
import io.jnetlink.ovs.rule.Actions;
import io.jnetlink.ovs.rule.Flow;
import io.jnetlink.ovs.rule.FlowSpec;
import io.jnetlink.ovs.rule.Match;
import io.jnetlink.ovs.upcall.ActionUpcall;
import io.jnetlink.ovs.upcall.Execution;
import io.jnetlink.ovs.upcall.MissUpcall;
import io.jnetlink.ovs.upcall.UpcallHandler;
import io.jnetlink.ovs.upcall.UpcallMode;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceLinks;
import io.jnetlink.wire.InvalidFieldException;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packets that miss come to a handler, on a datapath whose two ports are the ends of one cable. */
@RequiresOpenVSwitch
@InNetworkNamespace(limitSeconds = 300)
class UpcallsKernelTest {

    private static final long PATIENCE_SECONDS = 30;
    private static final int ETHERTYPE = 0x88b5;

    private final IoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final AtomicLong overruns = new AtomicLong();

    private OpenVSwitch ovs;
    private Datapath datapath;
    private OvsPort near;
    private OvsPort far;

    @BeforeEach
    void open(NetworkNamespace namespace, NamespaceLinks links) {
        // Small queues, so that they run over soon.
        NetlinkConfig config = NetlinkConfig.builder(SocketOptions.generic().toBuilder()
                        .receiveBufferBytes(1 << 17)
                        .build())
                .namespace(namespace)
                .build();
        ovs = OpenVSwitch.open(config);
        datapath = ovs.datapaths().create("dp0");
        near = cable(links, "near", "far");
        far = ovs.ports().get(datapath, "far");
    }

    private OvsPort cable(NamespaceLinks links, String one, String other) {
        links.vethPair(one, other).up(one, other);
        OvsPort port = ovs.ports().add(datapath, PortSpec.device(one)).port();
        ovs.ports().add(datapath, PortSpec.device(other));
        return port;
    }

    @AfterEach
    void close() throws InterruptedException {
        ovs.close();
        assertThat(group.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isTrue();
    }

    private Upcalls upcalls(UpcallMode mode, Consumer<MissUpcall> onMiss) {
        DatapathFeatures feature =
                mode == UpcallMode.PER_CPU ? DatapathFeatures.DISPATCH_UPCALL_PER_CPU : DatapathFeatures.VPORT_PIDS;
        datapath = ovs.datapaths().setFeatures(datapath, DatapathFeatures.of(DatapathFeatures.UNALIGNED, feature));
        Upcalls upcalls = ovs.upcalls(datapath, new Recorder(onMiss), EpollSocketLoop.of(group));
        assertThat(upcalls.mode()).isEqualTo(mode);
        return upcalls;
    }

    /** Looks at packets of the test only: the kernel sends its own out of new devices. */
    private final class Recorder implements UpcallHandler {

        private final Consumer<MissUpcall> onMiss;

        Recorder(Consumer<MissUpcall> onMiss) {
            this.onMiss = onMiss;
        }

        @Override
        public void miss(MissUpcall upcall) {
            if (upcall.keyView().hasEthertype() && upcall.keyView().ethertype() == ETHERTYPE) {
                events.add("miss " + upcall.inPort() + " " + upcall.packetLength());
                onMiss.accept(upcall);
            }
        }

        @Override
        public void action(ActionUpcall upcall) {
            byte[] userdata = upcall.userdata().orElse(new byte[0]);
            events.add("action " + List.of(userdata.length, (int) userdata[0]) + " " + upcall.packetLength());
        }

        @Override
        public void lost(long count) {
            overruns.addAndGet(count);
        }

        @Override
        public void failed(Throwable failure) {
            failures.add(failure);
        }
    }

    private static byte[] packet(int length) {
        byte[] packet = new byte[length];
        packet[0] = 2;
        packet[5] = 9;
        packet[6] = 2;
        packet[11] = 8;
        packet[12] = (byte) (ETHERTYPE >> 8);
        packet[13] = (byte) ETHERTYPE;
        return packet;
    }

    private static KeyAttrs from(OvsPort port) {
        return KeyAttrs.builder().inPort(port.number()).build();
    }

    /** Out of one end, and so in by the other. */
    private void send(int length) {
        ovs.packets().execute(datapath, Execution.of(packet(length), from(far), Actions.toPort(near.number())));
    }

    private String event() throws InterruptedException {
        String event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(event).as("an upcall, with failures %s", failures).isNotNull();
        return event;
    }

    @ParameterizedTest
    @EnumSource
    void aPacketThatMissesComesWithItsPort(UpcallMode mode) throws InterruptedException {
        try (Upcalls upcalls = upcalls(mode, upcall -> {})) {
            send(100);
            assertThat(event()).isEqualTo("miss " + far.number() + " 100");
            assertThat(upcalls.counters().misses()).isPositive();
            assertThat(failures).isEmpty();
        }
        assertThat(ovs.ports().get(datapath, "far").upcallPids()).containsExactly(0L);
        assertThat(ovs.datapaths().get("dp0").perCpuPids()).allMatch(pid -> pid == 0);
    }

    @ParameterizedTest
    @EnumSource
    void aUserspaceActionGivesItsDataAlong(UpcallMode mode) throws InterruptedException {
        try (Upcalls upcalls = upcalls(mode, upcall -> {})) {
            Actions actions = mode == UpcallMode.PER_CPU
                    ? Actions.first().userspacePerCpu((byte) 7, (byte) 8)
                    : Actions.first().userspace(upcalls.portIds().get(0), (byte) 7, (byte) 8);
            ovs.packets().execute(datapath, Execution.of(packet(80), from(far), actions));
            assertThat(event()).isEqualTo("action [2, 7] 80");
            assertThat(upcalls.counters().actions()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void portsThatComeLaterHaveUpcallsToo(UpcallMode mode, NamespaceLinks links) throws InterruptedException {
        try (Upcalls upcalls = upcalls(mode, upcall -> {})) {
            OvsPort later = cable(links, "later", "farther");
            OvsPort farther = ovs.ports().get(datapath, "farther");
            Execution execution = Execution.of(packet(90), from(far), Actions.toPort(later.number()));
            String event = null;
            for (int attempt = 0; attempt < PATIENCE_SECONDS && event == null; attempt++) {
                ovs.packets().execute(datapath, execution);
                event = events.poll(1, TimeUnit.SECONDS);
            }
            assertThat(event).isEqualTo("miss " + farther.number() + " 90");
            if (mode == UpcallMode.PER_VPORT) {
                assertThat(ovs.ports().get(datapath, "farther").upcallPids()).isEqualTo(upcalls.portIds());
            }
        }
    }

    @Test
    void aMissIsAnsweredByFlowAndPacket() throws InterruptedException {
        FlowSpec spec = FlowSpec.of(Match.inPort(far.number()).ethertype(ETHERTYPE), Actions.drop());
        List<Boolean> created = Collections.synchronizedList(new ArrayList<>());
        Consumer<MissUpcall> answer = upcall -> {
            Execution execution = upcall.execution(Actions.drop());
            created.add(ovs.packets().createAndExecute(datapath, spec, execution));
            created.add(ovs.packets().createAndExecute(datapath, spec, execution));
        };
        try (Upcalls upcalls = upcalls(UpcallMode.PER_CPU, answer)) {
            send(100);
            event();
            awaitOnLoop();
            assertThat(failures).isEmpty();
            assertThat(created).containsExactly(true, false);
            send(100);
            Flow flow = ovs.flows().get(datapath, spec.id());
            while (flow.packets() == 0) {
                flow = ovs.flows().get(datapath, spec.id());
            }
            assertThat(flow.bytes()).isEqualTo(100);
            assertThat(events).isEmpty();
            assertThat(upcalls.counters().failures()).isZero();
        }
    }

    /** What the loop is at is done when this returns. */
    private void awaitOnLoop() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        group.next().execute(done::countDown);
        assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aHandlerThatThrowsStopsNothing() throws InterruptedException {
        Consumer<MissUpcall> picky = upcall -> {
            if (upcall.packetLength() == 60) {
                throw new IllegalStateException("no packets of 60 bytes");
            }
        };
        try (Upcalls upcalls = upcalls(UpcallMode.PER_CPU, picky)) {
            send(60);
            send(61);
            assertThat(event()).endsWith(" 60");
            assertThat(event()).endsWith(" 61");
            assertThat(failures.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).hasMessage("no packets of 60 bytes");
            assertThat(upcalls.counters().failures()).isEqualTo(1);
            assertThat(upcalls.ended()).isNotDone();
        }
    }

    @ParameterizedTest
    @EnumSource
    void lossIsToldAndUpcallsGoOn(UpcallMode mode) throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try (Upcalls upcalls = upcalls(mode, upcall -> await(release))) {
            for (int i = 0; i < 500; i++) {
                send(1000);
            }
            assertThat(ovs.datapaths().get("dp0").stats().nLost()).isPositive();
            release.countDown();
            // The kernel drops all that comes until the queue has been emptied.
            String last = event();
            while (!last.endsWith(" 62")) {
                last = events.poll(1, TimeUnit.SECONDS);
                if (last == null) {
                    send(62);
                    last = event();
                }
            }
            assertThat(upcalls.counters().overruns()).isEqualTo(overruns.get()).isPositive();
            assertThat(failures).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDatapathGoesWhileAHandlerRuns(UpcallMode mode) throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Consumer<MissUpcall> late = upcall -> {
            Execution execution = upcall.execution(Actions.drop());
            await(release);
            ovs.packets().createAndExecute(datapath, FlowSpec.of(Match.exact(upcall.key()), Actions.drop()), execution);
        };
        Upcalls upcalls = upcalls(mode, late);
        send(100);
        event();
        ovs.datapaths().delete(datapath);
        release.countDown();

        Throwable failure = failures.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(failure)
                .isInstanceOfSatisfying(
                        OvsException.class, e -> assertThat(e.fault()).isEqualTo(OvsFault.DATAPATH_MISSING));
        assertThat(failure).hasMessage("there is no datapath dp0");
        assertThat(upcalls.ended()).isNotDone();
        upcalls.close();
        upcalls.close();
        assertThat(upcalls.ended().isCompletedExceptionally()).isFalse();
        assertThat(ovs.datapaths().list()).isEmpty();
    }

    @Test
    void closingWhileAHandlerRunsDoesNotWait() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Upcalls upcalls = upcalls(UpcallMode.PER_CPU, upcall -> await(release));
        send(100);
        event();
        upcalls.close();
        assertThat(upcalls.ended()).isNotDone();
        release.countDown();
        upcalls.ended().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        send(100);
        assertThat(events).isEmpty();
    }

    @Test
    void upcallsOfSomebodyElseAreLeftAlone() {
        Upcalls first = upcalls(UpcallMode.PER_CPU, upcall -> {});
        try (Upcalls second = upcalls(UpcallMode.PER_CPU, upcall -> {})) {
            first.close();
            assertThat(ovs.datapaths().get("dp0").perCpuPids())
                    .containsOnly(second.portIds().get(0));
        }
    }

    @Test
    void thePacketMustFitOneAttribute() throws InterruptedException {
        try (Upcalls upcalls = upcalls(UpcallMode.PER_CPU, upcall -> {})) {
            byte[] longest = packet(Execution.LONGEST_PACKET);
            Actions up = Actions.first().userspacePerCpu((byte) 1);
            ovs.packets().execute(datapath, Execution.of(longest, from(far), up));
            assertThat(event()).isEqualTo("action [1, 1] 65531");
            assertThatThrownBy(() -> Execution.of(packet(1 << 16), from(far), up))
                    .isInstanceOf(InvalidFieldException.class)
                    .hasMessageContaining("65536 bytes")
                    .hasMessageContaining("must fit one attribute, in at most 65531 bytes");
            assertThat(upcalls.counters().actions()).isEqualTo(1);
        }
    }
}
