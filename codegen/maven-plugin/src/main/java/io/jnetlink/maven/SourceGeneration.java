package io.jnetlink.maven;

import io.jnetlink.generator.GeneratorOptions;
import io.jnetlink.generator.JavaGenerator;
import io.jnetlink.spec.SpecLoader;
import io.jnetlink.spec.ir.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Generates the sources of all specs in a directory, and copies the specs for use at run time, unless nothing has changed
 * since the last time.
 *
 * <p>Immutable.
 *
 * @param specDirectory where the specs are
 * @param outputDirectory root of the generated sources
 * @param resourceDirectory root of the copies of the specs, if they are wanted
 * @param stamp file that remembers what the sources were made from
 * @param packages which package each spec goes to
 */
record SourceGeneration(
        Path specDirectory, Path outputDirectory, Optional<Path> resourceDirectory, Path stamp, PackageRule packages) {

    /** Folder of the copies, which are called as their families. */
    static final String SPEC_FOLDER = "META-INF/jnetlink";

    /**
     * What a run did.
     *
     * <p>Immutable.
     *
     * @param specs number of specs found
     * @param upToDate whether all sources were there already, so that nothing was done
     * @param removed number of files removed because nothing generates them any more
     */
    record Outcome(int specs, boolean upToDate, int removed) {}

    /**
     * Generates.
     *
     * @throws io.jnetlink.spec.SpecException with the problems of all specs; nothing is written then
     * @throws IllegalArgumentException if a spec has no package
     */
    Outcome run() throws IOException {
        SpecFiles specs = SpecFiles.in(specDirectory);
        OutputTree sources = new OutputTree(outputDirectory, stamp);
        Optional<OutputTree> copies =
                resourceDirectory.map(d -> new OutputTree(d, stamp.resolveSibling(stamp.getFileName() + ".copies")));
        String fingerprint = fingerprint(specs);
        if (sources.isCurrent(fingerprint) && (copies.isEmpty() || copies.get().isCurrent(fingerprint))) {
            return new Outcome(specs.files().size(), true, 0);
        }
        JavaGenerator generator = new JavaGenerator();
        Map<Path, Family> families = specs.load();
        Map<String, String> packageByFamily = packageByFamily(families);
        for (Map.Entry<Path, Family> spec : families.entrySet()) {
            Path file = spec.getKey();
            GeneratorOptions options = new GeneratorOptions(
                    packages.packageOf(SpecFiles.stem(file)), file.getFileName().toString(), packageByFamily);
            generator.generate(spec.getValue(), options, sources::add);
            if (copies.isPresent()) {
                String name = SPEC_FOLDER + "/" + spec.getValue().name() + ".yaml";
                copies.get().addFile(name, Files.readString(file), "give each family a name of its own");
            }
        }
        int removed = sources.write(fingerprint);
        removed += copies.isPresent() ? copies.get().write(fingerprint) : 0;
        return new Outcome(specs.files().size(), false, removed);
    }

    private Map<String, String> packageByFamily(Map<Path, Family> families) {
        Map<String, String> byFamily = new HashMap<>();
        families.forEach((file, family) -> byFamily.put(family.name(), packages.packageOf(SpecFiles.stem(file))));
        return byFamily;
    }

    private String fingerprint(SpecFiles specs) throws IOException {
        Fingerprint fingerprint = new Fingerprint()
                .program(SourceGeneration.class)
                .program(JavaGenerator.class)
                .program(SpecLoader.class)
                .text(packages.prefix())
                .text(packages.packages().toString());
        for (Path file : specs.files()) {
            fingerprint.tree(file);
        }
        return fingerprint.finish();
    }
}
