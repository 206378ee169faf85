package io.jnetlink.samples.ip;

import io.jnetlink.samples.ip.grammar.CommandException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands from a file, one in a line, run in one session.
 *
 * <p>Not thread-safe. Words may stand in single or double quotes; {@code #} starts a comment. A failure ends the batch
 * unless {@code -force} is given.
 */
final class JipBatch {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s\"'#]\\S*)|#.*");
    private static final int FAILED = 1;

    private final JipEnvironment environment;
    private final JipSession session;

    JipBatch(JipEnvironment environment, JipSession session) {
        this.environment = environment;
        this.session = session;
    }

    /** Runs a file, or standard input for {@code -}, and returns the exit status. */
    int run(String file) {
        try (InputStream bytes = file.equals("-") ? environment.in() : Files.newInputStream(Path.of(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return run(file, lines);
        } catch (IOException e) {
            throw CommandException.failed("Cannot open file \"" + file + "\" for reading: " + e.getMessage());
        }
    }

    private int run(String file, BufferedReader lines) throws IOException {
        int status = 0;
        int number = 0;
        String line;
        while ((line = lines.readLine()) != null) {
            number++;
            List<String> words = words(line);
            if (!words.isEmpty() && command(words) != 0) {
                environment.err().println("Command failed " + file + ":" + number);
                status = FAILED;
                if (!session.options().force()) {
                    break;
                }
            }
        }
        return status;
    }

    private int command(List<String> words) {
        try {
            return Jip.command(environment, session, words);
        } catch (CommandException e) {
            return Jip.fail(environment, e);
        }
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            for (int group = 1; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    words.add(matcher.group(group));
                }
            }
        }
        return words;
    }
}
