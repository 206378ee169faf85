package io.jnetlink.message;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.Hex;
import io.jnetlink.schema.StructSchema;
import io.jnetlink.wire.NetlinkBuffer;
import org.junit.jupiter.api.Test;

class StructViewTest {

    private static final String BYTES = "01 fe 0304 05060708 090a0b0c0d0e0f10 617a00ff";

    /** The least that a generated struct view is. */
    private static final class DemoView extends StructView {

        DemoView(StructSchema schema) {
            super(schema);
        }

        DemoView wrap(NetlinkBuffer buffer, int offset, int length) {
            attach(buffer, offset, length);
            return this;
        }
    }

    private final DemoView view = new DemoView(DemoFamily.FAMILY.struct("ifinfo"));

    @Test
    void readsMembersOfEveryWidth() {
        view.wrap(Hex.little("ff", BYTES), 1, 20);

        assertThat(view.u8(1)).isEqualTo(254);
        assertThat(view.s8(1)).isEqualTo(-2);
        assertThat(view.u16(2)).isEqualTo(0x0403);
        assertThat(view.s16(0)).isEqualTo((short) 0xfe01);
        assertThat(view.u16(2, BIG_ENDIAN)).isEqualTo(0x0304);
        assertThat(view.u32(4)).isEqualTo(0x08070605L);
        assertThat(view.s32(0)).isEqualTo(0x0403fe01);
        assertThat(view.u32(4, BIG_ENDIAN)).isEqualTo(0x05060708L);
        assertThat(view.s32(4, BIG_ENDIAN)).isEqualTo(0x05060708);
        assertThat(view.s64(8)).isEqualTo(0x100f0e0d0c0b0a09L);
        assertThat(view.s64(8, BIG_ENDIAN)).isEqualTo(0x090a0b0c0d0e0f10L);
        assertThat(view.bytes(4, 2)).isEqualTo(Hex.bytes("0506"));
        assertThat(view.text(16, 4)).isEqualTo("az");
        assertThat(view.schema().name()).isEqualTo("ifinfo");
        assertThat(view.offset()).isEqualTo(1);
        assertThat(view.lengthFrom(16)).isEqualTo(4);
    }

    @Test
    void readsStructsOfABigEndianMachine() {
        view.wrap(Hex.big(BYTES), 0, 20);

        assertThat(view.u16(2)).isEqualTo(0x0304);
        assertThat(view.s32(4)).isEqualTo(0x05060708);
        assertThat(view.s64(8)).isEqualTo(0x090a0b0c0d0e0f10L);
    }

    @Test
    void membersBehindTheEndOfAShorterStructAreZero() {
        view.wrap(Hex.little(BYTES), 0, 7);

        assertThat(view.u16(2)).isEqualTo(0x0403);
        assertThat(view.u32(4)).isZero();
        assertThat(view.s64(8)).isZero();
        assertThat(view.s64(0)).isZero();
        assertThat(view.u8(7)).isZero();
        assertThat(view.u8(6)).isEqualTo(7);
        assertThat(view.u16(6)).isZero();
        assertThat(view.bytes(4, 6)).isEqualTo(Hex.bytes("050607000000"));
        assertThat(view.bytes(16, 2)).isEqualTo(Hex.bytes("0000"));
        assertThat(view.text(16, 4)).isEmpty();
        assertThat(view.lengthFrom(16)).isZero();
        assertThat(view.lengthFrom(4)).isEqualTo(3);
    }

    @Test
    void textIsCutWhereAShorterStructEnds() {
        assertThat(view.wrap(Hex.little(BYTES), 0, 17).text(16, 4)).isEqualTo("a");
    }

    @Test
    void aViewThatStandsNowhereReadsZeros() {
        assertThat(view.u8(0)).isZero();
        assertThat(view.s64(0)).isZero();
        assertThat(view.text(0, 4)).isEmpty();
        assertThat(view.bytes(0, 2)).isEqualTo(new byte[2]);
    }
}
