package io.jnetlink.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.Hex;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldCheckTest {

    @Test
    void numbersMustLieWithinTheirBounds() {
        assertThatCode(() -> FieldCheck.range("mtu", 68, 68, 70)).doesNotThrowAnyException();
        assertThatCode(() -> FieldCheck.range("mtu", 70, 68, 70)).doesNotThrowAnyException();
        refused(() -> FieldCheck.range("mtu", 71, 68, 70), "mtu must be 68..70, not 71");
        refused(() -> FieldCheck.range("mtu", -1, 0, 70), "mtu must be 0..70, not -1");
    }

    @Test
    void unsignedNumbersAreComparedAsSuch() {
        assertThatCode(() -> FieldCheck.unsigned("big", -1, 0, -1)).doesNotThrowAnyException();
        refused(() -> FieldCheck.unsigned("big", -1, 0, 5), "big must be 0..5, not 18446744073709551615");
        refused(
                () -> FieldCheck.unsigned("big", 1, -2, -1),
                "big must be 18446744073709551614..18446744073709551615, not 1");
    }

    @Test
    void bitsMustBeAllowed() {
        assertThatCode(() -> FieldCheck.bits("flags", 5, 7)).doesNotThrowAnyException();
        refused(() -> FieldCheck.bits("flags", 9, 7), "flags must have no bits outside 0x7, not 0x9");
    }

    @Test
    void lengthsMustLieWithinTheirBounds() {
        assertThatCode(() -> FieldCheck.length("address", 6, 6)).doesNotThrowAnyException();
        refused(() -> FieldCheck.length("address", 5, 6), "address must have exactly 6 bytes, not 5 bytes");
        refused(() -> FieldCheck.length("address", 7, 1, 6), "address must have 1..6 bytes, not 7 bytes");
        refused(() -> FieldCheck.length("address", 7, 0, 6), "address must have at most 6 bytes, not 7 bytes");
        refused(
                () -> FieldCheck.length("address", 0, 1, Integer.MAX_VALUE),
                "address must have at least 1 bytes, not 0 bytes");
    }

    @Test
    void textIsMeasuredInUtf8AndHoldsNoNul() {
        assertThatCode(() -> FieldCheck.text("name", "é", 0, 2)).doesNotThrowAnyException();
        refused(() -> FieldCheck.text("name", "éé", 0, 3), "name must have at most 3 bytes, not 4 bytes");
        refused(() -> FieldCheck.text("name", "a\0", 0, 3), "name must not contain NUL, not \"a\0\"");
    }

    @Test
    void bitfieldsHoldTwoWordsOf32Bits() {
        MessageWriter out = MessageWriter.onHeap();
        Bitfield32 field = new Bitfield32(0xffff_ffffL, 3);

        field.writeTo(out);

        assertThat(Bitfield32.decode(out.buffer(), 0, out.length())).isEqualTo(field);
        assertThat(Bitfield32.decode(Hex.big("00000001 00000003"), 0, 8)).isEqualTo(new Bitfield32(1, 3));
        refused(() -> new Bitfield32(-1, 0), "bitfield32.value must be 0..4294967295, not -1");
        refused(() -> new Bitfield32(0, 1L << 32), "bitfield32.selector must be 0..4294967295, not 4294967296");
        if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
            assertThat(Hex.text(out.toByteArray())).isEqualTo("ffffffff03000000");
        }
    }

    @Test
    void leveledValuesKeepTheirLevels() {
        List<Integer> levels = new ArrayList<>(List.of(1, 2));
        Leveled<String> leveled = new Leveled<>(levels, "x");
        levels.add(3);

        assertThat(leveled.levels()).containsExactly(1, 2);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(InvalidFieldException.class).hasMessage(message);
    }
}
