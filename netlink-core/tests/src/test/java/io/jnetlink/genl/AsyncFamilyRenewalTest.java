package io.jnetlink.genl;

import static io.jnetlink.genl.FamilyKernel.FLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.client.AsyncLimits;
import io.jnetlink.client.AsyncNetlinkClient;
import io.jnetlink.client.ClosedClientException;
import io.jnetlink.client.Dump;
import io.jnetlink.client.DumpListener;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.ExtendedAck;
import io.jnetlink.client.ManualLoop;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.links.Link;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Families that come back with another number while an asynchronous client uses them. */
class AsyncFamilyRenewalTest {

    private final FamilyKernel families = new FamilyKernel().has(FLOW, 30);
    private final ManualLoop loop = new ManualLoop();
    private final GenericNetlink generic = families.openDeaf();
    private final AsyncNetlinkClient client = generic.openAsync(loop, AsyncLimits.DEFAULT);

    @BeforeEach
    void theNumberIsKnown() {
        assertThat(generic.family(FLOW).id()).isEqualTo(30);
    }

    @AfterEach
    void everythingIsClosed() {
        client.close();
        loop.run();
        generic.close();
        assertThat(families.kernel().openDescriptors()).isZero();
    }

    @Test
    void requestsAreSentOnceMoreWithTheNewNumber() {
        families.has(FLOW, 31);
        List<CompletableFuture<ExtendedAck>> futures = IntStream.range(0, 3)
                .mapToObj(i -> client.acknowledge(FamilyKernel.request()))
                .toList();
        loop.turn();

        assertThat(futures).allSatisfy(f -> assertThat(f).isCompleted());
        assertThat(families.asked()).filteredOn(FLOW::equals).hasSize(3);
        assertThat(generic.family(FLOW).id()).isEqualTo(31);
    }

    @Test
    void soAreDumpsAndStreams() {
        families.has(FLOW, 31);
        CompletableFuture<Dump<Link>> dump = client.dump(FamilyKernel.request(), DumpPolicy.failing());
        loop.turn();
        assertThat(dump.join().messages()).hasSize(1);

        DumpListener<Link> listener = new DumpListener<>();
        client.stream(FamilyKernel.request()).subscribe(listener);
        loop.turn();
        families.has(FLOW, 32);
        listener.request(10);
        loop.turn();
        assertThat(listener.items()).hasSize(1);
        assertThat(listener.isComplete()).isTrue();
    }

    @Test
    void anAbsentFamilyIsNamed() {
        families.lost(FLOW);
        CompletableFuture<ExtendedAck> request = client.acknowledge(FamilyKernel.request());
        DumpListener<Link> listener = new DumpListener<>();
        client.stream(FamilyKernel.request()).subscribe(listener);
        loop.turn();
        assertThatThrownBy(request::join).hasCauseInstanceOf(UnknownFamilyException.class);

        assertThat(listener.failure()).isNull();
        listener.request(1);
        loop.turn();
        assertThat(listener.failure()).isInstanceOf(UnknownFamilyException.class);
        // From now on the look-up of who asks fails.
        assertThatThrownBy(client.acknowledge(FamilyKernel.request())::join)
                .hasCauseInstanceOf(UnknownFamilyException.class);
    }

    @Test
    void whatAFamilySaysOfItsObjectsStands() {
        families.withoutObjects();
        CompletableFuture<ExtendedAck> request = client.acknowledge(FamilyKernel.request());
        loop.turn();

        assertThatThrownBy(request::join).hasCauseInstanceOf(NotFoundException.class);
        assertThat(families.asked()).containsExactly(FLOW);
    }

    @Test
    void closingOrCancellingDuringTheLookUpEndsIt() {
        families.has(FLOW, 31);
        CompletableFuture<ExtendedAck> cancelled = client.acknowledge(FamilyKernel.request());
        families.beforeLookUp(() -> cancelled.cancel(false));
        loop.turn();
        assertThat(families.asked()).containsExactly("unknown");

        families.has(FLOW, 32);
        CompletableFuture<ExtendedAck> closed = client.acknowledge(FamilyKernel.request());
        families.beforeLookUp(client::close);
        loop.turn();
        assertThat(closed).isDone();
        assertThatThrownBy(client.acknowledge(FamilyKernel.request())::join)
                .hasCauseInstanceOf(ClosedClientException.class);
    }
}
