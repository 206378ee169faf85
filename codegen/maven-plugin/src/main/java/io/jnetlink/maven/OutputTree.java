package io.jnetlink.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The generated files below a directory, and a stamp file that says what they were made from.
 *
 * <p>Not thread-safe. Nothing is written before all files are there, so that a failing spec leaves the last good state.
 * Only files that the stamp lists are ever removed: the directory may hold others. A file whose text is the same is not
 * written again, since compilers look at its time.
 */
final class OutputTree {

    /** First line of the stamp while files are being written; no fingerprint looks like it. */
    private static final String INCOMPLETE = "incomplete";

    private final Path directory;
    private final Path stamp;
    private final Map<String, String> texts = new TreeMap<>();

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

    /** Takes one source file. */
    void add(String packageName, String typeName, String source) throws IOException {
        addFile(packageName.replace('.', '/') + "/" + typeName + ".java", source, "give each a package of its own");
    }

    /**
     * Takes one file.
     *
     * @param name its path below the directory
     * @param remedy what to do if another spec makes a file of that name
     */
    void addFile(String name, String text, String remedy) throws IOException {
        if (texts.put(name, text) != null) {
            throw new IOException("two specs generate " + name + "; " + remedy);
        }
    }

    /**
     * Writes all files that were taken, and removes those of an earlier run that were not.
     *
     * @return how many were removed
     */
    int write(String fingerprint) throws IOException {
        TreeSet<String> known = new TreeSet<>(listed());
        known.addAll(texts.keySet());
        writeStamp(INCOMPLETE, known);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            write(directory.resolve(text.getKey()), text.getValue().getBytes(StandardCharsets.UTF_8));
        }
        known.removeAll(texts.keySet());
        int removed = 0;
        for (String name : known) {
            removed += Files.deleteIfExists(directory.resolve(name)) ? 1 : 0;
        }
        writeStamp(fingerprint, texts.keySet());
        return removed;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
    }

    private void writeStamp(String fingerprint, Collection<String> names) throws IOException {
        Files.createDirectories(stamp.getParent());
        StringBuilder text = new StringBuilder(fingerprint).append('\n');
        names.forEach(name -> text.append(name).append('\n'));
        Files.writeString(stamp, text);
    }

    private List<String> listed() throws IOException {
        return stampLines().stream().skip(1).toList();
    }

    private List<String> stampLines() throws IOException {
        return Files.isRegularFile(stamp) ? Files.readAllLines(stamp) : List.of();
    }
}
