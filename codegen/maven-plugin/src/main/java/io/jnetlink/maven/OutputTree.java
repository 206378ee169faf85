package io.jnetlink.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The generated files below a directory, and a stamp file that says what they were made from.
 *
 * <p>Not thread-safe. Only files that the stamp lists are ever removed, so the directory may hold others. A file whose
 * text is the same is not written again: compilers look at its time.
 */
final class OutputTree {

    private final Path directory;
    private final Path stamp;
    private final Set<String> written = new TreeSet<>();

    OutputTree(Path directory, Path stamp) {
        this.directory = directory;
        this.stamp = stamp;
    }

    /** Whether all files are there and were made from this. */
    boolean isCurrent(String fingerprint) throws IOException {
        List<String> lines = stampLines();
        return !lines.isEmpty()
                && lines.get(0).equals(fingerprint)
                && lines.stream().skip(1).allMatch(f -> Files.isRegularFile(directory.resolve(f)));
    }

    /** Writes one source file. */
    void write(String packageName, String typeName, String source) throws IOException {
        String name = packageName.replace('.', '/') + "/" + typeName + ".java";
        Path file = directory.resolve(name);
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        if (!written.add(name)) {
            throw new IOException("two specs generate " + name + "; give each a package of its own");
        }
        if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
    }

    /** Removes files of an earlier run that this one did not write, and writes the stamp. */
    int finish(String fingerprint) throws IOException {
        Set<String> stale = new HashSet<>(stampLines().stream().skip(1).toList());
        stale.removeAll(written);
        for (String name : stale) {
            Files.deleteIfExists(directory.resolve(name));
        }
        Files.createDirectories(stamp.getParent());
        StringBuilder text = new StringBuilder(fingerprint).append('\n');
        written.forEach(name -> text.append(name).append('\n'));
        Files.writeString(stamp, text);
        return stale.size();
    }

    private List<String> stampLines() throws IOException {
        return Files.isRegularFile(stamp) ? Files.readAllLines(stamp) : List.of();
    }
}
