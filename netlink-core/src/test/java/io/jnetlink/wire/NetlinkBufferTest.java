package io.jnetlink.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.Hex;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class NetlinkBufferTest {

    @Test
    void wrapsAllOfABufferWhateverItsPositionAndLeavesThatAlone() {
        ByteBuffer bytes = ByteBuffer.wrap(Hex.bytes("01 02 03 04")).order(ByteOrder.BIG_ENDIAN);
        bytes.position(2).limit(3);

        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes);
        buffer.putU8(0, 9);

        assertThat(buffer.capacity()).isEqualTo(4);
        assertThat(buffer.hostOrder()).isEqualTo(ByteOrder.nativeOrder());
        assertThat(bytes.get(0)).isEqualTo((byte) 9);
        assertThat(bytes.position()).isEqualTo(2);
        assertThat(bytes.limit()).isEqualTo(3);
        assertThat(bytes.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
    }

    @Test
    void sharesTheArrayThatItWraps() {
        byte[] bytes = new byte[2];

        NetlinkBuffer.wrap(bytes).putU8(1, 0x1ff);

        assertThat(bytes).containsExactly(0, 0xff);
    }

    @Test
    void aSliceIsAWindowForSystemCalls() {
        NetlinkBuffer buffer = Hex.big("00 01 02 03");

        ByteBuffer slice = buffer.slice(1, 2);

        assertThat(slice.remaining()).isEqualTo(2);
        assertThat(slice.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
        assertThat(slice.getShort(0)).isEqualTo((short) 0x0102);
        slice.put(0, (byte) 7);
        assertThat(buffer.u8(1)).isEqualTo(7);
    }

    @Test
    void textWithoutNulEndsWithItsBytes() {
        assertThat(Hex.little("76 6c 61 6e").text(0, 4)).isEqualTo("vlan");
        assertThat(Hex.little("76 6c 61 6e").text(1, 2)).isEqualTo("la");
        assertThat(Hex.little("00 6c").text(0, 2)).isEmpty();
        assertThat(Hex.little("00").text(0, 0)).isEmpty();
    }

    @Test
    void bytesThatAreNoTextBecomeReplacementCharacters() {
        assertThat(Hex.little("61 ff 62 00").text(0, 4)).isEqualTo("a\ufffdb");
    }

    @Test
    void zerosAndCopiesStayWithinTheirBounds() {
        NetlinkBuffer buffer = Hex.little("11 22 33 44 55");
        byte[] target = {9, 9, 9};

        buffer.copyTo(1, target, 2);
        buffer.putZeros(1, 3);

        assertThat(target).containsExactly(0x22, 0x33, 9);
        assertThat(buffer.bytes(0, 5)).isEqualTo(Hex.bytes("11 00 00 00 55"));
    }

    @Test
    void anIndexOutsideIsAnIndexError() {
        NetlinkBuffer buffer = NetlinkBuffer.allocate(8);

        assertThatThrownBy(() -> buffer.u8(8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> buffer.u8(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> buffer.u32(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> buffer.putU64(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> buffer.bytes(4, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> buffer.slice(4, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> buffer.putBytes(0, buffer, 4, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
