package io.jnetlink.message;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.Hex;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.RawAttribute;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class AttributeReaderTest {

    @Test
    void readsNumbersOfEveryWidth() {
        DemoAttributes link = DemoAttributes.link(
                "08000400 dc050000", "05000b00 fe000000", "0c000800 0102030405060708", "06000500 01020000");

        assertThat(link.u32(DemoFamily.MTU)).isEqualTo(1500);
        assertThat(link.s32(DemoFamily.MTU)).isEqualTo(1500);
        assertThat(link.u32(DemoFamily.MTU, BIG_ENDIAN)).isEqualTo(0xdc050000L);
        assertThat(link.s32(DemoFamily.MTU, BIG_ENDIAN)).isEqualTo(0xdc050000);
        assertThat(link.u16(DemoFamily.MTU)).isEqualTo(1500);
        assertThat(link.s8(DemoFamily.TINY)).isEqualTo(-2);
        assertThat(link.u8(DemoFamily.TINY)).isEqualTo(254);
        assertThat(link.s64(DemoFamily.BIG, BIG_ENDIAN)).isEqualTo(0x0102030405060708L);
        assertThat(link.s64(DemoFamily.BIG)).isEqualTo(0x0807060504030201L);
        assertThat(link.u16(DemoFamily.VALUES)).isEqualTo(0x0201);
        assertThat(link.u16(DemoFamily.VALUES, BIG_ENDIAN)).isEqualTo(0x0102);
        assertThat(link.s16(DemoFamily.VALUES)).isEqualTo(0x0201);
    }

    @Test
    void readsNumbersOfABigEndianMachine() {
        DemoAttributes link =
                DemoAttributes.link(Hex.big("00080004 000005dc", "0006 000a fffe 0000", "0006000f 12b50000"));

        assertThat(link.u32(DemoFamily.MTU)).isEqualTo(1500);
        assertThat(link.s16(DemoFamily.SIGNED)).isEqualTo(-2);
        assertThat(link.u16(DemoFamily.HOPS, BIG_ENDIAN)).isEqualTo(4789);
        assertThat(link.u16(DemoFamily.HOPS, LITTLE_ENDIAN)).isEqualTo(0xb512);
    }

    @Test
    void readsNumbersOfFourOrEightBytes() {
        DemoAttributes four = DemoAttributes.link("08000900 ffffffff", "08000a00 feffffff");
        DemoAttributes eight = DemoAttributes.link("0c000900 ffffffffffffffff", "0c000a00 feffffffffffffff");

        assertThat(four.uint(DemoFamily.UNSIGNED)).isEqualTo(0xffff_ffffL);
        assertThat(four.sint(DemoFamily.SIGNED)).isEqualTo(-2);
        assertThat(eight.uint(DemoFamily.UNSIGNED)).isEqualTo(-1);
        assertThat(eight.sint(DemoFamily.SIGNED)).isEqualTo(-2);
    }

    @Test
    void readsTextAndBytes() {
        DemoAttributes link = DemoAttributes.link("07000300 6c6f00 00", "0a000100 020000000001 0000");

        assertThat(link.text(DemoFamily.IFNAME)).isEqualTo("lo");
        assertThat(link.bytes(DemoFamily.IFNAME)).isEqualTo(Hex.bytes("6c6f00"));
        assertThat(link.hardwareAddress(DemoFamily.ADDRESS)).isEqualTo(HardwareAddress.parse("02:00:00:00:00:01"));
    }

    @Test
    void comparesTextInPlace() {
        DemoAttributes terminated = DemoAttributes.link("07000300 6c6f00 00");
        DemoAttributes bare = DemoAttributes.link("06000300 6c6f 0000");

        for (DemoAttributes link : new DemoAttributes[] {terminated, bare}) {
            assertThat(link.textIs(DemoFamily.IFNAME, "lo")).isTrue();
            assertThat(link.textIs(DemoFamily.IFNAME, "l")).isFalse();
            assertThat(link.textIs(DemoFamily.IFNAME, "lo0")).isFalse();
            assertThat(link.textIs(DemoFamily.IFNAME, "la")).isFalse();
            assertThat(link.textIs(DemoFamily.IFNAME, "")).isFalse();
            assertThat(link.textIs(DemoFamily.ALTNAME, "lo")).isFalse();
        }
        assertThat(DemoAttributes.link("04000300").textIs(DemoFamily.IFNAME, ""))
                .isTrue();
    }

    @Test
    void readsAddressesByTheirLength() {
        DemoAttributes four = DemoAttributes.link("08001600 c0000201");
        DemoAttributes sixteen = DemoAttributes.link("14001600 20010db8000000000000000000000001");
        DemoAttributes eight = DemoAttributes.link("0c001600 c0000201 00000000");
        DemoAttributes three = DemoAttributes.link("07001600 c0000200");

        assertThat(four.ipAddress(DemoFamily.GATEWAY)).isEqualTo(IpAddress.parse("192.0.2.1"));
        assertThat(sixteen.ipAddress(DemoFamily.GATEWAY)).isEqualTo(IpAddress.parse("2001:db8::1"));
        assertThat(sixteen.ipAddress(DemoFamily.GATEWAY, 4)).isEqualTo(IpAddress.parse("32.1.13.184"));
        assertThat(eight.ipAddress(DemoFamily.GATEWAY)).isEqualTo(IpAddress.parse("192.0.2.1"));
        assertThatThrownBy(() -> three.ipAddress(DemoFamily.GATEWAY))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("gateway: expected 4 bytes, got 3 (at offset 4)");
    }

    @Test
    void anAbsentAttributeIsNamed() {
        DemoAttributes link = DemoAttributes.link("08000400 dc050000");

        assertThat(link.has(DemoFamily.MTU)).isTrue();
        assertThat(link.has(DemoFamily.IFNAME)).isFalse();
        assertThat(link.has(DemoFamily.UNKNOWN)).isFalse();
        assertThatThrownBy(() -> link.text(DemoFamily.IFNAME))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no ifname in link-attrs");
        assertThatThrownBy(() -> link.payloadLength(DemoFamily.IFNAME)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> link.uint(DemoFamily.UNSIGNED)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aPayloadThatIsTooShortIsNamed() {
        DemoAttributes link = DemoAttributes.link("04000300", "07000400 dc0500 00");

        assertThat(link.has(DemoFamily.MTU)).isTrue();
        assertThatThrownBy(() -> link.u32(DemoFamily.MTU))
                .isInstanceOfSatisfying(
                        MalformedMessageException.class,
                        e -> assertThat(e.path()).isEqualTo("mtu"))
                .hasMessage("mtu: expected 4 bytes, got 3 (at offset 8)");
    }

    @Test
    void aLongerPayloadIsReadFromItsStart() {
        assertThat(DemoAttributes.link("0c000400 dc050000 ffffffff").u32(DemoFamily.MTU))
                .isEqualTo(1500);
    }

    @Test
    void ofSeveralTheLastCountsAndAllCanBeFound() {
        DemoAttributes link = DemoAttributes.link(
                "06000d00 6100 0000",
                "08000400 01000000",
                "06000d00 6200 0000",
                "08000400 02000000",
                "06000d00 6300 0000",
                "06000d00 6400 0000",
                "06000d00 6500 0000");

        assertThat(link.u32(DemoFamily.MTU)).isEqualTo(2);
        assertThat(link.payloadsOf(DemoFamily.ALTNAME)).containsExactly(4, 20, 36, 44, 52);
        assertThat(link.payloadsOf(DemoFamily.IFNAME)).isEmpty();
    }

    @Test
    void flagBitsOfTheTypeDoNotHideAnAttribute() {
        DemoAttributes link = DemoAttributes.link("080004c0 dc050000", "04001280");

        assertThat(link.u32(DemoFamily.MTU)).isEqualTo(1500);
        assertThat(link.has(DemoFamily.LINKINFO)).isTrue();
    }

    @Test
    void whatTheSpecDoesNotNameIsKeptRaw() {
        DemoAttributes link =
                DemoAttributes.link("0600c880 abcd 0000", "08000400 dc050000", "04000200", "0500ff3f 01000000");

        assertThat(link.unknown())
                .containsExactly(
                        new RawAttribute(0x80c8, Hex.bytes("abcd")),
                        new RawAttribute(2, new byte[0]),
                        new RawAttribute(0x3fff, Hex.bytes("01")));
        assertThat(link).hasToString("{200: abcd, mtu: 1500, 2: , 16383: 01}");
    }

    @Test
    void writesItsBytesAsTheyCame() {
        String hex = "0600c880abcdffff" + "08000400dc050000" + "05000b0001";
        DemoAttributes link = DemoAttributes.link(hex);
        MessageWriter out = MessageWriter.onHeap();

        link.writeTo(out);

        assertThat(link.length()).isEqualTo(21);
        assertThat(Hex.text(link.toByteArray())).isEqualTo(hex);
        assertThat(Hex.text(out.toByteArray())).isEqualTo(hex + "000000");
    }

    @Test
    void bytesBehindTheLastAttributeAreNoContent() {
        DemoAttributes link = DemoAttributes.link("08000400dc050000", "0500");
        MessageWriter out = MessageWriter.onHeap();

        link.writeTo(out);

        assertThat(Hex.text(out.toByteArray())).isEqualTo("08000400dc050000");
        assertThat(Hex.text(link.toByteArray())).isEqualTo("08000400dc050000");
        assertThat(link.length()).isEqualTo(8);
    }

    @Test
    void aViewMovesFromListToList() {
        DemoAttributes view = DemoAttributes.view();
        assertThat(view.has(DemoFamily.MTU)).isFalse();
        assertThat(view.length()).isZero();
        assertThat(view).hasToString("{}");

        view.wrap(Hex.little("ffff", "08000400 dc050000"), 2, 8);
        assertThat(view.u32(DemoFamily.MTU)).isEqualTo(1500);
        view.wrap(Hex.little("07000300 6c6f0000"), 0, 8);
        assertThat(view.has(DemoFamily.MTU)).isFalse();
        assertThat(view.text(DemoFamily.IFNAME)).isEqualTo("lo");
    }

    @Test
    void aWrongLengthIsRefusedAtOnce() {
        assertThatThrownBy(() -> DemoAttributes.link("08000400 dc050000", "03000300"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("attribute 3 claims 3 bytes of 4 left (at offset 8)");
    }

    @Test
    void knowsWhatItIsMadeOf() {
        DemoAttributes link = DemoAttributes.link("");

        assertThat(link.schema()).isSameAs(DemoFamily.LINK).hasToString("demo/link-attrs");
        assertThat(link.messageSchema().header()).isNull();
        assertThat(link.messageSchema().headerLength()).isZero();
        assertThat(link.messageSchema().attributes()).isSameAs(DemoFamily.LINK);
    }

    @Test
    void anAddressOfAnotherFamilyIsRefusedBeforeItIsSent() {
        DemoBuilder link = DemoBuilder.link();
        IpAddress v6 = IpAddress.parse("2001:db8::1");

        assertThatThrownBy(() -> link.putIpAddress(DemoFamily.GATEWAY, v6, 4))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("link-attrs.gateway must be an IPv4 address, not 2001:db8::1");
        assertThatThrownBy(() -> link.putIpAddress(DemoFamily.GATEWAY, IpAddress.parse("192.0.2.1"), 16))
                .hasMessage("link-attrs.gateway must be an IPv6 address, not 192.0.2.1");
        link.putIpAddress(DemoFamily.GATEWAY, v6, 0);
        assertThat(link.hex()).isEqualTo("14001600" + "20010db8000000000000000000000001");
    }
}
