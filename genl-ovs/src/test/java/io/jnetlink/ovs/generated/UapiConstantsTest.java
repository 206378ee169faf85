package io.jnetlink.ovs.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.property.uapi.UapiComparison;
import io.jnetlink.spec.SpecLoader;
import io.jnetlink.spec.ir.Family;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number in our specs that has a C name is what the installed UAPI headers say. */
class UapiConstantsTest {

    /** Fewer would mean that a spec lost its C names, and the comparison its worth. */
    private static final int LEAST_COMPARED = 9;
    /** Bits of C, which have neither offset nor size. */
    private static final Set<String> BIT_FIELDS = Set.of("erspan-metadata.hwid-upper", "erspan-metadata.direction");

    static Stream<String> families() {
        return OvsFamilies.names().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("families")
    void numbersAreThoseOfTheHeaders(String name, @TempDir Path folder) throws IOException {
        assumeTrue(UapiComparison.isPossible(folder), "no gcc, or no kernel headers");
        Family family = new SpecLoader().load(OvsFamilies.spec(name));

        UapiComparison comparison = UapiComparison.of(family, UapiConstantsTest::isKnownInC, folder);

        System.out.printf(
                "%s: %d constants compared with the headers of %s, %d newer than those%n",
                name, comparison.compared(), comparison.headers(), comparison.newer());
        assertThat(comparison.faults()).isEmpty();
        assertThat(comparison.compared()).isGreaterThanOrEqualTo(LEAST_COMPARED);
    }

    /** A value with its mask behind it is described in words there, not as a struct. */
    private static boolean isKnownInC(String place) {
        boolean isMaskedStruct = place.startsWith("masked-") && !place.matches("masked-(nsh-)?key-attrs\\..*");
        return !isMaskedStruct && !BIT_FIELDS.contains(place);
    }
}
