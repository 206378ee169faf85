package io.jnetlink.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this process holds of things that a garbage collector does not give back by itself.
 *
 * @param descriptors open ones
 * @param directMemory bytes of direct buffers
 * @param reserved bytes of the address space that receive buffers are reserved in
 * @param threads names of those that live
 */
record ProcessResources(long descriptors, long directMemory, long reserved, Set<String> threads) {

    private static final long MORE_THAN_A_STACK_KIB = 3 << 10;

    static ProcessResources now() {
        return new ProcessResources(openDescriptors(), directBytes(), reservedBytes(), liveThreads());
    }

    /** Descriptors with the one that listing them takes, which is the same each time. */
    private static long openDescriptors() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long directBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    /** What must not be backed by huge pages is a receive buffer, or the stack of a thread, which is a good deal smaller. */
    private static long reservedBytes() {
        long kibibytes = 0;
        long last = 0;
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/self/smaps"));
            for (String line : lines) {
                if (line.startsWith("Size:")) {
                    last = Long.parseLong(line.replaceAll("\\D", ""));
                } else if (line.startsWith("VmFlags:") && line.contains(" nh") && last >= MORE_THAN_A_STACK_KIB) {
                    kibibytes += last;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kibibytes << 10;
    }

    private static Set<String> liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName() + " " + thread.getId())
                .collect(Collectors.toSet());
    }
}
