package io.jnetlink.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.property.uapi.UapiComparison;
import io.jnetlink.spec.SpecLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number in our specs that has a C name is what the installed UAPI headers say. */
class UapiConstantsTest {

    /** Fewer would mean that the specs lost their C names, and the comparison its worth. */
    private static final int LEAST_COMPARED = 10;

    static Stream<Path> specs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("basedir", "."), "src/main/netlink"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void numbersAreThoseOfTheHeaders(Path spec, @TempDir Path folder) throws IOException {
        assumeTrue(UapiComparison.isPossible(folder), "no gcc, or no kernel headers");

        UapiComparison comparison = UapiComparison.of(new SpecLoader().load(spec), place -> true, folder);

        System.out.printf(
                "%s: %d constants compared with the headers of %s, %d newer than those%n",
                spec.getFileName(), comparison.compared(), comparison.headers(), comparison.newer());
        assertThat(comparison.faults()).isEmpty();
        assertThat(comparison.compared()).isGreaterThanOrEqualTo(LEAST_COMPARED);
    }
}
