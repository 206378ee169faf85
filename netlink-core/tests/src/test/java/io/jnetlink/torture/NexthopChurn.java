package io.jnetlink.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.Pipeline;
import io.jnetlink.client.PipelineOptions;
import io.jnetlink.client.PipelineSummary;
import io.jnetlink.nexthops.NexthopFamily;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Tokens that wander: each is a nexthop of a low or of a high number, and is made at the other place before it is deleted
 * where it was.
 *
 * <p>So at any moment every token is somewhere, and at most one is in both places. The kernel lists nexthops by number: a
 * listing that a token passes on its way down misses it in both places, and one that it passes on its way up has it twice.
 *
 * <p>Not thread-safe.
 */
final class NexthopChurn {

    private static final int BATCH = 64;

    private final NetlinkClient client;
    private final int tokens;
    private final boolean[] high;
    private final Random random = new Random(42);
    private volatile boolean stopped;

    NexthopChurn(NetlinkClient client, int tokens) {
        this.client = client;
        this.tokens = tokens;
        this.high = new boolean[tokens];
    }

    /** Makes all tokens. */
    void begin() {
        requireSuccess(
                client.pipeline(
                        IntStream.range(0, tokens).mapToObj(token -> NexthopFamily.create(place(token))),
                        PipelineOptions.defaults()),
                tokens);
    }

    /** Deletes all tokens: where there are many, the end of their namespace would take long. */
    void end() {
        requireSuccess(
                client.pipeline(
                        IntStream.range(0, tokens).mapToObj(token -> NexthopFamily.delete(place(token))),
                        PipelineOptions.defaults()),
                tokens);
    }

    /** Moves random tokens. */
    void move(int times) {
        try (Pipeline pipeline = client.pipeline(PipelineOptions.defaults().batchSize(BATCH))) {
            for (int i = 0; i < times; i++) {
                moveOne(pipeline);
            }
            requireSuccess(pipeline.finish(), 2L * times);
        }
    }

    /** Moves random tokens as fast as the kernel can, until {@link #stop()}; returns how many. */
    long moveUntilStopped() {
        long moves = 0;
        try (Pipeline pipeline = client.pipeline(PipelineOptions.defaults().batchSize(BATCH))) {
            while (!stopped) {
                moveOne(pipeline);
                moves++;
            }
            requireSuccess(pipeline.finish(), 2 * moves);
        }
        return moves;
    }

    /** May be called by any thread. */
    void stop() {
        stopped = true;
    }

    /** Which token a nexthop is. */
    int tokenOf(int id) {
        return (id - 1) % tokens;
    }

    private void moveOne(Pipeline pipeline) {
        int token = random.nextInt(tokens);
        int from = place(token);
        high[token] = !high[token];
        pipeline.submit(NexthopFamily.create(place(token)));
        pipeline.submit(NexthopFamily.delete(from));
    }

    private int place(int token) {
        return 1 + token + (high[token] ? tokens : 0);
    }

    private static void requireSuccess(PipelineSummary summary, long requests) {
        assertThat(summary.failures()).isEmpty();
        assertThat(summary.succeeded()).isEqualTo(requests);
    }
}
