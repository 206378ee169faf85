package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MalformedMessageException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text, bytes, addresses and C arrays. */
class TextsTest {

    private final GeneratedFamily family = GeneratedFamily.construct("texts");

    private Dynamic builder() {
        return family.builder("Texts");
    }

    private void assertBothWays(String name, Object value, String bytes) {
        assertThat(builder().set(name, value).build().hex()).isEqualTo(bytes);
        assertThat(family.decode("Texts", bytes).get(name)).isEqualTo(value);
        assertThat(family.view("TextsView", bytes).get(name)).isEqualTo(value);
    }

    @Test
    void textIsTerminatedUnlessTheSpecSaysOtherwise() {
        assertBothWays("name", "eth0", "09000100 65746830 00000000");
        assertBothWays("name", "", "05000100 00000000");
        assertBothWays("name", "ä", "07000100 c3a40000");
        assertBothWays("bare", "eth0", "08000200 65746830");
        assertBothWays("bare", "", "04000200");
    }

    @Test
    void textIsReadWithAndWithoutItsNul() {
        assertThat(family.decode("Texts", "08000100 65746830").get("name")).isEqualTo("eth0");
        assertThat(family.decode("Texts", "08000200 65740030").get("bare")).isEqualTo("et");
    }

    @Test
    void textWithNulIsRefused() {
        assertThatThrownBy(() -> builder().set("name", "a\0b"))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("must not contain NUL");
        assertThatThrownBy(() -> builder().set("addNames", "a\0b"))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("must not contain NUL");
    }

    @Test
    void bytesAreCopied() {
        byte[] blob = {1, 2, 3};
        Dynamic built = builder().set("blob", blob).build();
        blob[0] = 9;

        assertThat(built.hex()).isEqualTo("07000300 01020300");
        ((byte[]) built.get("blob"))[1] = 9;
        assertThat((byte[]) built.get("blob")).containsExactly(1, 2, 3);
    }

    @Test
    void hintsMakeAddresses() {
        assertBothWays("mac", HardwareAddress.parse("02:00:00:00:00:01"), "0a000400 02000000 00010000");
        assertBothWays("v4", IpAddress.parse("192.0.2.1"), "08000500 c0000201");
        assertBothWays("v4Bytes", IpAddress.parse("192.0.2.1"), "08000600 c0000201");
        assertBothWays("v6", IpAddress.parse("2001:db8::1"), "14000700 20010db8 00000000 00000000 00000001");
        assertBothWays("either", IpAddress.parse("192.0.2.1"), "08000800 c0000201");
        assertBothWays("either", IpAddress.parse("::1"), "14000800 00000000 00000000 00000000 00000001");
    }

    @Test
    void anAddressOfTheOtherFamilyIsRefused() {
        assertThatThrownBy(() -> builder().set("v4", IpAddress.parse("::1")))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("texts.v4 must be an IPv4 address, not ::1");
        assertThatThrownBy(() -> builder().set("v6", IpAddress.parse("192.0.2.1")))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("texts.v6 must be an IPv6 address, not 192.0.2.1");
    }

    @Test
    void aShortAddressIsMalformed() {
        assertThatThrownBy(() -> family.decode("Texts", "07000700 01020300").get("v6"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("expected 16 bytes, got 3");
    }

    @Test
    void listsKeepTheirOrder() {
        Dynamic built = builder()
                .set("addNames", "a")
                .set("name", "n")
                .set("addNames", "b")
                .build();

        assertThat(built.hex()).isEqualTo("06000900 61000000 06000100 6e000000 06000900 62000000");
        assertThat(built.get("names")).isEqualTo(List.of("a", "b"));
        assertThat(builder().build().get("names")).isEqualTo(List.of());
    }

    @Test
    void listsOfBytesAndAddresses() {
        Dynamic built = builder()
                .set("addBlobs", new byte[] {1})
                .set("addBlobs", new byte[] {})
                .set("addMacs", HardwareAddress.of((byte) 1))
                .set("addAddresses", IpAddress.parse("1.2.3.4"))
                .set("addAddresses", IpAddress.parse("::"))
                .build();

        assertThat(((List<?>) built.get("blobs"))
                        .stream().map(b -> ((byte[]) b).length).toList())
                .isEqualTo(List.of(1, 0));
        assertThat(built.get("macs")).isEqualTo(List.of(HardwareAddress.of((byte) 1)));
        assertThat(built.get("addresses")).isEqualTo(List.of(IpAddress.parse("1.2.3.4"), IpAddress.parse("::")));
    }

    @Test
    void numbersInCArrays() {
        assertBothWays("bytes8", new int[] {1, 255}, "06000d00 01ff0000");
        assertBothWays("words", new long[] {1, 0xffff_ffffL}, "0c000e00 01000000 ffffffff");
        assertBothWays("shorts", new int[] {1, 0xff00}, "08000f00 0001ff00");
        assertThat((int[]) family.decode("Texts", "07000f00 00010200").get("shorts"))
                .containsExactly(1);
        assertThatThrownBy(() -> builder().set("bytes8", new int[] {256}))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("texts.bytes8 must be 0..255, not 256");
    }

    @Test
    void fillersHaveNoAccessorsAndAreTolerated() {
        String bytes = "04001000 04001000 06001100 01020000 06000100 61000000";
        Dynamic value = family.decode("Texts", bytes);

        assertThat(value.hex()).isEqualTo(bytes);
        assertThat(value.get("name")).isEqualTo("a");
        assertThat(value.get("unknown")).isEqualTo(List.of());
        assertThat(family.type("TextsReader").getMethods())
                .extracting(java.lang.reflect.Method::getName)
                .doesNotContain("filler", "reserved");
    }
}
