package io.jnetlink.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.VxlanDf;
import io.jnetlink.route.link.VxlanPortRange;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamicFamilyTest {

    private static final DynamicFamily LINKS = Fixtures.rtLinkFamily();
    private static final DynamicFamily WORKSHOP = Fixtures.family("workshop.yaml");

    /** A map in the order of its arguments. */
    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static byte[] bytes(LinkMessage message) {
        MessageWriter out = MessageWriter.onHeap();
        message.writeTo(out);
        return out.toByteArray();
    }

    private static Map<String, Object> tool(Object... namesAndValues) {
        return WORKSHOP.decodeAttributes("tool-attrs", WORKSHOP.encodeAttributes("tool-attrs", map(namesAndValues)));
    }

    private static String toolHex(Object... namesAndValues) {
        return HexFormat.of().formatHex(WORKSHOP.encodeAttributes("tool-attrs", map(namesAndValues)));
    }

    @Test
    void aVxlanRequestHasTheBytesOfGeneratedCode() {
        Map<String, Object> vxlan = map(
                "id",
                1111,
                "group",
                "239.1.1.1",
                "link",
                3,
                "local",
                IpAddress.parse("10.0.0.1"),
                "ttl",
                64,
                "port-range",
                map("low", 1000, "high", 2000),
                "port",
                4789,
                "df",
                "set",
                "gbp",
                true,
                "ttl-inherit",
                true);
        byte[] dynamic = LINKS.encode(
                "newlink",
                map(
                        "ifi-index",
                        5,
                        "ifi-flags",
                        List.of("up"),
                        "ifi-change",
                        1,
                        "ifname",
                        "vxlan0",
                        "mtu",
                        1450,
                        "address",
                        "02:00:00:00:00:01",
                        "linkinfo",
                        map("kind", "vxlan", "data", vxlan)));
        LinkMessage generated = LinkMessage.builder()
                .header(h -> h.ifiIndex(5).ifiFlags(DeviceFlags.UP).ifiChange(1))
                .attributes(a -> a.ifname("vxlan0")
                        .mtu(1450)
                        .address(HardwareAddress.parse("02:00:00:00:00:01"))
                        .linkinfo(i -> i.kind("vxlan")
                                .dataVxlan(v -> v.id(1111)
                                        .group(IpAddress.parse("239.1.1.1"))
                                        .link(3)
                                        .local(IpAddress.parse("10.0.0.1"))
                                        .ttl(64)
                                        .portRange(VxlanPortRange.builder()
                                                .low(1000)
                                                .high(2000)
                                                .build())
                                        .port(4789)
                                        .df(VxlanDf.SET)
                                        .gbp(true)
                                        .ttlInherit(true))))
                .build();

        assertThat(dynamic).isEqualTo(bytes(generated));
    }

    @Test
    void aRecordedReplyReadsAsNamesAndValues() {
        byte[] message = Fixtures.hex("vxlan-reply.hex");
        Map<String, Object> link = LINKS.decode("getlink", Arrays.copyOfRange(message, 16, message.length));

        assertThat(link)
                .contains(
                        entry("ifi-index", 4L),
                        entry("ifi-flags", List.of("broadcast", "multicast")),
                        entry("ifname", "vxlan0"),
                        entry("mtu", 1450L),
                        entry("operstate", "down"),
                        entry("broadcast", "ff:ff:ff:ff:ff:ff"));
        Map<?, ?> info = (Map<?, ?>) link.get("linkinfo");
        Map<?, ?> data = (Map<?, ?>) info.get("data");
        assertThat(info.get("kind")).isEqualTo("vxlan");
        assertThat(data.get("id")).isEqualTo(1111L);
        assertThat(data.get("group")).isEqualTo("239.1.1.1");
        assertThat(data.get("port")).isEqualTo(4789L);
        assertThat(data.get("df")).isEqualTo("unset");
        assertThat(data.get("port-range")).isEqualTo(Map.of("low", 0L, "high", 0L));
        assertThat(((Map<?, ?>) link.get("stats64")).get("rx-packets")).isEqualTo(0L);
    }

    @Test
    void bigEndianAndHostOrderAreTold() {
        assertThat(toolHex("u16-big", 0x1234)).isEqualTo("06000500" + "12340000");
        assertThat(toolHex("u32-big", 0x12345678)).isEqualTo("08000700" + "12345678");
        assertThat(tool("u16-big", 4789)).containsExactly(entry("u16-big", 4789L));
    }

    @ParameterizedTest
    @CsvSource({"u8,255", "s8,-128", "u16,65535", "s16,-32768", "s32,-2147483648", "s64,-9223372036854775808"})
    void numbersKeepTheirExtremes(String attribute, long value) {
        assertThat(tool(attribute, value)).containsExactly(entry(attribute, value));
    }

    @Test
    void unsignedSixtyFourBitsAreBigIntegersAboveTheSignedOnes() {
        BigInteger greatest = new BigInteger("18446744073709551615");

        assertThat(tool("u64", greatest)).containsExactly(entry("u64", greatest));
        assertThat(tool("u64", "0xffffffffffffffff")).containsExactly(entry("u64", greatest));
        assertThat(tool("uint", greatest)).containsExactly(entry("uint", greatest));
    }

    @Test
    void variableWidthTakesFourBytesWhereTheyDo() {
        assertThat(toolHex("uint", 0xffff_ffffL)).startsWith("08000b00");
        assertThat(toolHex("uint", 0x1_0000_0000L)).startsWith("0c000b00");
        assertThat(toolHex("sint", -1)).startsWith("08000c00").endsWith("ffffffff");
        assertThat(tool("sint", -1L)).containsExactly(entry("sint", -1L));
    }

    @Test
    void enumsAndFlagsAreNamesWhereTheyHaveOne() {
        assertThat(tool("state", 3)).containsExactly(entry("state", "in-use"));
        assertThat(tool("state", "huge")).containsExactly(entry("state", "huge"));
        assertThat(tool("state", 99)).containsExactly(entry("state", 99L));
        assertThat(tool("options", List.of("sharp", "loud", 2L)))
                .containsExactly(entry("options", List.of("loud", "dusty", "sharp")));
        assertThat(tool("options", 0x30)).containsExactly(entry("options", List.of("sharp", 0x20L)));
        assertThat(tool("options", "dusty")).containsExactly(entry("options", List.of("dusty")));
    }

    @Test
    void aFlagIsTrueOrAbsent() {
        assertThat(tool("on", true)).containsExactly(entry("on", true));
        assertThat(tool("on", false)).isEmpty();
        assertThat(WORKSHOP.decodeAttributes("tool-attrs", HexFormat.of().parseHex("05000f0001000000")))
                .containsExactly(entry("on", true));
    }

    @Test
    void aFlagInRequestsMayBeANumberInReplies() {
        assertThat(toolHex("flag-or-number", true)).isEqualTo("04001000");
        assertThat(toolHex("flag-or-number", false)).isEmpty();
        assertThat(tool("flag-or-number", 1)).containsExactly(entry("flag-or-number", true));
        assertThat(WORKSHOP.decodeAttributes("tool-attrs", HexFormat.of().parseHex("0500100000000000")))
                .containsExactly(entry("flag-or-number", 0L));
    }

    @Test
    void addressesAreText() {
        assertThat(tool("mac", "02:00:5e:00:00:01", "ipv4", "10.1.2.3", "ipv6", "2001:db8::1", "ip", "10.0.0.9"))
                .containsExactly(
                        entry("mac", "02:00:5e:00:00:01"),
                        entry("ipv4", "10.1.2.3"),
                        entry("ipv6", "2001:db8::1"),
                        entry("ip", "10.0.0.9"));
        assertThat(tool("ipv4", 0x0a000001)).containsExactly(entry("ipv4", "10.0.0.1"));
        assertThat(tool("uuid", "01020304-0506-0708-090a-0b0c0d0e0f10"))
                .containsExactly(entry("uuid", "01020304-0506-0708-090a-0b0c0d0e0f10"));
    }

    @Test
    void structsAreAlignedAsInC() {
        assertThat(toolHex("box", map("width", 1, "height", 2, "weight", 3)))
                .isEqualTo("14001900" + "01000002" + "00000000" + "0300000000000000");
        assertThat(tool("crate", map("count", 2, "size", map("height", 9), "origin", "10.0.0.1")))
                .containsExactly(entry(
                        "crate",
                        Map.of(
                                "count",
                                2L,
                                "size",
                                Map.of("width", 0L, "height", 9L, "weight", 0L),
                                "origin",
                                "10.0.0.1")));
    }

    @Test
    void aShorterStructLacksMembersAndALongerOneIsCut() {
        assertThat(tool("box", "01000002")).containsExactly(entry("box", Map.of("width", 1L, "height", 2L)));
        assertThat(tool("box", "0100000200000000" + "0300000000000000" + "ffff"))
                .containsExactly(entry("box", Map.of("width", 1L, "height", 2L, "weight", 3L)));
    }

    @Test
    void indexedArraysAreListsOrTellTheirIndices() {
        assertThat(tool("teeth", List.of(5, 6))).containsExactly(entry("teeth", List.of(5L, 6L)));
        assertThat(toolHex("teeth", List.of(5)))
                .isEqualTo("0c002480".replace("8024", "2400") + "08000100" + "05000000");
        assertThat(tool("teeth", List.of(Map.of("0", 5), 6)))
                .containsExactly(entry("teeth", List.of(Map.of("0", 5L), Map.of("1", 6L))));
        assertThat(tool("wheels", List.of(map("number", 1), map("number", 2))))
                .containsExactly(entry("wheels", List.of(Map.of("number", 1L), Map.of("number", 2L))));
    }

    @Test
    void leavesTellTheirLevels() {
        assertThat(tool("policy", map("who", 7, "what", 8, "number", 9)))
                .containsExactly(entry("policy", Map.of("who", 7L, "what", 8L, "number", 9L)));
        assertThat(tool("policy", List.of(map("who", 1, "what", 2), map("who", 3, "what", 4))))
                .containsExactly(
                        entry("policy", List.of(Map.of("who", 1L, "what", 2L), Map.of("who", 3L, "what", 4L))));
    }

    @Test
    void formatsFollowTheirSelector() {
        assertThat(tool("kind", "saw", "data", map("blade", 4)))
                .containsExactly(entry("kind", "saw"), entry("data", Map.of("blade", 4L)));
        assertThat(tool("data", map("width", 3, "speed", 5), "kind", "drill"))
                .containsEntry("data", Map.of("width", 3L, "height", 0L, "weight", 0L, "speed", 5L));
        assertThat(tool("kind", "air", "data", Map.of())).containsEntry("data", Map.of());
        assertThat(tool("kind", "axe", "data", "0102")).containsEntry("data", "0102");
        assertThat(tool("motion", 5, "drive", map("speed", 6)))
                .containsExactly(entry("motion", "turning"), entry("drive", Map.of("speed", 6L)));
    }

    @Test
    void aFormatMayBeChosenFurtherOut() {
        assertThat(tool("inner", map("far", map("blade", 4)), "kind", "saw"))
                .containsEntry("inner", Map.of("far", Map.of("blade", 4L)));
    }

    @Test
    void bitfieldsHaveValueAndSelector() {
        assertThat(tool("bits", map("value", List.of("loud"), "selector", List.of("loud", "sharp"))))
                .containsExactly(entry("bits", Map.of("value", List.of("loud"), "selector", List.of("loud", "sharp"))));
    }

    @Test
    void unknownAttributesKeepNumberFlagsAndBytes() {
        Map<String, Object> fields = map("id", 1L, "300", "0102", "301/nested", List.of("", "03"));

        assertThat(tool("id", 1, "300", "0102", "301/nested", List.of("", "03")))
                .isEqualTo(fields);
        assertThat(toolHex("300/nested/net", "")).isEqualTo("04002cc1");
    }

    @Test
    void paddingIsPassedOverAndReservedNumbersAreTolerated() {
        byte[] padded = WORKSHOP.encodeAttributes("tool-attrs", map("43", "", "id", 5L, "reserved", "07"));

        assertThat(WORKSHOP.decodeAttributes("tool-attrs", padded))
                .containsExactly(entry("id", 5L), entry("reserved", "07"));
    }

    @Test
    void ofRepeatedAttributesTheLastCounts() {
        byte[] twice = HexFormat.of().parseHex("0800010001000000" + "0800010002000000");

        assertThat(WORKSHOP.decodeAttributes("tool-attrs", twice)).containsExactly(entry("id", 2L));
    }

    @Test
    void headerMembersStandBesideAttributes() {
        Map<String, Object> fields =
                map("room", 1, "bench-header.shelf", 2, "bench", -3, "state", "in-use", "label", "left", "shelf", 9);
        Map<String, Object> decoded = WORKSHOP.decode("get-tool", WORKSHOP.encode("get-tool", fields));

        // The attribute "state" hides the member of that name as well.
        assertThat(decoded)
                .containsEntry("room", 1L)
                .containsEntry("bench-header.shelf", 2L)
                .containsEntry("bench-header.state", "idle")
                .containsEntry("state", "in-use")
                .containsEntry("label", "left")
                .containsEntry("badge", "00:00:00:00:00:00")
                .containsEntry("shelf", 9L);
    }

    @Test
    void wrongValuesAreRefusedByName() {
        assertThatThrownBy(() -> tool("u8", 256)).hasMessage("tool-attrs.u8 must be 0..255, not 256");
        assertThatThrownBy(() -> tool("small", 1)).hasMessage("tool-attrs.small must be 2..100, not 1");
        assertThatThrownBy(() -> tool("u64", -1)).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> tool("id", 1.5)).hasMessage("tool-attrs.id must be a whole number, not 1.5");
        assertThatThrownBy(() -> tool("id", "ten")).hasMessage("tool-attrs.id must be a number, not ten");
        assertThatThrownBy(() -> tool("state", "idel"))
                .hasMessage("tool-attrs.state must be a number or an entry of state; did you mean idle?, not idel");
        assertThatThrownBy(() -> tool("masked", 0x8)).hasMessageContaining("no bits outside 0x13");
        assertThatThrownBy(() -> tool("name", "a-name-that-is-too-long")).hasMessageContaining("1..15 bytes");
        assertThatThrownBy(() -> tool("note", "a\0b")).hasMessageContaining("must not contain NUL");
        assertThatThrownBy(() -> tool("key", "01")).hasMessageContaining("exactly 4 bytes");
        assertThatThrownBy(() -> tool("bytes", "xyz")).hasMessageContaining("hexadecimal digits");
        assertThatThrownBy(() -> tool("mac", "02:zz")).hasMessageContaining("link-layer address");
        assertThatThrownBy(() -> tool("part", 5)).hasMessageContaining("must be a map");
        assertThatThrownBy(() -> tool("ports", 5)).hasMessageContaining("must be a list");
        assertThatThrownBy(() -> tool("filler", "")).hasMessageContaining("filler");
        assertThatThrownBy(() -> tool("data", map("blade", 1))).hasMessageContaining("must have kind beside it");
        assertThatThrownBy(() -> tool("kind", "axe", "data", map("blade", 1)))
                .hasMessageContaining("tool-data has no format axe");
        assertThatThrownBy(() -> tool("policy", map("who", 1))).hasMessageContaining("who, what");
        assertThatThrownBy(() -> tool("bits", map("value", 1))).hasMessageContaining("value and selector");
        assertThatThrownBy(() -> tool("box", map("width", 65536))).hasMessageContaining("box.width must be 0..65535");
    }

    @Test
    void unknownNamesAreRefusedWithAGuess() {
        assertThatThrownBy(() -> LINKS.encode("newlink", map("ifnam", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("link-attrs and its header have no field ifnam; did you mean ifname?");
        assertThatThrownBy(() -> LINKS.encode("newlnk", map()))
                .hasMessage("family rt-link has no operation newlnk; did you mean newlink?");
        assertThatThrownBy(() -> LINKS.encode("newlink", map("linkinfo", map("kinds", "x"))))
                .hasMessage("linkinfo-attrs has no attribute kinds; did you mean kind?");
        assertThatThrownBy(() -> tool("box", map("widht", 1)))
                .hasMessage("struct box has no member widht; did you mean width?");
    }

    @Test
    void malformedBytesNameThePath() {
        byte[] bytes = HexFormat.of().parseHex("10002000" + "0c000300" + "05000100" + "01000000");

        assertThatThrownBy(() -> WORKSHOP.decodeAttributes("tool-attrs", bytes))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("part.sub-part.number: expected 4 bytes, got 1 (at offset 12)");
        assertThatThrownBy(() -> WORKSHOP.decode("get-tool", new byte[5]))
                .hasMessage("fixed header needs 28 bytes, got 5 (at offset 0)");
    }

    @Test
    void nestsAreNotFollowedForEver() {
        Map<String, Object> part = map("number", 1);
        for (int i = 0; i < 40; i++) {
            part = map("sub-part", part);
        }
        Map<String, Object> deep = part;

        assertThatThrownBy(() -> WORKSHOP.encodeAttributes("part-attrs", deep)).hasMessageContaining("32 levels");
        byte[] bytes = new byte[4 * 60];
        for (int i = 0; i < 60; i++) {
            bytes[4 * i] = (byte) (bytes.length - 4 * i);
            bytes[4 * i + 2] = 3;
        }
        assertThatThrownBy(() -> WORKSHOP.decodeAttributes("part-attrs", bytes)).hasMessageContaining("32 levels");
    }
}
