package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Families whose messages carry something between header and body, as generic netlink's do. */
class MessageFramingTest {

    private static final int TYPE = 28;

    @Test
    void requestsCarryThePrefix() {
        FakeKernel kernel =
                FakeKernel.answering(r -> List.of(KernelMessages.to(r).ack().bytes()));
        try (NetlinkClient client = open(kernel)) {
            client.acknowledge(LinkFamily.get("a1"));
        }

        ByteBuffer sent = ByteBuffer.wrap(kernel.socket().sent().get(0)).order(ByteOrder.nativeOrder());
        assertThat(sent.getInt(0)).isEqualTo(44);
        assertThat(sent.getShort(4)).isEqualTo((short) TYPE);
        assertThat(sent.get(16)).isEqualTo((byte) 18);
        assertThat(sent.get(40)).isEqualTo((byte) 'a');
    }

    @Test
    void repliesAreReadBehindThePrefix() {
        FakeKernel kernel = FakeKernel.answering(r -> List.of(reply(r, out -> {
            out.appendZeros(4);
            Link.builder().index(2).name("a1").build().writeTo(out);
        })));
        List<String> names = new ArrayList<>();
        try (NetlinkClient client = open(kernel)) {
            assertThat(client.get(LinkFamily.get("a1"))).map(Link::index).contains(2);
            client.dump(LinkFamily.list(), view -> names.add(view.attributes().name()));
        }
        assertThat(names).containsExactly("a1");
    }

    @Test
    void aReplyTooShortForThePrefixIsMalformed() {
        FakeKernel kernel = FakeKernel.answering(r -> List.of(reply(r, out -> out.appendZeros(3))));
        try (NetlinkClient client = open(kernel)) {
            assertThatThrownBy(() -> client.get(LinkFamily.get("a1")))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessage("expected a header of 4 bytes, got 3 (at offset 16)");
            assertThatThrownBy(() -> client.dump(LinkFamily.list(), view -> {}))
                    .isInstanceOf(MalformedMessageException.class);
        }
    }

    @Test
    void aTypeThatCannotBeFoundOutIsToldAndNothingIsSent() {
        FakeKernel kernel = FakeKernel.silent();
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();
        try (NetlinkClient client = NetlinkClient.open(config, new PrefixedFraming(PrefixedFraming.UNKNOWN))) {
            assertThatThrownBy(() -> client.acknowledge(LinkFamily.list())).hasMessage("no such family");
        }
        assertThat(kernel.socket().sent()).isEmpty();
    }

    @Test
    void offsetsOfRefusalsCountThePrefix() {
        FakeKernel kernel = FakeKernel.answering(r -> List.of(KernelMessages.to(r)
                .error(Errno.EINVAL, KernelMessages.number(KernelMessages.EXTACK_OFFSET, 36))
                .bytes()));
        try (NetlinkClient client = open(kernel)) {
            assertThatThrownBy(() -> client.get(LinkFamily.get("a1")))
                    .isInstanceOfSatisfying(KernelRejectedException.class, e -> {
                        assertThat(e.attributePath()).hasToString("Optional[IFLA_IFNAME]");
                        assertThat(e.request()).endsWith("ifname \"a1\"\n");
                    });
        }
    }

    private static NetlinkClient open(FakeKernel kernel) {
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();
        return NetlinkClient.open(config, new PrefixedFraming(TYPE));
    }

    /** A message that the writer fills, and the end. */
    private static byte[] reply(ByteBuffer request, Consumer<MessageWriter> body) {
        MessageWriter out = MessageWriter.onHeap();
        int mark = out.beginMessage(TYPE, 0, Integer.toUnsignedLong(request.getInt(8)), 0);
        body.accept(out);
        out.endMessage(mark);
        int end = out.beginMessage(MessageHeader.DONE, 0, Integer.toUnsignedLong(request.getInt(8)), 0);
        out.endMessage(end);
        return out.toByteArray();
    }
}
