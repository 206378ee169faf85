package io.jnetlink.ovs.upcall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeDatagram;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.cases.CaseFile;
import io.jnetlink.testkit.cases.FieldCase;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases about upcalls. */
public class UpcallCasesTest {

    /** The cases. */
    public static Stream<FieldCase> streams() throws IOException {
        return CaseFile.read("ovs.jsonl")
                .filter(c -> c.json().path("fault").asText().equals("OVS-25"));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("streams")
    void stream(FieldCase c) {
        FakeKernel kernel = FakeKernel.silent();
        ManualLoop loop = new ManualLoop();
        RecordingHandler handler =
                new RecordingHandler(upcall -> assertThat(upcall.packetLength()).isEqualTo(61));
        NetlinkConfig config = NetlinkConfig.builder(SocketOptions.generic().toBuilder()
                        .datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
                        .build())
                .syscalls(kernel)
                .build();
        int family = c.json().at("/families/ovs_packet").asInt();
        int datapath = c.json().at("/op/dp").asInt();
        try (UpcallSockets sockets = UpcallSockets.open(config, family, datapath, handler, List.of(loop))) {
            for (JsonNode item : c.json().path("script")) {
                if (item.has("error")) {
                    kernel.socket().deliverError(Errno.ENOBUFS);
                } else {
                    byte[] datagram =
                            HexFormat.of().parseHex(item.path("datagram").asText());
                    kernel.socket()
                            .deliver(FakeDatagram.of(datagram)
                                    .from(item.path("from_portid").asLong()));
                }
            }
            loop.turn();

            assertThat(handler.failures).isEmpty();
            UpcallCounters counters = sockets.counters();
            assertThat(counters.misses()).isEqualTo(c.expected().path("upcalls").asLong());
            assertThat(counters.overruns())
                    .isEqualTo(c.expected().path("overruns").asLong());
            assertThat(sockets.ended().isDone()).isFalse();
        }
    }
}
