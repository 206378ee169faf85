package io.jnetlink.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.SocketLoop;
import io.jnetlink.client.netty.EpollSocketLoop;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.wire.HardwareAddress;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A datapath with the hosts {@code a} and {@code b}, made before each test and taken down behind it. */
abstract class SwitchFixture {

    private static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    static final long LONG_SECONDS = 60;

    private final IoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    final SocketLoop loop = EpollSocketLoop.of(group);
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();

    SwitchNode node;
    Host a;
    Host b;

    @BeforeEach
    void build() throws IOException {
        node = SwitchNode.create("sw1");
        a = node.addHost("to-a", address(1));
        b = node.addInternalHost("to-b", address(2));
    }

    @AfterEach
    void takeDown() throws InterruptedException {
        node.close();
        assertThat(group.shutdownGracefully(0, LONG_SECONDS, TimeUnit.SECONDS).await(LONG_SECONDS, TimeUnit.SECONDS))
                .isTrue();
    }

    static InetAddress address(int last) throws UnknownHostException {
        return address(0, last);
    }

    static InetAddress address(int subnet, int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {10, 9, (byte) subnet, (byte) last});
    }

    /** Keeps what it is told. */
    class Recorder implements SwitchListener {

        @Override
        public void learned(Station station, Way way) {
            events.add("learned " + station + " at " + way);
        }

        @Override
        public void moved(Station station, Way way) {
            events.add("moved " + station + " to " + way);
        }

        @Override
        public void forgotten(Station station) {
            events.add("forgotten " + station);
        }

        @Override
        public void failed(Throwable failure) {
            failures.add(failure);
        }
    }

    LearningSwitch start(SwitchSettings settings) {
        return node.start(settings.telling(new Recorder()), loop);
    }

    static void assertPings(Host from, Host to) throws IOException {
        assertThat(from.pingUntilAnswered(to, ATTEMPTS, PATIENCE))
                .as("answer for %s from %s", from.address(), to.address())
                .isPositive();
    }

    void awaitEvent(String expected) throws InterruptedException {
        String event;
        do {
            event = events.poll(LONG_SECONDS, TimeUnit.SECONDS);
            assertThat(event).as("something that is \"%s\"", expected).isNotNull();
        } while (!event.equals(expected));
    }

    /** Looks again whenever something was told, and once a second. */
    void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONG_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            events.poll(1, TimeUnit.SECONDS);
        }
    }

    static Station station(Host host) {
        String line = new NamespaceShell(host.namespace()).run("ip", "-o", "link", "show", "dev", host.device());
        String address = line.substring(line.indexOf("link/ether ") + "link/ether ".length())
                .split(" ")[0];
        return new Station(Station.UNTAGGED, HardwareAddress.parse(address));
    }
}
