package io.jnetlink.dynamic;

import io.jnetlink.spec.SpecLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Files that tests read. Stateless. */
public final class Fixtures {

    private Fixtures() {}

    /** The project's own spec of links. */
    public static Path rtLink() {
        return project().resolve("rtnetlink/src/main/netlink/rt-link.yaml");
    }

    /** The family of the project's own spec of links. */
    public static DynamicFamily rtLinkFamily() {
        try {
            return DynamicFamily.load(rtLink());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A family of a spec in the test resources. */
    public static DynamicFamily family(String resource) {
        return DynamicFamily.of(new SpecLoader().parse(resource, text(resource)));
    }

    /** Where the kernel's own specs are, if they are there at all. */
    public static Path upstream() {
        return project().resolve("../shared/ynl-specs");
    }

    /** The kernel's own specs; none if they are not there. */
    public static List<Path> upstreamSpecs() {
        if (!Files.isDirectory(upstream())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(upstream())) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of a file of hexadecimal digits; lines that begin with # are comments. */
    public static byte[] hex(String resource) {
        StringBuilder digits = new StringBuilder();
        text(resource).lines().filter(l -> !l.startsWith("#")).forEach(digits::append);
        return HexFormat.of().parseHex(digits);
    }

    static Path project() {
        return Path.of(System.getProperty("jnetlink.project", "../.."));
    }

    private static String text(String resource) {
        try (InputStream in = Fixtures.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
