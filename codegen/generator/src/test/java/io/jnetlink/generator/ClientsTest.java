package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.client.Dump;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.Notification;
import io.jnetlink.client.Request;
import io.jnetlink.client.Subscription;
import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.generator.testing.Sources;
import io.jnetlink.message.MessageBody;
import io.jnetlink.message.Operation;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.spec.SpecLoader;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client class of a family: what each method sends, and what it makes of the answer. */
class ClientsTest {

    private static final int SIZE = 7;

    private final GeneratedFamily family = GeneratedFamily.construct("clients");
    private final FakeKernel kernel = FakeKernel.answering(ClientsTest::answer);
    private final NetlinkClient client = NetlinkClient.open(
            NetlinkConfig.builder(SocketOptions.route()).syscalls(kernel).build());
    private final Dynamic things = family.construct("ClientsClient", client);

    @AfterEach
    void close() {
        client.close();
    }

    /** Two things to a dump, one to a question, none to a command. */
    private static List<byte[]> answer(ByteBuffer request) {
        ByteBuffer in = request.order(ByteOrder.nativeOrder());
        MessageWriter out = MessageWriter.onHeap();
        int type = in.getShort(4);
        boolean dump = (in.getShort(6) & MessageFlags.DUMP) == MessageFlags.DUMP;
        int reply = type == 18 ? 16 : 21;
        int count = dump ? 2 : type == 18 || type == 22 ? 1 : 0;
        for (int i = 0; i < count; i++) {
            int message = out.beginMessage(reply, dump ? MessageFlags.MULTI : 0, in.getInt(8), 1);
            thing(out, reply == 16, i);
            out.endMessage(message);
        }
        int end = out.beginMessage(dump ? MessageHeader.DONE : MessageHeader.ERROR, 0, in.getInt(8), 1);
        out.appendZeros(dump ? 4 : 20);
        out.endMessage(end);
        return List.of(out.toByteArray());
    }

    private static void thing(MessageWriter out, boolean withHeader, int index) {
        if (withHeader) {
            out.buffer().putU32(out.appendZeros(4), index);
        }
        out.putU32(1, SIZE + index, ByteOrder.nativeOrder());
    }

    private Object message(int index) {
        return family.builder("ThingsMessage")
                .fill("header", h -> h.set("index", (long) index))
                .build()
                .target();
    }

    private ByteBuffer sent() {
        List<byte[]> all = kernel.sockets().get(0).sent();
        return ByteBuffer.wrap(all.get(all.size() - 1)).order(ByteOrder.nativeOrder());
    }

    private void assertSent(int type, int flags, int bodyLength) {
        assertThat(sent().getShort(4)).isEqualTo((short) type);
        assertThat(sent().getShort(6)).isEqualTo((short) flags);
        assertThat(sent().getInt(0)).isEqualTo(MessageHeader.SIZE + bodyLength);
    }

    @Test
    void aCommandAnswersNothing() {
        assertThat(things.get("newThing", message(5))).isNull();

        assertSent(16, MessageFlags.REQUEST | MessageFlags.ACK | MessageFlags.CREATE, 4);
        assertThat(sent().getInt(16)).isEqualTo(5);
    }

    @Test
    void moreFlagsGoOutBesideTheUsualOnes() {
        things.get("newThing", message(5), MessageFlags.EXCL);

        assertSent(16, MessageFlags.REQUEST | MessageFlags.ACK | MessageFlags.CREATE | MessageFlags.EXCL, 4);
    }

    @Test
    void aQuestionHasOneAnswer() {
        Optional<?> answer = (Optional<?>) things.get("getThing", message(5));

        assertSent(18, MessageFlags.REQUEST | MessageFlags.ACK, 4);
        assertThat(new Dynamic(answer.orElseThrow()).nest("attributes").get("size"))
                .isEqualTo((long) SIZE);
        assertThat((Optional<?>) things.get("getThing", message(5), MessageFlags.ECHO))
                .isPresent();
        assertSent(18, MessageFlags.REQUEST | MessageFlags.ACK | MessageFlags.ECHO, 4);
    }

