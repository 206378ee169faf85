package io.jnetlink.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.spec.SpecLoader;
import io.jnetlink.spec.ir.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number in our specs that has a C name is what the installed UAPI headers say. */
class UapiConstantsTest {

    private static final String VERSION_CODE = "LINUX_VERSION_CODE";
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
        assumeTrue(CompilerProbe.isUsable(folder), "no gcc, or no kernel headers");
        Family family = new SpecLoader().load(spec);
        List<UapiConstant> constants = UapiConstants.of(family);
        List<String> expressions = new ArrayList<>(List.of(VERSION_CODE));
        constants.forEach(c -> expressions.add(c.expression()));

        Map<String, Long> compiled = new CompilerProbe(folder, UapiConstants.headers(family)).evaluate(expressions);

        KernelVersion headers = KernelVersion.ofCode(compiled.get(VERSION_CODE));
        List<String> faults = new ArrayList<>();
        int newer = 0;
        for (UapiConstant constant : constants) {
            Long value = compiled.get(constant.expression());
            if (value != null && !constant.agreesWith(value)) {
                faults.add(constant + ", but the headers say " + value);
            } else if (value == null
                    && constant.since().filter(s -> s.isNewerThan(headers)).isPresent()) {
                newer++;
            } else if (value == null) {
                faults.add(constant + " is not in the headers of " + headers);
            }
        }
        int compared = constants.size() - newer;
        System.out.printf(
                "%s: %d constants compared with the headers of %s, %d newer than those%n",
                spec.getFileName(), compared, headers, newer);
        assertThat(faults).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(LEAST_COMPARED);
    }
}
