package io.jnetlink.maven;

import io.jnetlink.spec.SpecException;
import io.jnetlink.spec.SpecLoader;
import io.jnetlink.spec.SpecProblem;
import io.jnetlink.spec.ir.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The specs in a directory.
 *
 * <p>Immutable.
 *
 * @param files the files, sorted by name
 */
record SpecFiles(List<Path> files) {

    SpecFiles {
        files = List.copyOf(files);
    }

    /** All {@code *.yaml} directly in a directory; none if it does not exist. */
    static SpecFiles in(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return new SpecFiles(List.of());
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return new SpecFiles(entries.filter(f -> f.toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList());
        }
    }

    /** File name without its ending. */
    static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.yaml$", "");
    }

    /**
     * Loads all of them, so that one run tells all problems.
     *
     * @throws SpecException with the problems of all files
     */
    Map<Path, Family> load() throws IOException {
        Map<Path, Family> families = new LinkedHashMap<>();
        List<SpecProblem> problems = new ArrayList<>();
        SpecLoader loader = new SpecLoader();
        for (Path file : files) {
            try {
                families.put(file, loader.load(file));
            } catch (SpecException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new SpecException(problems);
        }
        return families;
    }
}
