package io.jnetlink.spec;

import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.resolve.FamilyResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Loads family specs.
 *
 * <p>Thread-safe.
 */
public final class SpecLoader {

    /** Creates a loader. */
    public SpecLoader() {}

    /**
     * Loads a spec file. Other specs that it imports from are looked for beside it, as {@code NAME.yaml}.
     *
     * @param file the file, in UTF-8
     * @return the resolved family
     * @throws SpecException with all problems, if the spec has any
     * @throws IOException if the file cannot be read
     */
    public Family load(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            return parse(name, read(file), family -> beside(file, family));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Reads a spec that imports nothing from text.
     *
     * @param fileName name to give in problems
     * @param text the spec
     * @return the resolved family
     * @throws SpecException with all problems, if the spec has any
     */
    public Family parse(String fileName, String text) {
        return parse(fileName, text, SpecSource.NONE);
    }

    /**
     * Reads a spec from text.
     *
     * @param fileName name to give in problems
     * @param text the spec
     * @param imports where to find the specs that it imports from
     * @return the resolved family
     * @throws SpecException with all problems, if the spec has any
     */
    public Family parse(String fileName, String text, SpecSource imports) {
        return new FamilyResolver(fileName, text, imports).resolve();
    }

    private static Optional<String> beside(Path file, String family) {
        Path other = file.resolveSibling(family + ".yaml");
        try {
            return Files.isRegularFile(other) ? Optional.of(read(other)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            Location start = new Location(String.valueOf(file.getFileName()), 1, 1);
            throw new SpecException(List.of(new SpecProblem(start, Rule.YAML_SYNTAX, "the file is not UTF-8")));
        }
    }
}
