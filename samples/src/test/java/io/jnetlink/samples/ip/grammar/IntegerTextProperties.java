package io.jnetlink.samples.ip.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class IntegerTextProperties {

    @Property
    void everyNumberHasThreeSpellings(@ForAll @LongRange(min = 0, max = 0xffff_ffffL) long number) {
        assertThat(IntegerText.u32(Long.toString(number))).hasValue(number);
        assertThat(IntegerText.u32("0x" + Long.toHexString(number))).hasValue(number);
        assertThat(IntegerText.u32("0" + Long.toOctalString(number))).hasValue(number);
    }

    @Property
    void everySixtyFourBitsCanBeWritten(@ForAll long number) {
        assertThat(IntegerText.u64(Long.toUnsignedString(number))).hasValue(number);
    }

    @Property
    void readsOrRefusesAnyText(@ForAll @StringLength(max = 12) @CharRange(from = ' ', to = 'z') String text) {
        IntegerText.u32(text).ifPresent(value -> assertThat(value).isBetween(0L, 0xffff_ffffL));
        IntegerText.integer(text);
        IntegerText.truncated(text);
        IntegerText.leadingDecimal(text);
    }
}
