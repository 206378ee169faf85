package io.jnetlink.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.Hex;
import java.nio.ByteOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageWriterTest {

    private static final int LONGEST_PAYLOAD = 65_531;

    private final MessageWriter out = MessageWriter.onHeap();

    @BeforeEach
    void bytesBelowAreThoseOfALittleEndianMachine() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the expected bytes are little-endian");
    }

    @Test
    void writesEveryKindOfAttributePaddedToFourBytes() {
        out.putU8(1, 7);
        out.putU16(2, 513, ByteOrder.LITTLE_ENDIAN);
        out.putU16(15, 4789, ByteOrder.BIG_ENDIAN);
        out.putBytes(3, Hex.bytes("68 65 6c 6c 6f"));
        out.putU32(4, 1, ByteOrder.LITTLE_ENDIAN);
        out.putU32(5, 0xfffffffeL, ByteOrder.BIG_ENDIAN);
        out.putU64(6, -2, ByteOrder.LITTLE_ENDIAN);
        out.putFlag(7);

        assertThat(Hex.text(out.toByteArray()))
                .isEqualTo("0500010007000000" + "0600020001020000" + "06000f0012b50000" + "0900030068656c6c6f000000"
                        + "0800040001000000" + "08000500fffffffe" + "0c000600feffffffffffffff" + "04000700");
    }

    @Test
    void writesForAMachineOfTheOtherByteOrder() {
        MessageWriter big = MessageWriter.onHeap(ByteOrder.BIG_ENDIAN);

        int message = big.beginMessage(16, 0x0605, 41, 0);
        big.putU16(15, 4789, ByteOrder.BIG_ENDIAN);
        big.putU32(1, 42, big.hostOrder());
        big.putBytes(3, new byte[600]);
        big.endMessage(message);

        assertThat(big.hostOrder()).isEqualTo(ByteOrder.BIG_ENDIAN);
        assertThat(big.buffer().hostOrder()).isEqualTo(ByteOrder.BIG_ENDIAN);
        assertThat(Hex.text(big.buffer().bytes(0, 36)))
                .isEqualTo("0000027c001006050000002900000000" + "0006000f12b50000" + "000800010000002a" + "025c0003");
    }

    @Test
    void writesTextWithAndWithoutNul() {
        out.putText(3, "vx", true);
        out.putText(3, "vx", false);
        out.putText(3, "", true);
        out.putText(3, "", false);
        out.putText(3, "é", false);

        assertThat(Hex.text(out.toByteArray()))
                .isEqualTo(
                        "0700030076780000" + "0600030076780000" + "0500030000000000" + "04000300" + "06000300c3a90000");
    }

    @Test
    void writesAMessageWithNests() {
        // ip link add cc type vxlan id 16777216 dstport 4789
        int message = out.beginMessage(16, 0x0605, 41, 0);
        out.appendZeros(16);
        out.putText(3, "cc", true);
        int linkinfo = out.begin(18 | AttributeHeader.NESTED);
        out.putText(1, "vxlan", false);
        int data = out.begin(2 | AttributeHeader.NESTED);
        out.putU32(1, 1 << 24, ByteOrder.LITTLE_ENDIAN);
        out.putU16(15, 4789, ByteOrder.BIG_ENDIAN);
        out.end(data);
        out.end(linkinfo);
        out.endMessage(message);

        assertThat(Hex.text(out.toByteArray()))
                .isEqualTo("4c000000100005062900000000000000" + "00000000000000000000000000000000" + "0700030063630000"
                        + "24001280" + "0900010076786c616e000000" + "14000280" + "0800010000000001"
                        + "06000f0012b50000");
    }

    @Test
    void aNestEndsBehindThePaddingOfItsLastAttribute() {
        int nest = out.begin(1);
        out.putU8(2, 1);
        out.end(nest);

        assertThat(Hex.text(out.toByteArray())).isEqualTo("0c000100" + "0500020001000000");
    }

    @Test
    void anAttributeWrittenPieceByPieceIsPaddedButThePaddingNotCounted() {
        int mark = out.begin(9);
        out.append(Hex.little("aa bb cc"), 1, 2);
        out.end(mark);
        out.putFlag(1);

        assertThat(Hex.text(out.toByteArray())).isEqualTo("06000900bbcc0000" + "04000100");
    }

    @Test
    void aMessageOfOddLengthIsPaddedButThePaddingNotCounted() {
        int first = out.beginMessage(20, 1, 2, 3);
        out.append(Hex.little("ff"), 0, 1);
        out.endMessage(first);
        int second = out.beginMessage(21, 0, 0xffff_ffffL, 0xfffffffeL);
        out.endMessage(second);

        assertThat(second).isEqualTo(20);
        assertThat(Hex.text(out.toByteArray()))
                .isEqualTo("11000000140001000200000003000000" + "ff000000" + "1000000015000000fffffffffeffffff");
    }

    @Test
    void paddingIsZeroInAUsedBufferToo() {
        out.putBytes(1, Hex.bytes("ff".repeat(60)));
        out.clear();
        out.putU8(1, 1);
        out.putU16(2, 2, ByteOrder.LITTLE_ENDIAN);
        out.putText(3, "abc", true);
        out.putBytes(4, Hex.bytes("07 08 09"));
        int at = out.appendZeros(6);
        out.pad();

        assertThat(at).isEqualTo(32);
        assertThat(Hex.text(out.toByteArray()))
                .isEqualTo("0500010001000000" + "0600020002000000" + "0800030061626300" + "0700040007080900"
                        + "0000000000000000");
    }

    @Test
    void copiesAPieceOfAnotherBuffer() {
        out.putBytes(2, Hex.little("00 11 22 33"), 1, 3);

        assertThat(Hex.text(out.toByteArray())).isEqualTo("0700020011223300");
    }

    @Test
    void keepsWhatWasWrittenWhenItGrows() {
        MessageWriter tiny = MessageWriter.direct(0);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            tiny.putU16(1, i, ByteOrder.BIG_ENDIAN);
            expected.append(String.format("06000100%04x0000", i));
        }

        assertThat(tiny.length()).isEqualTo(4000);
        assertThat(tiny.buffer().capacity()).isGreaterThanOrEqualTo(4000);
        assertThat(tiny.buffer().slice(0, 1).isDirect()).isTrue();
        assertThat(Hex.text(tiny.toByteArray())).isEqualTo(expected.toString());
    }

    @Test
    void keepsItsMemoryWhenCleared() {
        out.putBytes(1, new byte[5000]);
        NetlinkBuffer grown = out.buffer();

        assertThat(out.clear().length()).isZero();
        assertThat(out.buffer()).isSameAs(grown);
        assertThat(out.toByteArray()).isEmpty();
    }

    @Test
    void takesPiecesOutAgain() {
        out.putU8(1, 1);
        out.putU8(2, 2);
        out.putU8(3, 3);

        out.remove(8, 8);
        assertThat(Hex.text(out.toByteArray())).isEqualTo("0500010001000000" + "0500030003000000");
        out.remove(8, 8);
        out.remove(0, 8);
        assertThat(out.length()).isZero();
    }

    @Test
    void theLongestAttributeFits() {
        out.putBytes(5, new byte[LONGEST_PAYLOAD]);

        assertThat(out.length()).isEqualTo(65_536);
        assertThat(AttributeHeader.length(out.buffer(), 0)).isEqualTo(65_535);
    }

    @Test
    void aLongerAttributeIsRefusedAndNothingIsWritten() {
        out.putFlag(1);

        assertThatThrownBy(() -> out.putBytes(5, new byte[LONGEST_PAYLOAD + 1]))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("attribute 5 must have at most 65531 bytes, not 65532");
        assertThatThrownBy(() -> out.putText(6, "x".repeat(LONGEST_PAYLOAD), true))
                .isInstanceOf(InvalidFieldException.class);
        assertThat(Hex.text(out.toByteArray())).isEqualTo("04000100");
        out.putText(6, "x".repeat(LONGEST_PAYLOAD), false);
    }

    @Test
    void anOverfullNestIsRefusedAndTakenBack() {
        out.putFlag(1);
        int nest = out.begin(5 | AttributeHeader.NESTED);
        for (int i = 0; i < 40; i++) {
            out.putBytes(1, new byte[2000]);
        }

        assertThatThrownBy(() -> out.end(nest))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("attribute 5 must have at most 65531 bytes, not 80160");
        assertThat(Hex.text(out.toByteArray())).isEqualTo("04000100");
    }

    @Test
    void nestsNestedAsDeepAsTheyMayKeepTheirLengths() {
        int[] marks = new int[100];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = out.begin(i + 1);
        }
        for (int i = marks.length - 1; i >= 0; i--) {
            out.end(marks[i]);
        }

        for (int i = 0; i < marks.length; i++) {
            assertThat(AttributeHeader.length(out.buffer(), marks[i])).isEqualTo(4 * (marks.length - i));
            assertThat(AttributeHeader.type(out.buffer(), marks[i])).isEqualTo(i + 1);
        }
    }
}
