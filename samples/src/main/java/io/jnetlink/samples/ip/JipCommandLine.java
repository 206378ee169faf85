package io.jnetlink.samples.ip;

import io.jnetlink.samples.ip.grammar.AddressArgument;
import io.jnetlink.samples.ip.grammar.CommandException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The outer frame of the command line, filled in by picocli: options with one dash, then the object and its words.
 *
 * <p>Not thread-safe.
 */
@Command(
        name = "jip",
        synopsisHeading = "Usage: ",
        customSynopsis = {"jip [ OPTIONS ] OBJECT { COMMAND | help }", "       jip [ -force ] -batch FILE"},
        description = {
            "",
            "OBJECT is one of: link.",
            "Objects, commands and options may be cut short. The words are those of iproute2's ip(8).",
            ""
        },
        sortOptions = false)
final class JipCommandLine {

    private static final int INET_BRIDGE = 7;
    private static final int PACKET = 17;
    private static final int MPLS = 28;

    @Option(names = "-details", description = "Print details; twice prints default values too.")
    private boolean[] details = {};

    @Option(names = "-statistics", description = "Print counters; twice prints the reasons of errors too.")
    private boolean[] statistics = {};

    @Option(names = "-json", description = "Print JSON.")
    private boolean json;

    @Option(names = "-pretty", description = "Print JSON with line breaks.")
    private boolean pretty;

    @Option(names = "-oneline", description = "Print each link on one line.")
    private boolean oneLine;

    @Option(names = "-brief", description = "Print a table.")
    private boolean brief;

    @Option(names = "-human", description = "Print counters with unit prefixes.")
    private boolean human;

    @Option(names = "-iec", description = "Let those prefixes be powers of 1024.")
    private boolean iec;

    @Option(names = "-Numeric", description = "Print numbers even where there is a name.")
    private boolean numeric;

    @Option(names = "-4", description = "Prefer IPv4.")
    private boolean inet;

    @Option(names = "-6", description = "Prefer IPv6.")
    private boolean inet6;

    @Option(names = "-0", hidden = true)
    private boolean packet;

    @Option(names = "-B", hidden = true)
    private boolean bridge;

    @Option(names = "-M", hidden = true)
    private boolean mpls;

    @Option(names = "-family", paramLabel = "FAMILY", description = "Prefer inet, inet6, bridge, mpls or link.")
    private @Nullable String familyName;

    @Option(names = "-netns", paramLabel = "NAME", description = "Work in a network namespace.")
    private @Nullable String namespace;

    @Option(names = "-batch", paramLabel = "FILE", description = "Take commands from a file, - for standard input.")
    private @Nullable String batch;

    @Option(names = "-force", description = "Go on after a command of a batch has failed.")
    private boolean force;

    @Option(names = "-dialect", paramLabel = "VERSION", description = "Write like iproute2 6.1 or 7.1.")
    private @Nullable String dialect;

    @Option(names = "-explain", description = "Show every message to and from the kernel on standard error.")
    private boolean explain;

    @Option(names = "-Version", description = "Print the version.")
    private boolean version;

    @Option(names = "-help", description = "Print this text.")
    private boolean help;

    @Option(
            names = {"-resolve", "-timestamp", "-tshort", "-color", "-all", "-echo"},
            hidden = true)
    private boolean[] ignored = {};

    @Option(
            names = {"-loops", "-rcvbuf"},
            hidden = true)
    private List<String> ignoredValues = new ArrayList<>();

    @Parameters(hidden = true)
    private List<String> words = new ArrayList<>();

    private JipCommandLine() {}

    /**
     * Takes a command line apart.
     *
     * @throws CommandException if an option is wrong
     */
    static JipCommandLine parse(List<String> argv) {
        List<String> expanded = OptionAbbreviations.expand(argv);
        JipCommandLine line = new JipCommandLine();
        try {
            line.picocli().parseArgs(expanded.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw CommandException.rejected(e.getMessage());
        }
        return line;
    }

    private CommandLine picocli() {
        return new CommandLine(this)
                .setPosixClusteredShortOptionsAllowed(false)
                .setStopAtPositional(true)
                .setOverwrittenOptionsAllowed(true)
                .setUnmatchedOptionsAllowedAsOptionParameters(true);
    }

    /** The words behind the options. */
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

    /** Prints which options and objects there are. */
    static void printUsage(PrintStream out) {
        new JipCommandLine().picocli().usage(out);
    }

    /**
     * What the options say.
     *
     * @param spoken the dialect if they do not name one
     * @throws CommandException if a value is wrong
     */
    JipOptions options(IprouteDialect spoken) {
        return new JipOptions(
                details.length,
                statistics.length,
                json,
                pretty,
                oneLine,
                brief,
                human,
                iec,
                numeric,
                family(),
                Optional.ofNullable(namespace),
                Optional.ofNullable(batch),
                force,
                dialect == null ? spoken : named(dialect),
                explain);
    }

    private static IprouteDialect named(String version) {
        return IprouteDialect.of(version)
                .orElseThrow(() -> CommandException.wrong(version, "dialect must be 6.1 or 7.1"));
    }

    private int family() {
        if (familyName != null) {
            return switch (familyName) {
                case "inet" -> AddressArgument.INET;
                case "inet6" -> AddressArgument.INET6;
                case "link" -> PACKET;
                case "mpls" -> MPLS;
                case "bridge" -> INET_BRIDGE;
                default -> throw CommandException.wrong(familyName, "invalid protocol family");
            };
        }
        if (inet6) {
            return AddressArgument.INET6;
        }
        if (inet) {
            return AddressArgument.INET;
        }
        return packet ? PACKET : bridge ? INET_BRIDGE : mpls ? MPLS : AddressArgument.UNSPECIFIED;
    }
}
