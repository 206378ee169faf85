package io.jnetlink.ovs.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.route.RtNetlink;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.cases.CaseAssertions;
import io.jnetlink.testkit.cases.CaseFile;
import io.jnetlink.testkit.cases.FieldCase;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases about the MTU of a tunnel's device, which is set by route netlink. */
class MtuCasesTest {

    private static final SocketOptions SMALL = SocketOptions.route().toBuilder()
            .datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
            .build();

    static Stream<FieldCase> streams() throws IOException {
        return CaseFile.read("ovs.jsonl")
                .filter(c -> c.json().at("/op/op").asText().equals("link.set_mtu"));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("streams")
    void stream(FieldCase c) {
        JsonNode op = c.json().path("op");
        FakeKernel kernel = FakeKernel.respondingBy((socket, request) -> {
                    int sequence =
                            request.duplicate().order(ByteOrder.nativeOrder()).getInt(8);
                    assertThat(request.duplicate()
                                    .order(ByteOrder.nativeOrder())
                                    .getShort(4))
                            .isEqualTo((short)
                                    c.json().at("/script/0/await_send/type").asInt());
                    byte[] answer = HexFormat.of()
                            .parseHex(c.json().at("/script/1/datagram").asText());
                    socket.deliver(ScriptedKernel.addressed(answer, sequence, socket.portId()));
                })
                .withVirtualTime();
        LinkMessage change = LinkMessage.builder()
                .header(h -> h.ifiIndex(op.path("index").asInt()))
                .attributes(a -> a.mtu(op.path("mtu").asLong()))
                .build();
        try (RtNetlink route =
                RtNetlink.open(NetlinkConfig.builder(SMALL).syscalls(kernel).build())) {
            KernelRejectedException refusal = catchThrowableOfType(
                    KernelRejectedException.class, () -> route.links().change(change));
            assertThat(refusal).isNotNull();
            CaseAssertions.refusal(c.expected(), refusal);
        }
    }
}
