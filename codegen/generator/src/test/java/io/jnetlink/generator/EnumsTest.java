package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.wire.InvalidFieldException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Enums and flags are open: unknown numbers and bits survive. */
class EnumsTest {

    private final GeneratedFamily family = GeneratedFamily.construct("enums");

    @Test
    void valuesHaveNames() {
        Object deepBlue = family.constant("Colour", "DEEP_BLUE");
        Dynamic paint = family.builder("Paints").set("colour", deepBlue).build();

        assertThat(paint.hex()).isEqualTo("05000100 07000000");
        assertThat(paint.get("colour")).isSameAs(deepBlue).hasToString("deep-blue");
        assertThat(new Dynamic(deepBlue).get("specName")).isEqualTo(Optional.of("deep-blue"));
    }

    @Test
    void numbersWithoutNameAreValuesToo() {
        Dynamic paint = family.decode("Paints", "05000100 2a000000");
        Object unknown = paint.get("colour");

        assertThat(unknown)
                .hasToString("42")
                .isEqualTo(family.call("Colour", "of", 42L).target());
        assertThat(new Dynamic(unknown).get("specName")).isEqualTo(Optional.empty());
        assertThat(family.builder("Paints").set("colour", unknown).build().hex())
                .isEqualTo(paint.hex());
    }

    @Test
    void numbersThatTheWireCannotCarryAreRefused() {
        Object tooBig = family.call("Colour", "of", 256L).target();

        assertThatThrownBy(() -> family.builder("Paints").set("colour", tooBig))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("paints.colour must be 0..255, not 256");
    }

    @Test
    void greatUnsignedNumbersAreFound() {
        Dynamic paint = family.builder("Paints")
                .set("verdict", family.constant("Verdict", "STOP"))
                .build();

        assertThat(paint.hex()).isEqualTo("08000200 ffffffff");
        assertThat(paint.get("verdict")).isSameAs(family.constant("Verdict", "STOP"));
    }

    @Test
    void flagsCombine() {
        Dynamic fast = new Dynamic(family.constant("Options", "FAST"));
        Object safe = family.constant("Options", "SAFE");
        Dynamic both = fast.nest("with", safe);

        assertThat(family.builder("Paints")
                        .set("options", both.target())
                        .build()
                        .hex())
                .isEqualTo("08000300 11000000");
        assertThat(both.is("contains", safe)).isTrue();
        assertThat(fast.is("contains", safe)).isFalse();
        assertThat(both.get("without", safe)).isEqualTo(fast.target());
        assertThat(both.target()).hasToString("<fast,safe>");
        assertThat(new Dynamic(family.constant("Options", "NEW")).get("bits")).isEqualTo(32L);
    }

    @Test
    void unknownBitsSurvive() {
        Dynamic paint = family.decode("Paints", "08000300 01800000");
        Dynamic options = paint.nest("options");

        assertThat(options.target()).hasToString("<fast,0x8000>");
        assertThat(options.nest("without", family.constant("Options", "FAST")).get("bits"))
                .isEqualTo(0x8000L);
    }

    @Test
    void anEnumCanBeReadBothWays() {
        Object c = family.constant("Port", "C");
        Object flagC = family.constant("PortFlags", "C");
        Dynamic paint =
                family.builder("Paints").set("port", c).set("ports", flagC).build();

        assertThat(paint.hex()).isEqualTo("06000400 02000000 08000500 04000000");
        assertThat(paint.target()).hasToString("{port: c, ports: <c>}");
    }

    @Test
    void namedNumbersOfVariableWidth() {
        Dynamic options = new Dynamic(family.constant("Options", "FAST"));

        assertThat(family.builder("Paints")
                        .set("wideOptions", options.target())
                        .build()
                        .hex())
                .isEqualTo("08000600 01000000");
    }

    @Test
    void namedNumbersInLists() {
        Object red = family.constant("Colour", "RED");
        Object green = family.constant("Colour", "GREEN");
        Dynamic paint = family.builder("Paints")
                .set("addColours", red)
                .set("addColours", green)
                .build();

        assertThat(paint.hex()).isEqualTo("08000700 00000000 08000700 01000000");
        assertThat(paint.get("colours")).isEqualTo(List.of(red, green));
    }

    @Test
    void bitsOutsideTheMaskAreRefused() {
        assertThat(family.builder("Paints").set("safeOptions", 0x31L).build().get("safeOptions"))
                .isEqualTo(0x31L);
        assertThatThrownBy(() -> family.builder("Paints").set("safeOptions", 2L))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("paints.safe-options must have no bits outside 0x31, not 0x2");
    }

    @Test
    void anEnumMayBeEmpty() {
        assertThat(family.call("Empty", "of", 1L).target()).hasToString("1");
    }
}
