package io.jnetlink.spec;

import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.resolve.FamilyResolver;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads family specs.
 *
 * <p>Thread-safe.
 */
public final class SpecLoader {

    /** Creates a loader. */
    public SpecLoader() {}

    /**
     * Loads a spec file.
     *
     * @param file the file, in UTF-8
     * @return the resolved family
     * @throws SpecException with all problems, if the spec has any
     * @throws IOException if the file cannot be read
     */
    public Family load(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            return parse(name, Files.readString(file));
        } catch (MalformedInputException e) {
            SpecProblem problem = new SpecProblem(new Location(name, 1, 1), Rule.YAML_SYNTAX, "the file is not UTF-8");
            throw new SpecException(List.of(problem));
        }
    }

    /**
     * Reads a spec from text.
     *
     * @param fileName name to give in problems
     * @param text the spec
     * @return the resolved family
     * @throws SpecException with all problems, if the spec has any
     */
    public Family parse(String fileName, String text) {
        return new FamilyResolver(fileName, text).resolve();
    }
}
