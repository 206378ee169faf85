package io.jnetlink.genl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.client.AsyncLimits;
import io.jnetlink.client.AsyncNetlinkClient;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.Request;
import io.jnetlink.client.netty.EpollSocketLoop;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Generic netlink and the running kernel, blocking and asynchronous. */
@InNetworkNamespace
class GenericNetlinkKernelTest {

    private static final long PATIENCE_SECONDS = 20;

    @Test
    void bothClientsFindTheSameFamilies(NetworkNamespace namespace) throws Exception {
        IoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        try (GenericNetlink generic = GenericNetlink.open(namespace);
                AsyncNetlinkClient client = generic.openAsync(EpollSocketLoop.of(group), AsyncLimits.DEFAULT)) {
            var listed = client.dump(Request.of(Controller.GETFAMILY, Controller.all()), DumpPolicy.retrying(3))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var found = client.get(Request.of(Controller.GETFAMILY, Controller.byName("nlctrl")))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var missing = client.get(Request.of(Controller.GETFAMILY, Controller.byName("none")));

            assertThat(listed.messages().stream().map(Controller.Reply::family).toList())
                    .isEqualTo(generic.families())
                    .contains(generic.family("nlctrl"));
            assertThat(found).map(Controller.Reply::family).contains(generic.family("nlctrl"));
            assertThatThrownBy(() -> missing.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(NotFoundException.class);
        } finally {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    @Test
    void anAbsentFamilyIsNamed(NetworkNamespace namespace) {
        try (GenericNetlink generic = GenericNetlink.open(namespace)) {
            assertThatThrownBy(() -> generic.family("jnetlink-none"))
                    .isInstanceOf(UnknownFamilyException.class)
                    .hasMessage("the kernel has no generic-netlink family jnetlink-none");
            assertThat(generic.find("jnetlink-none")).isEmpty();
        }
    }

    @Test
    void newsOfFamiliesCanBeListenedTo(NetworkNamespace namespace) {
        NetlinkConfig config = NetlinkConfig.builder(SocketOptions.generic())
                .namespace(namespace)
                .build();
        FamilyTable table = new FamilyTable();
        try (GenericNetlink generic = GenericNetlink.open(namespace);
                FamilyNews news = FamilyNews.open(config, table, Duration.ZERO)) {
            assertThat(news.isListening()).isTrue();
            assertThat(generic.family("nlctrl").group("notify")).contains(Controller.NOTIFY_GROUP);
            table.put(generic.family("nlctrl"), table.edition());
            news.catchUp();
            assertThat(table.find("nlctrl")).isNotNull();
        }
    }
}
