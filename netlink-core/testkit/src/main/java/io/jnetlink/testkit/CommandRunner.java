package io.jnetlink.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end, but not longer than a limit. */
final class CommandRunner {

    private CommandRunner() {}

    static CommandResult run(List<String> command, Duration limit) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .start();
        Collector output = Collector.start(process.getInputStream());
        Collector errors = Collector.start(process.getErrorStream());
        try {
            if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                process.destroyForcibly();
                throw new CommandTimeoutException(
                        "\"" + String.join(" ", command) + "\" did not end within " + limit.toSeconds() + " s");
            }
            return new CommandResult(process.exitValue(), output.text(limit), errors.text(limit));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new CommandTimeoutException("interrupted while \"" + String.join(" ", command) + "\" ran");
        }
    }

    /** Reads one stream to its end, so that a command never waits for its reader. */
    private static final class Collector implements Runnable {

        private final InputStream stream;
        private final Thread thread;
        private volatile String text = "";

        private Collector(InputStream stream) {
            this.stream = stream;
            this.thread = new Thread(this, "jnetlink-test-output");
        }

        static Collector start(InputStream stream) {
            Collector collector = new Collector(stream);
            collector.thread.setDaemon(true);
            collector.thread.start();
            return collector;
        }

        @Override
        public void run() {
            try {
                text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                text = "(output lost: " + e.getMessage() + ")";
            }
        }

        String text(Duration limit) throws InterruptedException {
            thread.join(limit.toMillis());
            return text;
        }
    }
}
