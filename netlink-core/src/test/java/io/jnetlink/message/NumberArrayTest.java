package io.jnetlink.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.wire.NetlinkBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** C arrays of numbers. */
class NumberArrayTest {

    private static final NetlinkBuffer BYTES =
            NetlinkBuffer.wrap(new byte[] {0, 0, (byte) 0xff, (byte) 0xfe, 0, 1, 0x7f, 0, 9});

    @Test
    void everyWidthIsReadInItsByteOrder() {
        assertThat(AttributeReader.ints(AttributeKind.U8, FieldOrder.HOST, BYTES, 2, 3))
                .containsExactly(0xff, 0xfe, 0);
        assertThat(AttributeReader.ints(AttributeKind.U16, FieldOrder.BIG, BYTES, 2, 4))
                .containsExactly(0xfffe, 1);
        assertThat(AttributeReader.ints(AttributeKind.U16, FieldOrder.LITTLE, BYTES, 2, 4))
                .containsExactly(0xfeff, 0x100);
        assertThat(AttributeReader.longs(AttributeKind.U32, FieldOrder.BIG, BYTES, 2, 4))
                .containsExactly(0xfffe_0001L);
        assertThat(AttributeReader.longs(AttributeKind.U64, FieldOrder.BIG, BYTES, 0, 8))
                .containsExactly(0xfffe_0001_7f00L);
    }

    @Test
    void signsAreKept() {
        assertThat(AttributeReader.ints(AttributeKind.S8, FieldOrder.HOST, BYTES, 2, 2))
                .containsExactly(-1, -2);
        assertThat(AttributeReader.ints(AttributeKind.S16, FieldOrder.BIG, BYTES, 2, 2))
                .containsExactly(-2);
        assertThat(AttributeReader.ints(AttributeKind.S32, FieldOrder.BIG, BYTES, 2, 4))
                .containsExactly(0xfffe_0001);
    }

    @Test
    void aRestTooShortForOneMoreIsPassedOver() {
        assertThat(AttributeReader.ints(AttributeKind.U16, FieldOrder.BIG, BYTES, 4, 5))
                .containsExactly(1, 0x7f00);
        assertThat(AttributeReader.longs(AttributeKind.U32, FieldOrder.BIG, BYTES, 0, 3))
                .isEmpty();
    }

    @Property
    void whatIsPackedIsReadBack(@ForAll long[] numbers, @ForAll @IntRange(max = 1) int order) {
        FieldOrder fieldOrder = order == 0 ? FieldOrder.BIG : FieldOrder.LITTLE;
        byte[] packed = AttributeBuilder.packed(AttributeKind.S64, fieldOrder, numbers);

        assertThat(AttributeReader.longs(AttributeKind.S64, fieldOrder, NetlinkBuffer.wrap(packed), 0, packed.length))
                .isEqualTo(numbers);
    }
}
