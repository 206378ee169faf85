package io.jnetlink.maven;

import io.jnetlink.generator.GeneratorOptions;
import io.jnetlink.generator.JavaGenerator;
import io.jnetlink.spec.SpecLoader;
import io.jnetlink.spec.ir.Family;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Generates the sources of all specs in a directory, unless nothing has changed since the last time.
 *
 * <p>Immutable.
 *
 * @param specDirectory where the specs are
 * @param outputDirectory root of the generated sources
 * @param stamp file that remembers what the sources were made from
 * @param packages which package each spec goes to
 */
record SourceGeneration(Path specDirectory, Path outputDirectory, Path stamp, PackageRule packages) {

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
        OutputTree output = new OutputTree(outputDirectory, stamp);
        String fingerprint = fingerprint(specs);
        if (output.isCurrent(fingerprint)) {
            return new Outcome(specs.files().size(), true, 0);
        }
        JavaGenerator generator = new JavaGenerator();
        for (Map.Entry<Path, Family> spec : specs.load().entrySet()) {
            Path file = spec.getKey();
            GeneratorOptions options = new GeneratorOptions(
                    packages.packageOf(SpecFiles.stem(file)), file.getFileName().toString());
            generator.generate(spec.getValue(), options, output::add);
        }
        return new Outcome(specs.files().size(), false, output.write(fingerprint));
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
