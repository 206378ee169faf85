package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.message.Bitfield32;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.RawAttribute;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of every width, sign and byte order, written out by hand. */
class NumbersTest {

    private final GeneratedFamily family = GeneratedFamily.construct("numbers");

    private Dynamic builder() {
        return family.builder("Scalars");
    }

    @ParameterizedTest
    @CsvSource({
        "u8,    200,                 05000100 c8000000",
        "s8,    -2,                  05000200 fe000000",
        "u16,   258,                 06000300 02010000",
        "s16,   -2,                  06000400 feff0000",
        "s32,   -2,                  08000600 feffffff",
        "be16,  258,                 06000b00 01020000",
        "le16,  258,                 06000e00 02010000",
        "bes16, -2,                  06001000 fffe0000",
        "bes32, -2,                  08001100 fffffffe",
    })
    void narrowNumbersAreInts(String name, int value, String bytes) {
        Dynamic built = builder().set(name, value).build();

        assertThat(built.hex()).isEqualTo(bytes);
        assertThat(built.get(name)).isEqualTo(value);
        assertThat(family.view("ScalarsView", bytes).get(name)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "u32,       4294967295,           08000500 ffffffff",
        "u64,       -1,                   0c000700 ffffffff ffffffff",
        "s64,       -2,                   0c000800 feffffff ffffffff",
        "any,       4294967295,           08000900 ffffffff",
        "any,       4294967296,           0c000900 00000000 01000000",
        "any,       -1,                   0c000900 ffffffff ffffffff",
        "signedAny, -2147483648,          08000a00 00000080",
        "signedAny, 2147483648,           0c000a00 00000080 00000000",
        "be32,      16909060,             08000c00 01020304",
        "be64,      72623859790382856,    0c000d00 01020304 05060708",
        "le32,      16909060,             08000f00 04030201",
        "zero,      7,                    08000000 07000000",
    })
    void wideNumbersAreLongs(String name, long value, String bytes) {
        Dynamic built = builder().set(name, value).build();

        assertThat(built.hex()).isEqualTo(bytes);
        assertThat(built.get(name)).isEqualTo(value);
        assertThat(family.view("ScalarsView", bytes).get(name)).isEqualTo(value);
        assertThat(family.decode("Scalars", bytes).get(name)).isEqualTo(value);
    }

    @Test
    void variableWidthNumbersAreReadInBothWidths() {
        assertThat(family.decode("Scalars", "0c000900 05000000 00000000").get("any"))
                .isEqualTo(5L);
        assertThat(family.decode("Scalars", "0c000a00 feffffff ffffffff").get("signedAny"))
                .isEqualTo(-2L);
    }

    @Test
    void flagsAreTheirPresence() {
        Dynamic on = builder().set("on", true).build();

        assertThat(on.hex()).isEqualTo("04001200");
        assertThat(on.is("on")).isTrue();
        assertThat(on.nest("toBuilder").set("on", false).build().hex()).isEmpty();
        assertThat(family.decode("Scalars", "05001200 00000000").is("on")).isTrue();
    }

    @Test
    void bitfieldsAreTwoWords() {
        Dynamic built = builder().set("mask", new Bitfield32(1, 3)).build();

        assertThat(built.hex()).isEqualTo("0c001300 01000000 03000000");
        assertThat(built.get("mask")).isEqualTo(new Bitfield32(1, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "u8, 256, 0..255",
        "u8, -1, 0..255",
        "s8, 128, -128..127",
        "u16, 65536, 0..65535",
        "s16, -32769, -32768..32767"
    })
    void numbersThatDoNotFitAreRefused(String name, int value, String range) {
        assertThatThrownBy(() -> builder().set(name, value))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("scalars." + name + " must be " + range + ", not " + value);
    }

    @ParameterizedTest
    @CsvSource({"u32, 4294967296", "u32, -1", "be32, 4294967296"})
    void wordsThatDoNotFitAreRefused(String name, long value) {
        assertThatThrownBy(() -> builder().set(name, value))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("must be 0..4294967295, not " + value);
    }

    @Test
    void absentAttributesAreToldApart() {
        Dynamic none = builder().build();

        assertThat(none.is("hasU8")).isFalse();
        assertThat(none.is("hasZero")).isFalse();
        assertThat(builder().set("zero", 0L).build().is("hasZero")).isTrue();
        assertThatThrownBy(() -> none.get("u8"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no u8 in scalars");
    }

    @Test
    void theLastSettingWins() {
        Dynamic built = builder().set("u8", 1).set("u16", 2).set("u8", 3).build();

        assertThat(built.hex()).isEqualTo("06000300 02000000 05000100 03000000");
        assertThat(family.decode("Scalars", "05000100 01000000 05000100 02000000")
                        .get("u8"))
                .isEqualTo(2);
    }

    @Test
    void unknownAttributesAreKeptAndSentAgain() {
        String bytes = "05000100 01000000 0600f7c0 aabb0000";
        Dynamic value = family.decode("Scalars", bytes);

        assertThat(value.hex()).isEqualTo(bytes);
        assertThat(value.get("unknown")).isEqualTo(List.of(new RawAttribute(0xc0f7, GeneratedFamily.bytes("aabb"))));
        assertThat(value.nest("toBuilder").set("u8", 2).build().hex()).isEqualTo("0600f7c0 aabb0000 05000100 02000000");
        assertThat(builder()
                        .set("raw", new RawAttribute(0xc0f7, GeneratedFamily.bytes("aabb")))
                        .build()
                        .hex())
                .isEqualTo("0600f7c0 aabb0000");
    }

    @Test
    void shortPayloadsAreMalformed() {
        String bytes = "06000500 01020000";

        assertThatThrownBy(() -> family.decode("Scalars", bytes))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("u32");
        assertThatThrownBy(() -> family.view("ScalarsView", bytes).get("u32"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("expected 4 bytes, got 2");
    }

    @Test
    void kernelChecksHoldForSetters() {
        assertThat(family.builder("Checked").set("small", 10L).build().get("small"))
                .isEqualTo(10L);
        assertRefused("small", 11L, "checked.small must be 0..10, not 11");
        assertRefused("odd", -6, "checked.odd must be -5..5, not -6");
        assertRefused("huge", 2L, "checked.huge must be 3..18446744073709551615, not 2");
        assertThat(family.builder("Checked").set("huge", -1L).build().get("huge"))
                .isEqualTo(-1L);
        assertRefused("name", "hällo", "checked.name must have at most 4 bytes, not 6 bytes");
        assertRefused("blob", new byte[1], "checked.blob must have 2..3 bytes, not 1 bytes");
        assertRefused("key", new byte[3], "checked.key must have exactly 2 bytes, not 3 bytes");
        assertRefused("growing", new byte[1], "checked.growing must have at least 2 bytes, not 1 bytes");
    }

    @Test
    void kernelChecksDoNotHoldForReceivedBytes() {
        assertThat(family.decode("Checked", "08000100 0b000000").get("small")).isEqualTo(11L);
    }

    private void assertRefused(String setter, Object value, String message) {
        assertThatThrownBy(() -> family.builder("Checked").set(setter, value))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage(message);
    }
}
