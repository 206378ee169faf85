package io.jnetlink.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kernel lab as seen from outside: the project's script {@code genl-ovs/lab/bin/lab}, and whether it can run here.
 *
 * <p>Immutable; thread-safe.
 */
public final class KernelLab {

    private static final Path SCRIPT = Path.of("genl-ovs", "lab", "bin", "lab");
    private static final String INSIDE = "inside";

    private final @Nullable Path script;
    private final Optional<String> obstacle;

    private KernelLab(@Nullable Path script, Optional<String> obstacle) {
        this.script = script;
        this.obstacle = obstacle;
    }

    /**
     * The lab of the project that the system property {@code jnetlink.project} names, or of the one that the working directory belongs
     * to. Runs the script once to see whether the lab can be booted.
     */
    public static KernelLab locate() {
        Path start = Path.of(System.getProperty("jnetlink.project", "")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(SCRIPT);
            if (Files.isExecutable(candidate)) {
                return at(candidate);
            }
        }
        return new KernelLab(null, Optional.of("there is no " + SCRIPT + " in " + start + " or above"));
    }

    /**
     * A lab whose script is known.
     *
     * @param script an executable file
     */
    public static KernelLab at(Path script) {
        try {
            Process process = new ProcessBuilder(script.toString(), "--check")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new KernelLab(script, process.waitFor() == 0 ? Optional.empty() : Optional.of(output));
        } catch (IOException e) {
            return new KernelLab(script, Optional.of(script + " cannot be run: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new KernelLab(script, Optional.of("interrupted while " + script + " ran"));
        }
    }

    /** Whether this program itself runs inside the lab. */
    public static boolean isInside() {
        return INSIDE.equals(System.getenv("JNETLINK_LAB"));
    }

    /** Why the lab cannot run here and what would help; empty if it can. */
    public Optional<String> obstacle() {
        return obstacle;
    }

    /**
     * The command line that runs a command in the lab.
     *
     * @param options options of the script
     * @param command the program and its arguments
     * @throws IllegalStateException if there is no script
     */
    public List<String> commandLine(List<String> options, List<String> command) {
        if (script == null) {
            throw new IllegalStateException(obstacle.orElse("no lab"));
        }
        List<String> line = new ArrayList<>();
        line.add(script.toString());
        line.addAll(options);
        line.add("--");
        line.addAll(command);
        return line;
    }
}
