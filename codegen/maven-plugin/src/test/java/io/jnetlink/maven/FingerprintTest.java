package io.jnetlink.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes the hash. */
class FingerprintTest {

    @Test
    void textsAreKeptApart() {
        assertThat(new Fingerprint().text("ab").text("c").finish())
                .isNotEqualTo(new Fingerprint().text("a").text("bc").finish())
                .isEqualTo(new Fingerprint().text("ab").text("c").finish());
    }

    @Test
    void namesAndContentsOfFilesCount(@TempDir Path directory) throws IOException {
        Path a = Files.writeString(directory.resolve("a"), "1");
        String first = new Fingerprint().tree(directory).finish();
        Files.writeString(a, "2");
        String second = new Fingerprint().tree(directory).finish();
        Files.move(a, directory.resolve("b"));
        String third = new Fingerprint().tree(directory).finish();

        assertThat(first).isNotEqualTo(second);
        assertThat(second).isNotEqualTo(third);
    }

    @Test
    void programsCount() throws IOException {
        assertThat(new Fingerprint().program(Fingerprint.class).finish())
                .isEqualTo(new Fingerprint().program(SpecFiles.class).finish())
                .isNotEqualTo(new Fingerprint().finish());
        assertThat(new Fingerprint().program(String.class).finish()).hasSize(64);
    }
}
