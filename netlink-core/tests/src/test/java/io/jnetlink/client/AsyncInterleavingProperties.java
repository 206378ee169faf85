package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeKernel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the order of the answers, each future gets its own. */
class AsyncInterleavingProperties {

    @Property(tries = 200)
    void eachFutureGetsItsOwnAnswer(
            @ForAll @IntRange(min = 1, max = 60) int requests,
            @ForAll @IntRange(min = 1, max = 60) int inFlight,
            @ForAll long seed) {
        Random random = new Random(seed);
        FakeKernel kernel = FakeKernel.silent();
        ManualLoop loop = new ManualLoop();
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .build();
        try (AsyncNetlinkClient client =
                AsyncNetlinkClient.open(config, MessageFraming.RAW, loop, new AsyncLimits(inFlight, requests))) {
            List<CompletableFuture<Optional<Link>>> futures = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                futures.add(client.get(LinkFamily.get("a" + i)));
            }
            answerAll(kernel, loop, random, requests);
            for (int i = 0; i < requests; i++) {
                check(i, futures.get(i));
            }
        }
        loop.run();
        assertThat(kernel.openDescriptors()).isZero();
    }

    private static void check(int index, CompletableFuture<Optional<Link>> future) {
        if (index % 3 == 0) {
            assertThat(future)
                    .isCompletedExceptionally()
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withMessageContaining("refused " + index + "!");
        } else {
            assertThat(future.join()).map(Link::index).contains(index);
        }
    }

    /** Answers what is in flight in random order: a reply and an acknowledgement that may stand apart, or a refusal. */
    private static void answerAll(FakeKernel kernel, ManualLoop loop, Random random, int requests) {
        List<KernelMessages> pending = new ArrayList<>();
        int known = 0;
        loop.run();
        while (known < requests || !pending.isEmpty()) {
            List<byte[]> sent = kernel.socket().sent();
            while (known < sent.size()) {
                pending.add(0, answer(sent.get(known++)));
            }
            Collections.shuffle(pending, random);
            int batch = 1 + random.nextInt(pending.size());
            for (int i = 0; i < batch; i++) {
                kernel.socket().deliver(pending.remove(pending.size() - 1).bytes());
            }
            loop.turn();
        }
    }

    private static KernelMessages answer(byte[] request) {
        ByteBuffer bytes = ByteBuffer.wrap(request).order(ByteOrder.nativeOrder());
        // struct nlmsghdr, struct ifinfomsg, attribute header: then the name.
        String name = new String(request, 36, bytes.getShort(32) - 5, StandardCharsets.US_ASCII);
        int index = Integer.parseInt(name.substring(1));
        return index % 3 == 0
                ? KernelMessages.to(bytes).error(Errno.EINVAL, KernelMessages.text("refused " + index + "!"))
                : KernelMessages.to(bytes).link(index, name).ack();
    }
}
