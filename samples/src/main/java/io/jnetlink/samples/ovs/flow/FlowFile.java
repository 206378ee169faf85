package io.jnetlink.samples.ovs.flow;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import io.jnetlink.sys.Errno;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code add-flows}, {@code mod-flows} and {@code del-flows} with a file, {@code -} for standard input. A line holds match
 * and actions with a blank between, behind {@code add}, {@code modify} or {@code delete} if it is not what the command says.
 * Lines of {@code dump-flows} are read as well. A line that fails stops nothing, but makes the exit status that of a failure.
 *
 * <p>Immutable.
 */
public final class FlowFile implements JovsCommand {

    private enum Change {
        ADD,
        MODIFY,
        DELETE
    }

    private static final String ACTIONS = "actions:";

    private final Change usual;

    private FlowFile(Change usual) {
        this.usual = usual;
    }

    /** {@code add-flows}. */
    public static FlowFile adding() {
        return new FlowFile(Change.ADD);
    }

    /** {@code mod-flows}. */
    public static FlowFile modifying() {
        return new FlowFile(Change.MODIFY);
    }

    /** {@code del-flows}. */
    static FlowFile deleting() {
        return new FlowFile(Change.DELETE);
    }

    @Override
    public int run(JovsSession session, List<String> words) {
        List<String> lines = read(session, words.get(words.size() - 1));
        Datapath datapath = words.size() > 1 ? session.datapath(words.get(0)) : session.onlyDatapath();
        FlowArguments text = FlowArguments.of(session, datapath);
        int status = DONE;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                try {
                    change(session, datapath, text, line);
                } catch (JovsException e) {
                    session.complain(e.inLine(i + 1));
                    status = FAILED;
                }
            }
        }
        return status;
    }

    private void change(JovsSession session, Datapath datapath, FlowArguments text, String line) {
        String[] first = line.split("\\s+", 2);
        Change change = usual;
        String flow = line;
        for (Change named : Change.values()) {
            if (first.length > 1 && first[0].equals(named.name().toLowerCase(Locale.ROOT))) {
                change = named;
                flow = first[1];
            }
        }
        int end = matchEnd(flow);
        String match = flow.substring(0, end).replaceFirst(",$", "");
        String actions = actions(flow.substring(end).strip());
        switch (change) {
            case ADD -> PutFlow.adding().put(session, datapath, text, match, actions);
            case MODIFY -> PutFlow.modifying().put(session, datapath, text, match, actions);
            case DELETE -> DeleteFlow.delete(session, datapath, text, match);
        }
    }

    /** The blank behind an identifier in a line of {@code dump-flows} does not end the match. */
    private static int matchEnd(String flow) {
        int start = flow.startsWith("ufid:") && flow.indexOf(", ") == flow.indexOf(' ') - 1 ? flow.indexOf(' ') + 1 : 0;
        for (int i = start; i < flow.length(); i++) {
            if (Character.isWhitespace(flow.charAt(i))) {
                return i;
            }
        }
        return flow.length();
    }

    /** Of a line of {@code dump-flows}, what stands behind the counters. */
    private static String actions(String rest) {
        int start = rest.startsWith(ACTIONS) ? 0 : rest.startsWith("packets:") ? rest.indexOf(ACTIONS) : -1;
        return start < 0 ? rest : rest.substring(start + ACTIONS.length());
    }

    private static List<String> read(JovsSession session, String file) {
        try {
            return file.equals("-")
                    ? new String(session.in().readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : Files.readAllLines(Path.of(file));
        } catch (NoSuchFileException e) {
            throw JovsException.of("Opening file \"" + file + "\" failed", Errno.ENOENT);
        } catch (IOException e) {
            throw JovsException.of("Opening file \"" + file + "\" failed", Errno.EIO, String.valueOf(e.getMessage()));
        }
    }
}
