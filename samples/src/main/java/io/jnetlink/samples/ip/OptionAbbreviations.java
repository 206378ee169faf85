package io.jnetlink.samples.ip;

import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.grammar.KeywordTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the options of a command line out in full, since {@code ip} lets all of them be cut short in its own way:
 * {@code -b} is {@code -batch}, but {@code -br} is {@code -brief}.
 *
 * <p>Immutable.
 */
final class OptionAbbreviations {

    /** What an option is called, and whether the next word belongs to it. */
    private record Spelling(String option, boolean hasValue) {}

    private static final KeywordTable<Spelling> SPELLINGS = table();

    private OptionAbbreviations() {}

    private static KeywordTable<Spelling> table() {
        KeywordTable.Builder<Spelling> table = KeywordTable.builder();
        table.add("-loops", new Spelling("-loops", true)).add("-family", new Spelling("-family", true));
        for (String exact : List.of("-4", "-6", "-0", "-M", "-B", "-explain", "-echo")) {
            table.addExact(exact, new Spelling(exact, false));
        }
        table.addExact("-dialect", new Spelling("-dialect", true));
        table.add("-human", new Spelling("-human", false)).add("-human-readable", new Spelling("-human", false));
        table.add("-iec", new Spelling("-iec", false));
        table.add("-stats", new Spelling("-statistics", false)).add("-statistics", new Spelling("-statistics", false));
        for (String flag : List.of("-details", "-resolve", "-oneline", "-timestamp", "-tshort", "-Version", "-force")) {
            table.add(flag, new Spelling(flag, false));
        }
        table.add("-batch", new Spelling("-batch", true));
        for (String flag : List.of("-brief", "-json", "-pretty")) {
            table.add(flag, new Spelling(flag, false));
        }
        table.add("-rcvbuf", new Spelling("-rcvbuf", true));
        table.add("-color", new Spelling("-color", false)).add("-help", new Spelling("-help", false));
        table.add("-netns", new Spelling("-netns", true));
        return table.add("-Numeric", new Spelling("-Numeric", false))
                .add("-all", new Spelling("-all", false))
                .build();
    }

    /**
     * Writes the options out and leaves the words behind them alone.
     *
     * @throws CommandException if an option does not exist, or lacks its value
     */
    static List<String> expand(List<String> argv) {
        List<String> expanded = new ArrayList<>(argv.size());
        int at = 0;
        while (at < argv.size() && argv.get(at).startsWith("-") && !argv.get(at).equals("--")) {
            String word = argv.get(at++);
            Spelling spelling = find(word)
                    .orElseThrow(
                            () -> CommandException.rejected("Option \"" + word + "\" is unknown, try \"ip -help\"."));
            expanded.add(spelling.option);
            if (spelling.hasValue) {
                if (at == argv.size()) {
                    throw CommandException.incomplete();
                }
                expanded.add(argv.get(at++));
            }
        }
        expanded.addAll(argv.subList(at, argv.size()));
        return expanded;
    }

    private static Optional<Spelling> find(String word) {
        String oneDash = word.startsWith("--") ? word.substring(1) : word;
        if (oneDash.length() < 2) {
            return Optional.empty();
        }
        // The only option that takes its value behind an equals sign.
        int equals = oneDash.indexOf('=');
        return SPELLINGS.find(equals > 0 && "-color".startsWith(oneDash.substring(0, equals)) ? "-color" : oneDash);
    }
}
