package io.jnetlink.maven;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hash over everything that decides what is generated.
 *
 * <p>Not thread-safe.
 */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** Adds a text. */
    Fingerprint text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // The length in front keeps "ab","c" and "a","bc" apart.
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }

    /** Adds a file's name and content, or those of all files in a directory. */
    Fingerprint tree(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return file(root.getFileName().toString(), root);
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            file(root.relativize(file).toString(), file);
        }
        return this;
    }

    /** Adds the jar or class directory that a class was loaded from: another version of a program has another hash. */
    Fingerprint program(Class<?> type) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return text(type.getName());
        }
        try {
            return tree(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IOException("no path: " + source.getLocation(), e);
        }
    }

    private Fingerprint file(String name, Path file) throws IOException {
        text(name);
        byte[] content = Files.readAllBytes(file);
        digest.update((content.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(content);
        return this;
    }

    /** The hash in hexadecimal; starts anew afterwards. */
    String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
