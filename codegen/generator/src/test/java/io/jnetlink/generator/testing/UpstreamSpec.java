package io.jnetlink.generator.testing;

import io.jnetlink.spec.SpecLoader;
import io.jnetlink.spec.ir.Family;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A spec of the kernel's own, generated and compiled once in a JVM.
 *
 * <p>Immutable.
 *
 * @param file where it is
 * @param family what it says
 * @param sources what was generated
 * @param compilation what the compiler made of it
 * @param classes the compiled classes
 */
public record UpstreamSpec(Path file, Family family, Sources sources, Compilation compilation, ClassLoader classes) {

    /** The folder of the specs; it may be missing. */
    public static final Path FOLDER =
            Path.of(System.getProperty("jnetlink.project", "../..")).resolve("../shared/ynl-specs");

    private static final Map<Path, UpstreamSpec> CACHE = new ConcurrentHashMap<>();

    /** All files, sorted by name. */
    public static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /** Generates and compiles, unless that was done before. */
    public static UpstreamSpec of(Path file) {
        return CACHE.computeIfAbsent(file, UpstreamSpec::compile);
    }

    private static UpstreamSpec compile(Path file) {
        try {
            Family family = new SpecLoader().load(file);
            Sources sources = Sources.of(family, "upstream", file.getFileName().toString());
            Compilation compilation = Compilation.of(sources);
            return new UpstreamSpec(file, family, sources, compilation, compilation.load());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only generated type whose name ends so, such as {@code Schema}. */
    public Class<?> typeEnding(String suffix) throws ClassNotFoundException {
        String name = sources.byName().keySet().stream()
                .filter(n -> n.endsWith(suffix))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no type …" + suffix));
        return classes.loadClass(name);
    }

    /** The type of operation constants. */
    public Class<?> operations() throws ClassNotFoundException {
        return classes.loadClass(typeEnding("Client").getName().replaceFirst("Client$", ""));
    }
}
