package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.socket.SocketFeature;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipelines and the running kernel. */
@InNetworkNamespace(limitSeconds = 120)
class PipelineKernelTest {

    private static final int LINKS = 500;
    private static final int PORT = 4789;

    private static NetlinkClient open(NetworkNamespace namespace, SocketOptions options) {
        return NetlinkClient.open(
                NetlinkConfig.builder(options).namespace(namespace).build());
    }

    private static Request<Link, LinkView> addVxlan(int number) {
        return LinkFamily.create(
                Link.builder().name("x" + number).vxlan(number, PORT).build());
    }

    private static Request<Link, LinkView> delete(String name) {
        return Request.of(LinkFamily.DELLINK, Link.builder().name(name).build());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void addsAndDeletesManyLinks(boolean lastOnly, NetworkNamespace namespace) {
        PipelineOptions options =
                lastOnly ? PipelineOptions.defaults().acknowledgingLastOnly() : PipelineOptions.defaults();
        try (NetlinkClient client = open(namespace, SocketOptions.route())) {
            PipelineSummary added =
                    client.pipeline(IntStream.rangeClosed(1, LINKS).mapToObj(PipelineKernelTest::addVxlan), options);

            assertThat(added.failures()).isEmpty();
            assertThat(added.succeeded()).isEqualTo(LINKS);
            assertThat(client.counters().overruns()).isZero();
            assertThat(client.dump(LinkFamily.list(), DumpPolicy.retrying(3)).messages())
                    .hasSize(LINKS + 1);

            PipelineSummary deleted =
                    client.pipeline(IntStream.rangeClosed(1, LINKS).mapToObj(i -> delete("x" + i)), options);

            assertThat(deleted.failures()).isEmpty();
            assertThat(client.dump(LinkFamily.list()).messages()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void errorsInTheMiddleBelongToTheirRequests(boolean lastOnly, NetworkNamespace namespace) {
        PipelineOptions options =
                lastOnly ? PipelineOptions.defaults().acknowledgingLastOnly() : PipelineOptions.defaults();
        try (NetlinkClient client = open(namespace, SocketOptions.route())) {
            PipelineSummary summary = client.pipeline(
                    Stream.of(addVxlan(1), addVxlan(1), addVxlan(2), delete("none"), addVxlan(3)), options);

            assertThat(summary.failures()).extracting(RequestResult::index).containsExactly(1L, 3L);
            assertThat(summary.failures().get(0).refusal()).containsInstanceOf(AlreadyExistsException.class);
            assertThat(summary.failures().get(1).refusal()).containsInstanceOf(NotFoundException.class);
            assertThat(client.dump(LinkFamily.list()).messages()).hasSize(4);
        }
    }

    /** Every request fails, and errors take more memory than acknowledgements: the queue must hold them all. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFullBatchOfRefusalsFitsTheReceiveQueue(boolean capped, NetworkNamespace namespace) {
        SocketOptions options = capped
                ? SocketOptions.route()
                : SocketOptions.builder(SocketOptions.ROUTE)
                        .without(SocketFeature.CAPPED_ACK)
                        .build();
        try (NetlinkClient client = open(namespace, options)) {
            PipelineSummary summary = client.pipeline(
                    IntStream.range(0, 1_000).mapToObj(i -> delete("none")), PipelineOptions.defaults());

            assertThat(summary.failures()).hasSize(1_000);
            assertThat(client.counters().overruns()).isZero();
            assertThat(client.counters().datagramsSent()).isLessThan(10);
        }
    }

    @Test
    void aSmallReceiveQueueMakesSmallBatches(NetworkNamespace namespace) {
        SocketOptions small =
                SocketOptions.builder(SocketOptions.ROUTE).receiveBufferBytes(1).build();
        try (NetlinkClient client = open(namespace, small)) {
            PipelineSummary summary =
                    client.pipeline(IntStream.range(0, 20).mapToObj(i -> delete("none")), PipelineOptions.defaults());

            assertThat(summary.failures()).hasSize(20);
            assertThat(client.counters().overruns()).isZero();
        }
    }
}
