package io.jnetlink.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.Request;
import io.jnetlink.message.Operation;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkMessageView;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MessageFlags;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a link's refusal without a text is explained by; the explainer is found as a service. */
class LinkRefusalsTest {

    private static final Map<String, Operation<LinkMessage, LinkMessageView>> OPERATIONS = Map.of(
            "newlink", RtLink.NEWLINK,
            "dellink", RtLink.DELLINK,
            "getlink", RtLink.GETLINK,
            "newlinkprop", RtLink.NEWLINKPROP,
            "dellinkprop", RtLink.DELLINKPROP);

    private static Optional<String> explanation(Request<LinkMessage, LinkMessageView> request, int errno) {
        FakeKernel kernel = FakeKernel.answering(r -> List.of(refusal(r, errno)));
        NetlinkConfig config =
                NetlinkConfig.builder(SocketOptions.route()).syscalls(kernel).build();
        try (RtNetlink route = RtNetlink.open(config)) {
            return catchThrowableOfType(
                            KernelRejectedException.class, () -> route.client().acknowledge(request))
                    .explanation();
        }
    }

    private static byte[] refusal(ByteBuffer request, int errno) {
        ByteBuffer error = ByteBuffer.allocate(36).order(ByteOrder.nativeOrder());
        error.putInt(36).putShort((short) 2).putShort((short) MessageFlags.CAPPED);
        error.putInt(request.getInt(8)).putInt(0).putInt(-errno);
        for (int i = 0; i < 16; i++) {
            error.put(request.get(i));
        }
        return error.array();
    }

    private static Request<LinkMessage, LinkMessageView> change(Consumer<LinkAttrs.Builder> attributes) {
        return Request.of(
                RtLink.NEWLINK, LinkMessage.builder().attributes(attributes).build());
    }

    private static int number(String errno) {
        return Errno.named(errno).orElseThrow().number();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "getlink|ENODEV|no link of this name or index",
                "dellink|ENODEV|no link of this name or index",
                "dellink|EOPNOTSUPP|belongs to a driver",
                "newlink|EEXIST|has this name already",
                "newlink|ENODEV|no link of this name or index",
                "newlink|EADDRNOTAVAIL|link-layer address",
                "newlink|ENFILE|template",
                "newlink|ELOOP|circle",
                "newlink|EMLINK|levels deep",
                "newlink|ENETDOWN|below it is down",
                "newlink|EBUSY|is up, or something uses it",
                "newlink|EADDRINUSE|UDP port",
                "newlinkprop|EEXIST|names is taken",
                "newlinkprop|ENODEV|no link",
                "dellinkprop|ENOENT|no such alternative name"
            })
    void byOperationAndNumber(String operation, String errno, String words) {
        LinkMessage body = LinkMessage.builder().build();

        assertThat(explanation(Request.of(OPERATIONS.get(operation), body), number(errno)))
                .hasValueSatisfying(text -> assertThat(text).contains(words));
    }

    @Test
    void byWhatTheRequestHolds() {
        assertThat(explanation(change(a -> a.netNsPid(77)), Errno.ESRCH))
                .contains("there is no process 77, whose network namespace it shall go to");
        assertThat(explanation(change(a -> a.netNsFd(9999)), Errno.EBADF))
                .hasValueSatisfying(text -> assertThat(text).startsWith("descriptor 9999 of this process is not open"));
        assertThat(explanation(change(a -> a.mtu(70_000)), Errno.EINVAL))
                .contains("an MTU of 70000 bytes is not possible for this link");
        assertThat(explanation(change(a -> a.linkinfo(i -> i.kind("nosuch"))), Errno.EOPNOTSUPP))
                .hasValueSatisfying(text -> assertThat(text).contains("no links of kind nosuch"));
    }

    @Test
    void makingIsAnotherMatterThanChanging() {
        LinkMessage indexed = LinkMessage.builder().header(h -> h.ifiIndex(12)).build();
        Request<LinkMessage, LinkMessageView> make =
                Request.of(RtLink.NEWLINK, indexed).withFlags(MessageFlags.CREATE);

        assertThat(explanation(make, Errno.EBUSY)).contains("index 12 is taken by a link");
        assertThat(explanation(make, Errno.ENODEV))
                .hasValueSatisfying(text -> assertThat(text).contains("lower device or a master"));
    }

    @Test
    void whatItDoesNotKnowIsLeftToTheCore() {
        assertThat(explanation(change(a -> a.ifname("x")), Errno.EPERM))
                .hasValueSatisfying(text -> assertThat(text).contains("CAP_NET_ADMIN"));
        assertThat(explanation(change(a -> a.ifname("x")), Errno.ERANGE)).isEmpty();
        assertThat(explanation(change(a -> a.ifname("x")), Errno.ESRCH)).isEmpty();
    }
}
