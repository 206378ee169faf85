package io.jnetlink.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HardwareAddressTest {

    @ParameterizedTest
    @CsvSource({
        "02:00:00:00:00:01, 02:00:00:00:00:01",
        "2:0:0:0:0:A, 02:00:00:00:00:0a",
        "02-00-5E-00-53-FF, 02:00:5e:00:53:ff",
        "ff, ff",
        "00:00:00:00, 00:00:00:00"
    })
    void isWrittenAsIpWritesIt(String text, String written) {
        assertThat(HardwareAddress.parse(text)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "02:",
                ":02",
                "02::03",
                "0g:00",
                "002:03",
                "02 03",
                "02.03",
                "-1:02",
                "+1:02",
                "0200.5e00.5301"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> HardwareAddress.parse(text))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("hardware address must be hexadecimal bytes joined by colons, not \"" + text + "\"");
    }

    @Test
    void moreBytesThanTheKernelHasAreRefused() {
        String longest = "00:".repeat(31) + "00";

        assertThat(HardwareAddress.parse(longest).length()).isEqualTo(HardwareAddress.MAX_LENGTH);
        assertThatThrownBy(() -> HardwareAddress.parse(longest + ":00")).isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void keepsItsOwnCopyOfTheBytes() {
        byte[] bytes = Hex.bytes("02 00 00 00 00 01");
        HardwareAddress address = HardwareAddress.of(bytes);

        bytes[0] = 9;
        address.toByteArray()[1] = 9;

        assertThat(address).hasToString("02:00:00:00:00:01");
    }

    @Test
    void anEmptyOneIsEmptyText() {
        assertThat(HardwareAddress.of()).hasToString("");
    }

    @Test
    void rawAttributesKeepTheirOwnCopyAndShowNumberAndBytes() {
        byte[] payload = Hex.bytes("01 ab");
        RawAttribute attribute = new RawAttribute(0x8012, payload);

        payload[0] = 9;
        attribute.payload()[1] = 9;

        assertThat(attribute).hasToString("18=01ab");
    }

    @Test
    void malformedMessagesNameTheWayFromTheOutside() {
        MalformedMessageException inner = new MalformedMessageException("expected 2 bytes, got 1", 132);

        MalformedMessageException outer = inner.inside("port").inside("data").inside("linkinfo");

        assertThat(outer).hasMessage("linkinfo.data.port: expected 2 bytes, got 1 (at offset 132)");
        assertThat(outer.path()).isEqualTo("linkinfo.data.port");
        assertThat(outer.offset()).isEqualTo(132);
        assertThat(outer.getStackTrace()).isEqualTo(inner.getStackTrace());
    }
}
