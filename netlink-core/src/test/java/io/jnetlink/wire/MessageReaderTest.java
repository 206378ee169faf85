package io.jnetlink.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageReaderTest {

    private static final String ODD = "11000000 1000 0200 07000000 226d12e9 aa";
    private static final String EMPTY = "10000000 0300 0000 ffffffff 00000000";

    private final MessageReader reader = new MessageReader();

    @Test
    void walksTheMessagesOfADatagram() {
        NetlinkBuffer buffer = Hex.little("0000", ODD, "000000", EMPTY);
        reader.wrap(buffer, 2, buffer.capacity() - 2);

        assertThat(reader.next()).isTrue();
        assertThat(reader.buffer()).isSameAs(buffer);
        assertThat(reader.offset()).isEqualTo(2);
        assertThat(reader.length()).isEqualTo(17);
        assertThat(reader.type()).isEqualTo(16);
        assertThat(reader.flags()).isEqualTo(MessageFlags.MULTI);
        assertThat(reader.sequence()).isEqualTo(7);
        assertThat(reader.portId()).isEqualTo(3_910_298_914L);
        assertThat(reader.bodyOffset()).isEqualTo(18);
        assertThat(reader.bodyLength()).isEqualTo(1);
        assertThat(reader.next()).isTrue();
        assertThat(reader.offset()).isEqualTo(22);
        assertThat(reader.type()).isEqualTo(MessageHeader.DONE);
        assertThat(reader.sequence()).isEqualTo(0xffff_ffffL);
        assertThat(reader.bodyLength()).isZero();
        assertThat(reader.next()).isFalse();
    }

    @Test
    void readsTheHeadersOfABigEndianMachine() {
        reader.wrap(Hex.big("00000010 0010 0301 00000001 00001092"), 0, 16);

        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(16);
        assertThat(reader.flags()).isEqualTo(0x301);
        assertThat(reader.sequence()).isEqualTo(1);
        assertThat(reader.portId()).isEqualTo(4242);
    }

    @Test
    void theLastMessageMayLackItsPadding() {
        reader.wrap(Hex.little(ODD), 0, 17);

        assertThat(reader.next()).isTrue();
        assertThat(reader.next()).isFalse();
    }

    @Test
    void anEmptyDatagramHasNoMessages() {
        assertThat(reader.wrap(Hex.little(""), 0, 0).next()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, message claims 0 bytes of 16 left",
        "15, message claims 15 bytes of 16 left",
        "17, message claims 17 bytes of 16 left",
        "2147483647, message claims 2147483647 bytes of 16 left",
        "4294967295, message claims 4294967295 bytes of 16 left"
    })
    void aLengthThatCannotBeIsMalformed(long length, String rule) {
        NetlinkBuffer buffer = NetlinkBuffer.allocate(16);
        buffer.putU32(0, length);
        reader.wrap(buffer, 0, 16);

        assertThatThrownBy(reader::next)
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(rule + " (at offset 0)");
    }

    @Test
    void bytesTooFewForAHeaderAreMalformed() {
        NetlinkBuffer buffer = Hex.little(EMPTY, "10000000 0300");
        reader.wrap(buffer, 0, buffer.capacity());

        assertThat(reader.next()).isTrue();
        assertThatThrownBy(reader::next)
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("6 bytes left, too few for a message header (at offset 16)");
    }

    @Test
    void fieldsOfTheHeaderCanBePatched() {
        NetlinkBuffer buffer = Hex.little(EMPTY);

        MessageHeader.putSequence(buffer, 0, 0xfffffffeL);
        MessageHeader.putLength(buffer, 0, 20);

        assertThat(MessageHeader.sequence(buffer, 0)).isEqualTo(0xfffffffeL);
        assertThat(MessageHeader.length(buffer, 0)).isEqualTo(20);
        assertThat(MessageHeader.type(buffer, 0)).isEqualTo(MessageHeader.DONE);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 4", "3, 4", "4, 4", "65535, 65536", "2147483644, 2147483644"})
    void alignmentRoundsUpToFour(int length, int aligned) {
        assertThat(MessageHeader.align(length)).isEqualTo(aligned);
    }
}
