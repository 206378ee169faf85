package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.message.Operation;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MessageFlags;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and settings as values. */
class RequestTest {

    private static final Link A1 = Link.builder().index(2).name("a1").build();

    @Test
    void flagsAreAddedToThoseOfTheOperation() {
        Operation<Link, LinkView> plain = LinkFamily.NEWLINK;
        Operation<Link, LinkView> create =
                new Operation<>(plain.family(), plain.schema(), MessageFlags.CREATE, plain.decoder(), plain.view());

        Request<Link, LinkView> request = Request.of(create, A1);
        Request<Link, LinkView> exclusive = request.withFlags(MessageFlags.EXCL);

        assertThat(request.flags()).isEqualTo(MessageFlags.REQUEST | MessageFlags.CREATE);
        assertThat(exclusive.flags()).isEqualTo(MessageFlags.REQUEST | MessageFlags.CREATE | MessageFlags.EXCL);
        assertThat(exclusive.body()).isSameAs(A1);
        assertThat(exclusive.operation()).isSameAs(create);
    }

    @Test
    void isShownInOneLine() {
        assertThat(Request.of(LinkFamily.NEWLINK, A1))
                .hasToString("newlink {ifinfomsg: {family: 0, type: 0, index: 2, flags: <>, change: 0x0},"
                        + " ifname: \"a1\"}");
    }

    @Test
    void notificationsCannotBeRequested() {
        assertThatThrownBy(() -> Request.of(LinkFamily.LINK_EVENT, A1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("link-event is a notification: only the kernel sends it");
    }

    @Test
    void settingsCanBeContinued() {
        FakeKernel kernel = FakeKernel.silent();
        NetlinkConfig config = NetlinkConfig.builder(SocketOptions.generic())
                .timeout(Duration.ofSeconds(1))
                .syscalls(kernel)
                .build();

        NetlinkConfig other = config.toBuilder().timeout(Duration.ofSeconds(2)).build();

        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(other.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(other.syscalls()).containsSame(kernel);
        assertThat(other.socket().protocol()).isEqualTo(SocketOptions.GENERIC);
        assertThat(other.observer()).isSameAs(MessageObserver.NONE);
        assertThat(other.namespace()).isEmpty();
        assertThat(NetlinkConfig.route().timeout()).isEqualTo(NetlinkConfig.DEFAULT_TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT2562048H"})
    void timeoutsMustBePositiveAndCountableInNanoseconds(String timeout) {
        assertThatThrownBy(() -> NetlinkConfig.builder(SocketOptions.route()).timeout(Duration.parse(timeout)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(timeout);
    }
}
