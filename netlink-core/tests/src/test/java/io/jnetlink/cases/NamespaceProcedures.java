package io.jnetlink.cases;

import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.testkit.StuckKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Procedures about namespaces. */
final class NamespaceProcedures {

    private static final int THREADS = 4;
    private static final int VISITS = 1000;
    private static final String ONLY_INSIDE = "onlyA";

    private NamespaceProcedures() {}

    /** The threads of the pool are in the namespace of the test, and visit another one. */
    static Map<String, ?> poolThreadsStayOutside(NetworkNamespace namespace, NamespaceShell shell) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try (NetworkNamespace inside = NetworkNamespace.create()) {
            new NamespaceShell(inside).run("ip", "link", "add", ONLY_INSIDE, "type", "veth");
            // What is opened once for good shall not count.
            awaitAll(pool, List.of(() -> visit(inside, false)));
            long before = descriptors();
            List<Callable<List<String>>> visits = new ArrayList<>();
            for (int count = 0; count < VISITS; count++) {
                boolean fails = count % 3 == 0;
                visits.add(() -> visit(inside, fails));
            }
            awaitAll(pool, visits);
            List<Callable<List<String>>> looks = new ArrayList<>();
            for (int count = 0; count < 10 * THREADS; count++) {
                looks.add(NamespaceProcedures::links);
            }
            boolean strayed = awaitAll(pool, looks).contains(ONLY_INSIDE);

            Map<String, Object> measured = new HashMap<>();
            measured.put("default_ns_never_contains", strayed ? "nothing" : ONLY_INSIDE);
            measured.put("fd_growth", descriptors() - before);
            return measured;
        } finally {
            pool.shutdownNow();
        }
    }

    static Map<String, ?> stuckKernelIsNoticed(NetworkNamespace namespace, NamespaceShell shell) {
        return Map.of("suite_hangs", !StuckKernel.isNoticed());
    }

    private static List<String> visit(NetworkNamespace inside, boolean fails) {
        try {
            return inside.call(() -> {
                List<String> found = links();
                if (!found.contains(ONLY_INSIDE)) {
                    throw new AssertionError("not inside: " + found);
                }
                if (fails) {
                    throw new IOException("as planned");
                }
                return List.of();
            });
        } catch (IOException planned) {
            return List.of();
        }
    }

    private static List<String> links() {
        try (NetlinkClient client = NetlinkClient.open(NetlinkConfig.route())) {
            return client.dump(LinkFamily.list()).messages().stream()
                    .map(link -> link.attributes().name())
                    .toList();
        }
    }

    private static List<String> awaitAll(ExecutorService pool, List<Callable<List<String>>> tasks) throws Exception {
        List<Future<List<String>>> futures = new ArrayList<>();
        for (Callable<List<String>> task : tasks) {
            futures.add(pool.submit(task));
        }
        List<String> names = new ArrayList<>();
        for (Future<List<String>> future : futures) {
            names.addAll(future.get(60, TimeUnit.SECONDS));
        }
        return names;
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
