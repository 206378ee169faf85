package io.jnetlink.wire;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Every width in every byte order, against {@link ByteBuffer}. */
class NetlinkBufferProperties {

    private static final int SIZE = 24;

    @Provide
    Arbitrary<ByteOrder> orders() {
        return Arbitraries.of(BIG_ENDIAN, LITTLE_ENDIAN);
    }

    @Property
    void everyWidthIsReadAsTheJdkReadsIt(
            @ForAll @Size(SIZE) byte[] bytes,
            @ForAll @IntRange(max = SIZE - 8) int at,
            @ForAll("orders") ByteOrder host,
            @ForAll("orders") ByteOrder order) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes, host);
        ByteBuffer expected = ByteBuffer.wrap(bytes).order(order);

        assertThat(buffer.u8(at)).isEqualTo(Byte.toUnsignedInt(expected.get(at)));
        assertThat(buffer.s8(at)).isEqualTo(expected.get(at));
        assertThat(buffer.u16(at, order)).isEqualTo(Short.toUnsignedInt(expected.getShort(at)));
        assertThat(buffer.s16(at, order)).isEqualTo(expected.getShort(at));
        assertThat(buffer.u32(at, order)).isEqualTo(Integer.toUnsignedLong(expected.getInt(at)));
        assertThat(buffer.s32(at, order)).isEqualTo(expected.getInt(at));
        assertThat(buffer.s64(at, order)).isEqualTo(expected.getLong(at));
    }

    @Property
    void methodsWithoutByteOrderUseTheHosts(
            @ForAll @Size(SIZE) byte[] bytes,
            @ForAll @IntRange(max = SIZE - 8) int at,
            @ForAll("orders") ByteOrder host,
            @ForAll long value) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes, host);

        assertThat(buffer.hostOrder()).isEqualTo(host);
        assertThat(buffer.u16(at)).isEqualTo(buffer.u16(at, host));
        assertThat(buffer.u32(at)).isEqualTo(buffer.u32(at, host));
        assertThat(buffer.s32(at)).isEqualTo(buffer.s32(at, host));
        assertThat(buffer.s64(at)).isEqualTo(buffer.s64(at, host));
        buffer.putU16(at, (int) value);
        assertThat(buffer.u16(at, host)).isEqualTo((int) value & 0xffff);
        buffer.putU32(at, value);
        assertThat(buffer.u32(at, host)).isEqualTo(value & 0xffff_ffffL);
        buffer.putU64(at, value);
        assertThat(buffer.s64(at, host)).isEqualTo(value);
    }

    @Property
    void everyWidthIsWrittenAsTheJdkWritesItAndNothingBesides(
            @ForAll @Size(SIZE) byte[] before,
            @ForAll @IntRange(max = SIZE - 8) int at,
            @ForAll long value,
            @ForAll("orders") ByteOrder host,
            @ForAll("orders") ByteOrder order,
            @ForAll boolean direct) {
        assertThat(written(before, host, direct, b -> b.putU8(at, (int) value)))
                .isEqualTo(ByteBuffer.wrap(before.clone()).put(at, (byte) value).array());
        assertThat(written(before, host, direct, b -> b.putU16(at, (int) value, order)))
                .isEqualTo(expected(before, order).putShort(at, (short) value).array());
        assertThat(written(before, host, direct, b -> b.putU32(at, value, order)))
                .isEqualTo(expected(before, order).putInt(at, (int) value).array());
        assertThat(written(before, host, direct, b -> b.putU64(at, value, order)))
                .isEqualTo(expected(before, order).putLong(at, value).array());
    }

    @Property
    void copiesAndComparisonsMatchArrays(
            @ForAll @Size(SIZE) byte[] first,
            @ForAll @Size(SIZE) byte[] second,
            @ForAll @IntRange(max = SIZE) int at,
            @ForAll @IntRange(max = SIZE) int otherAt,
            @ForAll @IntRange(max = SIZE) int wanted) {
        int length = Math.min(wanted, SIZE - Math.max(at, otherAt));
        NetlinkBuffer buffer = NetlinkBuffer.wrap(first.clone());
        NetlinkBuffer other = NetlinkBuffer.wrap(second);
        byte[] piece = Arrays.copyOfRange(second, otherAt, otherAt + length);

        assertThat(other.bytes(otherAt, length)).isEqualTo(piece);
        assertThat(buffer.matches(at, other, otherAt, length))
                .isEqualTo(Arrays.equals(Arrays.copyOfRange(first, at, at + length), piece));
        buffer.putBytes(at, other, otherAt, length);
        assertThat(buffer.matches(at, other, otherAt, length)).isTrue();
        byte[] after = first.clone();
        System.arraycopy(piece, 0, after, at, length);
        assertThat(buffer.bytes(0, SIZE)).isEqualTo(after);
    }

    @Property
    void overlappingBytesAreMovedAsAWhole(
            @ForAll @Size(SIZE) byte[] bytes,
            @ForAll @IntRange(max = SIZE) int from,
            @ForAll @IntRange(max = SIZE) int to,
            @ForAll boolean direct) {
        int length = SIZE - Math.max(from, to);
        byte[] expected = bytes.clone();
        System.arraycopy(expected, from, expected, to, length);

        assertThat(written(bytes, ByteOrder.nativeOrder(), direct, b -> b.putBytes(to, b, from, length)))
                .isEqualTo(expected);
    }

    @Property
    void textEndsAtItsFirstNul(@ForAll String prefix, @ForAll String text) {
        byte[] encoded = (prefix + text + "\0behind").getBytes(StandardCharsets.UTF_8);
        int start = prefix.getBytes(StandardCharsets.UTF_8).length;
        byte[] tail = Arrays.copyOfRange(encoded, start, encoded.length);
        String whole = new String(tail, StandardCharsets.UTF_8);

        assertThat(NetlinkBuffer.wrap(encoded).text(start, encoded.length - start))
                .isEqualTo(whole.substring(0, whole.indexOf('\0')));
    }

    private static ByteBuffer expected(byte[] before, ByteOrder order) {
        return ByteBuffer.wrap(before.clone()).order(order);
    }

    private static byte[] written(
            byte[] before, ByteOrder host, boolean direct, java.util.function.Consumer<NetlinkBuffer> write) {
        NetlinkBuffer buffer = direct
                ? NetlinkBuffer.wrap(ByteBuffer.allocateDirect(before.length).put(before))
                : NetlinkBuffer.wrap(before.clone(), host);
        write.accept(buffer);
        return buffer.bytes(0, before.length);
    }
}
