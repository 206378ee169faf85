package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.StateEvent.Change;
import io.jnetlink.client.StateEvent.Snapshot;
import io.jnetlink.client.netty.EpollSocketLoop;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.routes.Route;
import io.jnetlink.routes.RouteFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Feeds and the running kernel. */
@InNetworkNamespace
class StateFeedKernelTest {

    private static final long PATIENCE_SECONDS = 20;

    private static final StateSource LINKS =
            StateSource.of("links", List.of(LinkFamily.list()), FakeLinks.FOLD, LinkFamily.GROUP);
    private static final StateSource ROUTES = StateSource.of(
            "routes",
            List.of(RouteFamily.list()),
            StateFold.byKey(RouteFamily.GETROUTE, RouteFamily.DELROUTE_NTF, Route::key),
            RouteFamily.GROUP);

    private static NetlinkConfig config(NetworkNamespace namespace) {
        return NetlinkConfig.builder(SocketOptions.route()).namespace(namespace).build();
    }

    private static void takeAll(StateFeed feed, StateMirror mirror) {
        Optional<StateEvent> event = feed.next(Duration.ZERO);
        while (event.isPresent()) {
            mirror.take(event.get());
            event = feed.next(Duration.ZERO);
        }
    }

    private static Map<String, Integer> linksByName(NetlinkClient client) {
        return client.dump(LinkFamily.list(), DumpPolicy.retrying(3)).messages().stream()
                .collect(Collectors.toMap(link -> link.attributes().name(), Link::index));
    }

    private static Map<String, Integer> linksByName(StateMirror mirror) {
        Map<String, Integer> links = new HashMap<>();
        mirror.entries().forEach((key, message) -> {
            if (message.type() == FakeLinks.NEWLINK) {
                Link link = message.body(LinkFamily.GETLINK);
                links.put(link.attributes().name(), link.index());
            }
        });
        return links;
    }

    @Test
    void linksAndRoutesInOneState(NetworkNamespace namespace, NamespaceShell shell) {
        shell.run("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
        shell.run("ip", "route", "add", "blackhole", "192.0.2.1/32");
        StateMirror mirror = new StateMirror();
        try (NetlinkClient client = NetlinkClient.open(config(namespace));
                StateFeed feed = client.follow(ResyncPolicy.defaults(), LINKS, ROUTES)) {
            takeAll(feed, mirror);
            Snapshot start = mirror.snapshots().get(0);
            assertThat(start.entries()).extracting(StateEntry::source).contains(LINKS, ROUTES);
            assertThat(linksByName(mirror)).isEqualTo(linksByName(client)).containsKeys("lo", "v0", "v1");

            shell.run("ip", "link", "set", "v0", "name", "w0");
            shell.run("ip", "route", "replace", "blackhole", "192.0.2.1/32", "proto", "99");
            shell.run("ip", "link", "add", "v2", "type", "veth", "peer", "name", "v3");
            shell.run("ip", "link", "delete", "w0");
            takeAll(feed, mirror);

            assertThat(mirror.snapshots()).hasSize(1);
            assertThat(linksByName(mirror)).isEqualTo(linksByName(client)).containsOnlyKeys("lo", "v2", "v3");
            assertThat(mirror.entries().values().stream()
                            .filter(m -> m.is(RouteFamily.GETROUTE))
                            .map(m -> m.body(RouteFamily.GETROUTE).protocol()))
                    .containsExactly(99);
            shell.run("ip", "route", "delete", "blackhole", "192.0.2.1/32");
            takeAll(feed, mirror);
            assertThat(mirror.entries()).hasSize(3);
        }
    }

    @Test
    void aLoopTellsTheSame(NetworkNamespace namespace, NamespaceShell shell) throws Exception {
        IoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        BlockingQueue<StateEvent> events = new LinkedBlockingQueue<>();
        Collector collector = new Collector(events);
        try (AsyncNetlinkClient client = AsyncNetlinkClient.open(config(namespace), EpollSocketLoop.of(group))) {
            client.follow(ResyncPolicy.defaults(), LINKS).subscribe(collector);
            Snapshot start = (Snapshot) events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(start.entries()).isNotEmpty();
            shell.run("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
            Change first = (Change) events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(first.kind()).isEqualTo(Change.Kind.ADDED);
            collector.subscription.cancel();
        } finally {
            assertThat(group.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    /** Takes whatever comes. */
    private static final class Collector implements Flow.Subscriber<StateEvent> {

        private final BlockingQueue<StateEvent> events;
        private volatile Flow.Subscription subscription;

        Collector(BlockingQueue<StateEvent> events) {
            this.events = events;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(StateEvent event) {
            events.add(event);
        }

        @Override
        public void onError(Throwable error) {
            throw new AssertionError(error);
        }

        @Override
        public void onComplete() {
            throw new AssertionError("state has no end");
        }
    }
}
