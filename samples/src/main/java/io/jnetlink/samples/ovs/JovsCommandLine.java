package io.jnetlink.samples.ovs;

import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsOptions;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command line, filled in by picocli: options anywhere, and the words of a command.
 *
 * <p>Not thread-safe.
 */
@Command(
        name = "jovs",
        synopsisHeading = "Usage: ",
        customSynopsis = "jovs [OPTIONS] COMMAND [ARG...]",
        description = {
            "",
            "Open vSwitch's datapaths in the kernel, in the words of ovs-dpctl(8).",
            "\"jovs list-commands\" shows the commands.",
            ""
        },
        sortOptions = false)
final class JovsCommandLine {

    private static final int MAX_SECONDS = 1_000_000;

    @Option(
            names = {"-s", "--statistics"},
            description = "Print counters of ports, or of the flow.")
    private boolean statistics;

    @Option(
            names = {"-m", "--more"},
            description = "Print all that the kernel tells of flows.")
    private boolean more;

    @Option(names = "--names", negatable = true, description = "Print ports by name; -m does so as well.")
    private @Nullable Boolean names;

    @Option(names = "--may-create", description = "Let mod-flow add a flow that is not there.")
    private boolean mayCreate;

    @Option(names = "--clear", description = "Let mod-flow and mod-meter set counters to zero.")
    private boolean clear;

    @Option(names = "--read-only", description = "Refuse commands that write.")
    private boolean readOnly;

    @Option(
            names = {"-j", "--json"},
            description = "Print JSON.")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every message to and from the kernel on standard error.")
    private boolean verbose;

    @Option(
            names = {"-t", "--timeout"},
            paramLabel = "SECS",
            description = "Give up after some time; end monitor then.")
    private @Nullable Integer timeout;

    @Option(
            names = {"-V", "--version"},
            description = "Print the version.")
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            description = "Print this text.")
    private boolean help;

    @Parameters(hidden = true)
    private List<String> words = new ArrayList<>();

    private JovsCommandLine() {}

    /**
     * Takes a command line apart.
     *
     * @throws JovsException if an option is wrong
     */
    static JovsCommandLine parse(String... argv) {
        JovsCommandLine line = new JovsCommandLine();
        try {
            line.picocli().parseArgs(argv);
        } catch (CommandLine.ParameterException e) {
            throw JovsException.of(String.valueOf(e.getMessage()));
        }
        if (line.timeout != null && (line.timeout < 1 || line.timeout > MAX_SECONDS)) {
            throw JovsException.of("value " + line.timeout + " on -t or --timeout is invalid");
        }
        return line;
    }

    private CommandLine picocli() {
        return new CommandLine(this).setOverwrittenOptionsAllowed(true).setExpandAtFiles(false);
    }

    /** The command and its words. */
    List<String> words() {
        return List.copyOf(words);
    }

    /** Whether only the version is asked for. */
    boolean isVersionAsked() {
        return version;
    }

    /** Whether only help is asked for. */
    boolean isHelpAsked() {
        return help;
    }

    /** Prints which options there are. */
    static void printUsage(PrintStream out) {
        new JovsCommandLine().picocli().usage(out);
    }

    /** What the options say. */
    JovsOptions options() {
        return new JovsOptions(
                statistics,
                more,
                names == null ? more : names,
                mayCreate,
                clear,
                readOnly,
                json,
                verbose,
                Optional.ofNullable(timeout).map(Duration::ofSeconds));
    }
}
