package io.jnetlink.spec.yaml;

import io.jnetlink.spec.Location;
import io.jnetlink.spec.Rule;
import io.jnetlink.spec.SpecException;
import io.jnetlink.spec.SpecProblem;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML document. The tree is built from parser events here rather than by the library's composer, because the
 * composer recurses as deep as its input and expands aliases without bound.
 *
 * <p>Not thread-safe.
 */
public final class YamlReader {
    /** Greatest size of a file in code points. */
    private static final int MAX_CODE_POINTS = 8 * 1024 * 1024;

    private final String file;
    private final String text;
    private final Problems problems;

    /**
     * Prepares reading.
     *
     * @param file name to give in locations
     * @param text the document
     * @param problems where problems go
     */
    public YamlReader(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /**
     * Reads the document.
     *
     * @return its root
     * @throws SpecException if the text is no single YAML document within the limits
     */
    public YamlNode read() {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setCodePointLimit(MAX_CODE_POINTS)
                .build();
        TreeBuilder tree = new TreeBuilder(problems);
        try {
            Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text));
            while (events.hasNext() && tree.wantsMore()) {
                accept(tree, events.next());
            }
        } catch (MarkedYamlEngineException e) {
            problems.add(locationOf(e), Rule.YAML_SYNTAX, sentence(e));
        } catch (ReaderException e) {
            String what = "the character U+%04X is not allowed".formatted(e.getCodePoint());
            problems.add(locationAt(e.getPosition()), Rule.YAML_SYNTAX, what);
        } catch (YamlEngineException e) {
            problems.add(new Location(file, 1, 1), Rule.YAML_SYNTAX, String.valueOf(e.getMessage()));
        }
        Optional<YamlNode> root = tree.root();
        if (root.isEmpty() && problems.isEmpty()) {
            problems.add(new Location(file, 1, 1), Rule.YAML_SYNTAX, "the file holds no YAML document");
        }
        if (root.isEmpty() || problems.inFileOrder().stream().anyMatch(YamlReader::isFatal)) {
            throw new SpecException(problems.inFileOrder());
        }
        return root.get();
    }

    private static boolean isFatal(SpecProblem problem) {
        return problem.rule() == Rule.YAML_SYNTAX || problem.rule() == Rule.YAML_LIMIT;
    }

    private void accept(TreeBuilder tree, Event event) {
        Location location = event.getStartMark().map(this::location).orElseGet(() -> new Location(file, 1, 1));
        if (event instanceof ScalarEvent scalar) {
            tree.scalar(location, scalar, anchor(scalar));
        } else if (event instanceof AliasEvent alias) {
            tree.alias(location, alias.getAlias().getValue());
        } else if (event instanceof MappingStartEvent start) {
            tree.startMap(location, start.getTag(), anchor(start));
        } else if (event instanceof SequenceStartEvent start) {
            tree.startList(location, start.getTag(), anchor(start));
        } else if (event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd) {
            tree.endCollection();
        } else if (event.getEventId() == Event.ID.DocumentStart) {
            tree.startDocument(location);
        }
    }

    private static Optional<String> anchor(NodeEvent event) {
        return event.getAnchor().map(a -> a.getValue());
    }

    private Location location(Mark mark) {
        return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Location locationOf(MarkedYamlEngineException e) {
        return e.getProblemMark().or(e::getContextMark).map(this::location).orElseGet(() -> new Location(file, 1, 1));
    }

    private static String sentence(MarkedYamlEngineException e) {
        String context = e.getContext() == null ? "" : e.getContext() + ": ";
        return "not YAML: " + context + e.getProblem();
    }

    /** The library gives such places as code points from the start of the text. */
    private Location locationAt(int position) {
        int line = 1;
        int column = 1;
        int end = Math.min(position, text.codePointCount(0, text.length()));
        for (int codePoint : text.codePoints().limit(end).toArray()) {
            if (codePoint == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new Location(file, line, column);
    }
}