    @Test
    void aDumpIsAListOfValues() {
        Dump<?> all = (Dump<?>) things.get("getThingDump");

        assertSent(18, MessageFlags.REQUEST | MessageFlags.DUMP, 4);
        assertThat(all.messages())
                .extracting(m -> new Dynamic(m).nest("header").get("index"))
                .containsExactly(0L, 1L);
        assertThat(((Dump<?>) things.get("getThingDump", message(9))).messages())
                .isEqualTo(all.messages());
        assertThat(sent().getInt(16)).isEqualTo(9);
    }

    @Test
    void aDumpGoesThroughOneView() {
        List<Object> seen = new ArrayList<>();
        List<Object> views = new ArrayList<>();
        Consumer<Object> visitor = view -> {
            views.add(view);
            seen.add(new Dynamic(view).nest("attributes").get("size"));
        };

        assertThat(things.get("getThingDump", visitor)).isEqualTo(false);
        assertThat(things.get("getThingDump", message(9), visitor)).isEqualTo(false);

        assertThat(seen).containsExactly(7L, 8L, 7L, 8L);
        assertThat(views.get(0)).isInstanceOf(family.type("ThingsMessageView")).isSameAs(views.get(1));
    }

    @Test
    void anOperationThatOnlyListsHasNoOtherMethod() {
        assertThat(((Dump<?>) things.get("countDump")).messages()).hasSize(2);
        assertThat(methods()).contains("countDump").doesNotContain("count", "thingNtf");
    }

    @Test
    void aQuestionWithoutContentNeedsNoRequest() {
        Optional<?> answer = (Optional<?>) things.get("getCount");

        assertSent(22, MessageFlags.REQUEST | MessageFlags.ACK, 0);
        assertThat(new Dynamic(answer.orElseThrow()).get("size")).isEqualTo((long) SIZE);
        assertThatThrownBy(() -> things.get("getThing")).hasMessageContaining("no ClientsClient.getThing[]");
    }

    @Test
    void takenNamesAreMended() {
        things.get("notify_");
        assertSent(24, MessageFlags.REQUEST | MessageFlags.ACK, 0);
        things.get("subscribe_");
        assertSent(25, MessageFlags.REQUEST | MessageFlags.ACK, 0);
        assertThat(methods()).contains("countDump", "countDump_Dump").doesNotContain("countDumpDump");
    }

    private Stream<String> methods() {
        return Arrays.stream(things.target().getClass().getMethods()).map(java.lang.reflect.Method::getName);
    }

    @Test
    @SuppressWarnings("unchecked")
    void notificationsAreToldApartByTheirOperations() {
        Operation<? extends MessageBody, ?> told =
                (Operation<? extends MessageBody, ?>) family.constant("Clients", "THING_NTF");
        Operation<?, ?> counts = (Operation<?, ?>) family.constant("Clients", "COUNT");
        try (Subscription news = (Subscription) things.get("subscribe", (Object) new String[] {"things"})) {
            MessageWriter out = MessageWriter.onHeap();
            int message = out.beginMessage(16, 0, 0, 0);
            thing(out, true, 4);
            out.endMessage(message);
            kernel.multicast(3, out.toByteArray());

            Notification event = (Notification) news.next(Duration.ofSeconds(5)).orElseThrow();

            assertThat(event.is(told)).isTrue();
            assertThat(event.is(counts)).isFalse();
            assertThat(new Dynamic(event.body(told)).nest("header").get("index"))
                    .isEqualTo(4L);
        }
        assertThatThrownBy(() -> Request.of((Operation<MessageBody, ?>) told, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGroupWithoutNumberCannotBeJoined() {
        assertThatThrownBy(() -> things.get("subscribe", (Object) new String[] {"numberless"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("numberless");
    }

    @Test
    void docsTellAgeAndRights() {
        String spec = GeneratedFamily.resource("/constructs/clients.yaml");
        Sources sources = Sources.of(new SpecLoader().parse("clients.yaml", spec), "docs", "clients.yaml");

        assertThat(sources.byName().get("docs.ClientsClient"))
                .contains("Since Linux 6.1. Needs {@code CAP_NET_ADMIN} in the initial user namespace.")
                .contains("told.is(Clients.THING_NTF)")
                .contains("ThingsMessage message = told.body(Clients.THING_NTF);");
        assertThat(sources.byName().get("docs.Clients")).contains("Since Linux 6.1.");
        assertThat(sources.byName().get("docs.Colour"))
                .contains("Since Linux 4.2.")
                .contains("Since Linux 5.3.");
    }
}
