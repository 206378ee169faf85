package io.jnetlink.samples.nl;

import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.spec.SpecException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the specs that a user names. Stateless. */
public final class SpecFiles {

    private SpecFiles() {}

    /**
     * The family of a spec.
     *
     * @throws JnlException if it cannot be read
     */
    public static DynamicFamily load(Path file) {
        try {
            return DynamicFamily.load(file);
        } catch (NoSuchFileException e) {
            throw new JnlException("no such file: " + file);
        } catch (IOException e) {
            throw new JnlException("cannot read " + file + ": " + e.getMessage());
        } catch (SpecException e) {
            throw new JnlException(e.getMessage());
        }
    }

    /** The families of several specs. */
    public static List<DynamicFamily> loadAll(List<Path> files) {
        List<DynamicFamily> families = new ArrayList<>();
        files.forEach(f -> families.add(load(f)));
        return families;
    }
}
