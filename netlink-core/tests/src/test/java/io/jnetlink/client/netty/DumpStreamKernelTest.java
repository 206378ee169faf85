package io.jnetlink.client.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.client.AsyncNetlinkClient;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.DumpVisitor;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.SocketLoop;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streamed and visited dumps of the running kernel, of more links than one datagram holds. */
@InNetworkNamespace
class DumpStreamKernelTest {

    private static final int LINKS = 120;
    private static final long PATIENCE_SECONDS = 20;

    private final IoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final SocketLoop loop = EpollSocketLoop.of(group);
    private AsyncNetlinkClient client;

    @BeforeEach
    void makeLinks() throws Exception {
        client = AsyncNetlinkClient.open(
                NetlinkConfig.builder(SocketOptions.route())
                        .namespace(NetworkNamespace.current())
                        .build(),
                loop);
        await(CompletableFuture.allOf(IntStream.rangeClosed(1, LINKS)
                .mapToObj(i -> client.acknowledge(LinkFamily.create(
                        Link.builder().name("x" + i).vxlan(i, 4789).build())))
                .toArray(CompletableFuture[]::new)));
    }

    @AfterEach
    void endLoop() throws InterruptedException {
        client.close();
        assertThat(group.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isTrue();
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Asks for one after the other, up to a number of them. */
    private static final class OneByOne implements Flow.Subscriber<Link> {

        private final List<String> names = new ArrayList<>();
        private final CompletableFuture<List<String>> end = new CompletableFuture<>();
        private final int most;
        private Flow.Subscription subscription;

        OneByOne(int most) {
            this.most = most;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(Link link) {
            names.add(link.attributes().name());
            if (names.size() == most) {
                subscription.cancel();
                end.complete(names);
            } else {
                subscription.request(1);
            }
        }

        @Override
        public void onError(Throwable failure) {
            end.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            end.complete(names);
        }
    }

    @Test
    void aSlowSubscriberGetsAll() throws Exception {
        OneByOne all = new OneByOne(Integer.MAX_VALUE);
        client.stream(LinkFamily.list()).subscribe(all);

        assertThat(await(all.end))
                .hasSize(LINKS + 1)
                .contains("lo", "x1", "x" + LINKS)
                .doesNotHaveDuplicates();
    }

    @Test
    void manyMayStreamAndSomeStopInTheMiddle() throws Exception {
        List<OneByOne> subscribers = IntStream.range(0, 10)
                .mapToObj(i -> new OneByOne(i % 2 == 0 ? 5 : Integer.MAX_VALUE))
                .toList();
        subscribers.forEach(s -> client.stream(LinkFamily.list()).subscribe(s));
        for (int i = 0; i < subscribers.size(); i++) {
            assertThat(await(subscribers.get(i).end)).hasSize(i % 2 == 0 ? 5 : LINKS + 1);
        }
        assertThat(await(client.get(LinkFamily.get("x7")))).isPresent();
    }

    @Test
    void aVisitorSeesAllOrStopsInTheMiddle() throws Exception {
        List<String> names = new ArrayList<>();
        DumpVisitor<LinkView> visitor = new DumpVisitor<>() {
            @Override
            public void begin() {
                names.clear();
            }

            @Override
            public boolean visit(LinkView view) {
                names.add(view.attributes().name());
                if (names.size() == 200) {
                    throw new IllegalStateException("too many");
                }
                return true;
            }
        };
        assertThat(await(client.dump(LinkFamily.list(), DumpPolicy.failing(), visitor)))
                .isFalse();
        assertThat(names).hasSize(LINKS + 1);

        CompletableFuture<Boolean> cancelled = client.dump(LinkFamily.list(), DumpPolicy.failing(), visitor);
        cancelled.cancel(false);
        CompletableFuture<Boolean> throwing = client.dump(LinkFamily.list(), DumpPolicy.failing(), new DumpVisitor<>() {
            @Override
            public void begin() {}

            @Override
            public boolean visit(LinkView view) {
                throw new IllegalStateException("not this one");
            }
        });
        assertThatThrownBy(() -> await(throwing)).hasRootCauseMessage("not this one");
        assertThat(await(client.dump(LinkFamily.list(), DumpPolicy.failing())).messages())
                .hasSize(LINKS + 1);
    }
}
