package io.jnetlink.samples.ip.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegerTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "42, 42",
        "0x2a, 42",
        "0X2A, 42",
        "052, 42",
        "+7, 7",
        "' 7', 7",
        "00, 0",
        "4294967295, 4294967295",
        "0xffffffff, 4294967295",
        "-0, 0",
        "-18446744073709551615, 1"
    })
    void readsWhatStrtoulReads(String text, long value) {
        assertThat(IntegerText.u32(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "0x",
                "08",
                "1x",
                "1 ",
                "-1",
                "4294967296",
                "18446744073709551616",
                "1.5",
                "+",
                "-",
                "0xg",
                "٣"
            })
    void refusesTheRest(String text) {
        assertThat(IntegerText.u32(text)).isEmpty();
    }

    @Test
    void keepsToTheWidth() {
        assertThat(IntegerText.u8("255")).hasValue(255);
        assertThat(IntegerText.u8("256")).isEmpty();
        assertThat(IntegerText.u16("65535")).hasValue(65535);
        assertThat(IntegerText.u16("65536")).isEmpty();
        assertThat(IntegerText.u64("0xffffffffffffffff")).hasValue(-1);
        assertThat(IntegerText.u64("0x10000000000000000")).isEmpty();
    }

    @Test
    void wrapsNegativeNumbersOfSixtyFourBits() {
        assertThat(IntegerText.u64("-1")).hasValue(-1);
    }

    @Test
    void readsSignedNumbers() {
        assertThat(IntegerText.integer("-1")).hasValue(-1);
        assertThat(IntegerText.integer("2147483647")).hasValue(Integer.MAX_VALUE);
        assertThat(IntegerText.integer("-2147483648")).hasValue(Integer.MIN_VALUE);
        assertThat(IntegerText.integer("2147483648")).isEqualTo(OptionalInt.empty());
        assertThat(IntegerText.integer("one")).isEqualTo(OptionalInt.empty());
    }

    @Test
    void readsTheLeadingDigits() {
        assertThat(IntegerText.leadingDecimal("12ab")).isEqualTo(12);
        assertThat(IntegerText.leadingDecimal("-3")).isEqualTo(-3);
        assertThat(IntegerText.leadingDecimal("ab")).isZero();
    }

    @Test
    void readsHexadecimalWithoutPrefix() {
        assertThat(IntegerText.hexU8("28")).hasValue(0x28);
        assertThat(IntegerText.hexU8("0x28")).hasValue(0x28);
        assertThat(IntegerText.hexU8("255")).isEmpty();
    }

    @Test
    void cutsLongNumbersLikeAnIntOfC() {
        assertThat(IntegerText.truncated("4294967301")).hasValue(5);
        assertThat(IntegerText.truncated("99999999999999999999")).hasValue(-1);
        assertThat(IntegerText.truncated("5x")).isEqualTo(OptionalInt.empty());
    }

    @Test
    void honoursTheGreatestValue() {
        assertThat(IntegerText.unsigned("16777215", 0xffffff)).hasValue(0xffffff);
        assertThat(IntegerText.unsigned("16777216", 0xffffff)).isEqualTo(OptionalLong.empty());
    }
}
