package io.jnetlink.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The program that runs inside the lab: runs the tests of a list and writes what happens to them into a file. */
final class GuestLauncher {

    static final String SELECTION = "selection";
    static final String EVENTS = "events";

    private GuestLauncher() {}

    /**
     * Runs the tests.
     *
     * @param arguments the directory with the list; the file of events goes there too
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        List<UniqueIdSelector> tests = Files.readAllLines(directory.resolve(SELECTION)).stream()
                .map(DiscoverySelectors::selectUniqueId)
                .toList();
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(tests).build();
        try (EventFile events = EventFile.create(directory.resolve(EVENTS))) {
            LauncherFactory.create().execute(request, new Writer(events));
        }
        // Threads that a test left behind do not keep the kernel running.
        Runtime.getRuntime().halt(0);
    }

    /** Writes events. JUnit calls it from several threads when tests run in parallel. */
    private static final class Writer implements TestExecutionListener {

        private final EventFile events;

        Writer(EventFile events) {
            this.events = events;
        }

        @Override
        public void dynamicTestRegistered(TestIdentifier test) {
            write(TestEvent.registered(test));
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            write(TestEvent.skipped(test, reason));
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            write(TestEvent.started(test));
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            write(TestEvent.finished(test, result));
        }

        private synchronized void write(TestEvent event) {
            try {
                events.write(event);
            } catch (IOException e) {
                throw new UncheckedIOException("the event of a test cannot be handed over", e);
            }
        }
    }
}
