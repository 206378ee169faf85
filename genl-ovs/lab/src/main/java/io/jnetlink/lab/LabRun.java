package io.jnetlink.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One boot of the lab: hands the tests over, follows what happens to them, and cleans up.
 *
 * <p>The system properties {@code jnetlink.lab.memory} and {@code jnetlink.lab.timeout} (seconds) bound it.
 *
 * <p>Not thread-safe.
 */
final class LabRun {

    private static final String MEMORY = System.getProperty("jnetlink.lab.memory", "2G");
    private static final String TIMEOUT = System.getProperty("jnetlink.lab.timeout", "900");
    private static final long POLL_MILLIS = 50;

    private final KernelLab lab;
    private final Replay replay;

    LabRun(KernelLab lab, Replay replay) {
        this.lab = lab;
        this.replay = replay;
    }

    void run(List<MirrorDescriptor> tests) {
        String end;
        try {
            Path directory = Files.createTempDirectory("jnetlink-lab-tests");
            try {
                end = run(tests, directory);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            end = "the kernel lab could not be run: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end = "the thread that waits for the kernel lab was interrupted";
        }
        replay.conclude(end);
    }

    private String run(List<MirrorDescriptor> tests, Path directory) throws IOException, InterruptedException {
        Files.write(
                directory.resolve(GuestLauncher.SELECTION),
                tests.stream().map(MirrorDescriptor::originalId).toList());
        Path events = Files.createFile(directory.resolve(GuestLauncher.EVENTS));
        Process process = new ProcessBuilder(lab.commandLine(
                        List.of("--mem", MEMORY, "--timeout", TIMEOUT, "--out", directory.toString()),
                        GuestJava.command(directory, tests)))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        Thread onExit = new Thread(process::destroy, "jnetlink-lab-exit");
        Runtime.getRuntime().addShutdownHook(onExit);
        OutputPump output = OutputPump.start(process.getInputStream(), System.out);
        OutputPump errors = OutputPump.start(process.getErrorStream(), System.err);
        try (EventFile file = EventFile.open(events)) {
            boolean running = true;
            while (running) {
                running = !process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                file.readNew().forEach(replay::accept);
            }
        } finally {
            if (process.isAlive()) { // to destroy one that has ended would close its output
                process.destroy();
            }
            Runtime.getRuntime().removeShutdownHook(onExit);
        }
        output.await();
        return "the kernel lab ended with status " + process.waitFor() + "\n" + errors.await();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
