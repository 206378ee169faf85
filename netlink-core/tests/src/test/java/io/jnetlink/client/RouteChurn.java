package io.jnetlink.client;

import io.jnetlink.routes.Route;
import io.jnetlink.routes.RouteFamily;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Changes routes at full speed, and lets others wait for how far it is. */
final class RouteChurn implements Runnable {

    private static final int ROUTES = 5_000;
    private static final int FIRST_ADDRESS = 10 << 24;
    private static final int FIRST_PROTOCOL = 100;
    private static final int PROTOCOLS = 100;

    /** What is made behind all other changes. */
    static final Route.Key LAST = new Route.Key(254, 32, 0, FIRST_ADDRESS + ROUTES, 0);

    private final NetlinkConfig config;
    private final int changes;
    private final Random random;
    private final int[] protocols = new int[ROUTES];
    private long done;
    private long refused;
    private boolean ended;

    RouteChurn(NetlinkConfig config, int changes, long seed) {
        this.config = config;
        this.changes = changes;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try (NetlinkClient client = NetlinkClient.open(config)) {
            Stream<Request<?, ?>> requests = Stream.concat(
                    IntStream.range(0, changes).mapToObj(i -> next()),
                    Stream.of(RouteFamily.add(LAST.destination(), FIRST_PROTOCOL)));
            PipelineSummary summary = client.pipeline(
                    requests,
                    PipelineOptions.defaults()
                            .acknowledgingLastOnly()
                            .batchSize(64)
                            .onProgress((n, f) -> progress(n)));
            refused = summary.failures().size();
        } finally {
            end();
        }
    }

    /** Waits until so many more changes are done, or all. Returns false if all are. */
    synchronized boolean awaitMore(int more) throws InterruptedException {
        long target = done + more;
        while (done < target && !ended) {
            wait();
        }
        return !ended;
    }

    synchronized long refused() {
        return refused;
    }

    private synchronized void progress(long count) {
        done = count;
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    private Request<?, ?> next() {
        int route = random.nextInt(ROUTES);
        int address = FIRST_ADDRESS + route;
        if (protocols[route] == 0) {
            protocols[route] = FIRST_PROTOCOL + random.nextInt(PROTOCOLS);
            return RouteFamily.add(address, protocols[route]);
        }
        if (random.nextBoolean()) {
            protocols[route] = 0;
            return RouteFamily.delete(address);
        }
        // Another one than before, or there is nothing to tell.
        protocols[route] = FIRST_PROTOCOL + (protocols[route] - FIRST_PROTOCOL + 1) % PROTOCOLS;
        return RouteFamily.replace(address, protocols[route]);
    }
}
