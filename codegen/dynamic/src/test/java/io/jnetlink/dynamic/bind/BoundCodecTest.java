package io.jnetlink.dynamic.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.dynamic.Codec;
import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.dynamic.Fixtures;
import io.jnetlink.message.Bitfield32;
import io.jnetlink.message.Leveled;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.lang.invoke.MethodHandles;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Every kind of attribute as a component: the same bytes as from a map, and back. */
class BoundCodecTest {

    private static final DynamicFamily FAMILY = Fixtures.family("workshop.yaml");
    private static final int HEADER = 28;

    private static <T> Codec<T> codec(Class<T> record) {
        return FAMILY.codec(record, "get-tool", MethodHandles.lookup());
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static <T> byte[] write(Class<T> type, T value) {
        MessageWriter out = MessageWriter.onHeap();
        codec(type).write(out, value);
        return out.toByteArray();
    }

    private static <T> T read(Class<T> type, byte[] bytes) {
        // Not at the start of the buffer, as in a received datagram.
        byte[] moved = new byte[bytes.length + 8];
        System.arraycopy(bytes, 0, moved, 4, bytes.length);
        return codec(type).read(NetlinkBuffer.wrap(moved), 4, bytes.length);
    }

    private static <T> void same(Class<T> type, T value, Map<String, Object> fields) {
        byte[] expected = FAMILY.encode("get-tool", fields);

        assertThat(HexFormat.of().formatHex(write(type, value)))
                .isEqualTo(HexFormat.of().formatHex(expected));
        assertThat(read(type, expected)).usingRecursiveComparison().isEqualTo(value);
    }

    private static byte[] attributes(String hex) {
        byte[] attributes = HexFormat.of().parseHex(hex);
        byte[] body = new byte[HEADER + attributes.length];
        System.arraycopy(attributes, 0, body, HEADER, attributes.length);
        return body;
    }

    @Test
    void numbersOfAllWidths() {
        same(
                Tools.Numbers.class,
                new Tools.Numbers(
                        255, (byte) -128, 65535, 0x1234, (short) -2, 0xfffffffeL, -3, -1, -4, 0x1_0000_0000L, -5, 100),
                map(
                        "u8", 255,
                        "s8", -128,
                        "u16", 65535,
                        "u16-big", 0x1234,
                        "s16", -2,
                        "u32-big", 0xfffffffeL,
                        "s32", -3,
                        "u64", new BigInteger("18446744073709551615"),
                        "s64", -4,
                        "uint", 0x1_0000_0000L,
                        "sint", -5,
                        "small", 100));
    }

    @Test
    void optionalNumbersThatAreThere() {
        same(
                Tools.Optionals.class,
                new Tools.Optionals(
                        OptionalInt.of(1),
                        (byte) 2,
                        Optional.of(3),
                        4L,
                        OptionalLong.of(5),
                        null,
                        OptionalInt.of(6),
                        7),
                map("u8", 1, "s8", 2, "u16", 3, "u32-big", 4, "u64", 5, "small", 6, "s32", 7));
    }

    @Test
    void optionalNumbersThatAreNot() {
        same(
                Tools.Optionals.class,
                new Tools.Optionals(
                        OptionalInt.empty(),
                        null,
                        Optional.empty(),
                        null,
                        OptionalLong.empty(),
                        null,
                        OptionalInt.empty(),
                        null),
                map());
    }

    @Test
    void payloadsThatAreThere() {
        same(
                Tools.Payloads.class,
                new Tools.Payloads(
                        true,
                        true,
                        "hammer",
                        Optional.of("päng"),
                        new byte[] {1, 2, 3},
                        new byte[] {4, 5, 6, 7},
                        HardwareAddress.parse("02:00:00:00:00:01"),
                        IpAddress.parse("10.0.0.1"),
                        Optional.of(IpAddress.parse("2001:db8::1")),
                        IpAddress.parse("10.0.0.2"),
                        new Tools.Box(1, 2, 3),
                        Optional.of(new Tools.Crate(4, new Tools.Box(5, 6, 7), IpAddress.parse("10.0.0.3"))),
                        new int[] {80, 443},
                        new long[] {1, 0xffffffffL},
                        new Bitfield32(1, 3),
                        Tools.State.OUT_OF_ORDER,
                        OptionalLong.of(0x13)),
                map(
                        "on", true,
                        "flag-or-number", true,
                        "name", "hammer",
                        "note", "päng",
                        "bytes", "010203",
                        "key", "04050607",
                        "mac", "02:00:00:00:00:01",
                        "ipv4", "10.0.0.1",
                        "ipv6", "2001:db8::1",
                        "ip", "10.0.0.2",
                        "box", map("width", 1, "height", 2, "weight", 3),
                        "crate",
                                map(
                                        "count",
                                        4,
                                        "size",
                                        map("width", 5, "height", 6, "weight", 7),
                                        "origin",
                                        "10.0.0.3"),
                        "ports", List.of(80, 443),
                        "pids", List.of(1, 0xffffffffL),
                        "bits", map("value", 1, "selector", 3),
                        "state", "broken",
                        "options", 0x13));
    }

    @Test
    void payloadsThatAreNot() {
        same(
                Tools.Payloads.class,
                new Tools.Payloads(
                        false,
                        false,
                        null,
                        Optional.empty(),
                        null,
                        null,
                        null,
                        null,
                        Optional.empty(),
                        null,
                        null,
                        Optional.empty(),
                        null,
                        null,
                        null,
                        null,
                        OptionalLong.empty()),
                map());
    }

    @Test
    void nestsAndLists() {
        Tools.Part leaf = new Tools.Part(OptionalLong.of(9), null, null);
        Tools.Part part = new Tools.Part(OptionalLong.empty(), "axle", leaf);
        same(
                Tools.Nests.class,
                new Tools.Nests(
                        part,
                        List.of(leaf, part),
                        List.of("a", "b"),
                        List.of(leaf, leaf, part),
                        List.of(1L, 0xffffffffL),
                        List.of(new Leveled<>(List.of(1, 2), leaf), new Leveled<>(List.of(1, 3), part)),
                        List.of(new Leveled<>(List.of(7), leaf), new Leveled<>(List.of(8), leaf)),
                        List.of(new Tools.Box(1, 2, 3), new Tools.Box(4, 5, 6))),
                map(
                        "part", map("title", "axle", "sub-part", map("number", 9)),
                        "spare", List.of(map("number", 9), map("title", "axle", "sub-part", map("number", 9))),
                        "alias", List.of("a", "b"),
                        "wheels",
                                List.of(
                                        map("number", 9),
                                        map("number", 9),
                                        map("title", "axle", "sub-part", map("number", 9))),
                        "teeth", List.of(1, 0xffffffffL),
                        "policy",
                                List.of(
                                        map("who", 1, "what", 2, "number", 9),
                                        map("who", 1, "what", 3, "title", "axle", "sub-part", map("number", 9))),
                        "stat", List.of(map("place", 7, "number", 9), map("place", 8, "number", 9)),
                        "boxes",
                                List.of(
                                        map("width", 1, "height", 2, "weight", 3),
                                        map("width", 4, "height", 5, "weight", 6))));
    }

    @Test
    void listsThatAreEmpty() {
        List<Leveled<Tools.Part>> none = List.of();
        same(
                Tools.Nests.class,
                new Tools.Nests(null, List.of(), List.of(), List.of(), List.of(), none, none, List.of()),
                map());
    }

    @Test
    void listsThatWereReadCannotBeChanged() {
        Tools.Nests nests = read(Tools.Nests.class, FAMILY.encode("get-tool", map("alias", List.of("a"))));

        assertThatThrownBy(() -> nests.alias().add("b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void formatsOfASealedInterface() {
        same(
                Tools.Formats.class,
                new Tools.Formats("saw", new Tools.Saw(OptionalInt.of(3), Optional.of(40L)), Optional.empty()),
                map("kind", "saw", "data", map("blade", 3, "teeth", 40)));
        same(
                Tools.Formats.class,
                new Tools.Formats("drill", new Tools.Drill(1, 2, 3, OptionalLong.of(4)), Optional.empty()),
                map("kind", "drill", "data", map("width", 1, "height", 2, "weight", 3, "speed", 4)));
        same(
                Tools.Formats.class,
                new Tools.Formats("crate", new Tools.CrateData(new Tools.Box(1, 2, 3)), Optional.empty()),
                map("kind", "crate", "data", map("width", 1, "height", 2, "weight", 3)));
        same(
                Tools.Formats.class,
                new Tools.Formats("air", new Tools.Air(), Optional.empty()),
                map("kind", "air", "data", map()));
    }

    @Test
    void aSelectorIsSetUnlessTheRecordSaysIt() {
        byte[] expected = FAMILY.encode("get-tool", map("kind", "saw", "data", map("blade", 3)));
        Tools.Saw saw = new Tools.Saw(OptionalInt.of(3), Optional.empty());

        assertThat(write(Tools.Formats.class, new Tools.Formats(null, saw, Optional.empty())))
                .isEqualTo(expected);
        assertThat(write(Tools.OnlyData.class, new Tools.OnlyData(saw))).isEqualTo(expected);
        assertThatThrownBy(() -> write(Tools.Formats.class, new Tools.Formats("axe", saw, Optional.empty())))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("tool-attrs.kind must be \"saw\" for this format, not \"axe\"");
    }

    @Test
    void aNumericSelectorIsSetToo() {
        same(
                Tools.Formats.class,
                new Tools.Formats(null, null, Optional.of(new Tools.Turning(OptionalLong.of(9)))),
                map("motion", "turning", "drive", map("speed", 9)));
    }

    @Test
    void otherFormatsReadAsAbsent() {
        byte[] unknown = FAMILY.encode("get-tool", map("kind", "axe", "data", "0102", "motion", 2, "drive", "05"));

        assertThat(read(Tools.Formats.class, unknown)).isEqualTo(new Tools.Formats("axe", null, Optional.empty()));
        assertThat(read(Tools.Formats.class, attributes("08002800" + "08000100")))
                .isEqualTo(new Tools.Formats(null, null, Optional.empty()));
    }

    @Test
    void theFormatIsFoundBeforeItsSelectorToo() {
        byte[] reversed = FAMILY.encode("get-tool", map("data", map("blade", 3), "kind", "saw"));

        assertThat(read(Tools.OnlyData.class, reversed).data())
                .isEqualTo(new Tools.Saw(OptionalInt.of(3), Optional.empty()));
    }

    @Test
    void theWholeHeaderAndSomeOfIt() {
        same(
                Tools.WholeHeader.class,
                new Tools.WholeHeader(
                        new Tools.BenchHeader(
                                1, 2, -3, Tools.State.IN_USE, "left", HardwareAddress.parse("02:00:00:00:00:01")),
                        OptionalLong.of(5)),
                map(
                        "room", 1,
                        "bench-header.shelf", 2,
                        "bench", -3,
                        "bench-header.state", 3,
                        "label", "left",
                        "badge", "02:00:00:00:00:01",
                        "shelf", 5));
        same(
                Tools.SomeOfHeader.class,
                new Tools.SomeOfHeader(7, "right", OptionalLong.of(8)),
                map("bench-header.shelf", 7, "label", "right", "id", 8));
    }

    @Test
    void numbersWithoutAConstantAreTheUnlistedOne() {
        byte[] unlisted = FAMILY.encode("get-tool", map("state", 77));

        assertThat(read(Tools.Payloads.class, unlisted).state()).isEqualTo(Tools.State.OTHER);
        assertThatThrownBy(() -> read(Tools.Motions.class, FAMILY.encode("get-tool", map("motion", 3))))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith("motion: 3 has no constant in Motion");
    }

    @Test
    void theUnlistedConstantCannotBeSent() {
        Tools.BenchHeader header =
                new Tools.BenchHeader(1, 2, 3, Tools.State.OTHER, "x", HardwareAddress.of(new byte[6]));

        assertThatThrownBy(() -> write(Tools.WholeHeader.class, new Tools.WholeHeader(header, OptionalLong.empty())))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("bench-header.state must be a constant with a number, not OTHER");
    }

    @Test
    void whatCannotBeAbsentIsMissed() {
        byte[] bytes = FAMILY.encode("get-tool", map("u8", 1, "s16", 2));

        assertThatThrownBy(() -> read(Tools.Numbers.class, bytes))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith("no s8, u16, u16-big, u32-big, s32, u64, s64, uint, sint, small, "
                        + "which Numbers cannot do without");
    }

    @Test
    void wrongValuesAreRefusedByName() {
        Tools.Optionals none = read(Tools.Optionals.class, new byte[HEADER]);

        assertThatThrownBy(() -> write(
                        Tools.Optionals.class,
                        new Tools.Optionals(
                                OptionalInt.of(256),
                                none.s8(),
                                none.u16(),
                                none.u32Big(),
                                none.u64(),
                                none.flagOrNumber(),
                                none.small(),
                                none.s32())))
                .hasMessage("tool-attrs.u8 must be 0..255, not 256");
        assertThatThrownBy(() -> write(
                        Tools.Optionals.class,
                        new Tools.Optionals(
                                none.u8(),
                                none.s8(),
                                none.u16(),
                                none.u32Big(),
                                none.u64(),
                                none.flagOrNumber(),
                                OptionalInt.of(1),
                                none.s32())))
                .hasMessage("tool-attrs.small must be 2..100, not 1");
        assertThatThrownBy(
                        () -> write(Tools.SomeOfHeader.class, new Tools.SomeOfHeader(65536, "x", OptionalLong.empty())))
                .hasMessage("bench-header.shelf must be 0..65535, not 65536");
        assertThatThrownBy(() -> write(
                        Tools.SomeOfHeader.class, new Tools.SomeOfHeader(1, "too long a label", OptionalLong.empty())))
                .hasMessageContaining("bench-header.label must have at most 8 bytes");
    }

    @Test
    void malformedBytesNameThePath() {
        assertThatThrownBy(() -> read(Tools.Nests.class, attributes("10002000" + "0c000300" + "05000100" + "01000000")))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("part.sub-part.number: expected 4 bytes, got 1 (at offset 44)");
        assertThatThrownBy(() -> read(Tools.Nests.class, attributes("ff002000")))
                .hasMessage("attribute 32 claims 255 bytes of 4 left (at offset 32)");
        assertThatThrownBy(() -> read(Tools.Nests.class, new byte[3]))
                .hasMessage("fixed header needs 28 bytes, got 3 (at offset 4)");
    }

    @Test
    void recursionEnds() {
        byte[] nested = new byte[HEADER + 4 * 60];
        for (int i = 0; i < 60; i++) {
            nested[HEADER + 4 * i] = (byte) (4 * 60 - 4 * i);
            nested[HEADER + 4 * i + 2] = (byte) (i == 0 ? 32 : 3);
        }

        assertThatThrownBy(() -> read(Tools.Nests.class, nested))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("more than 32 levels of nests");
    }

    @Test
    void unknownAttributesAndMissingPaddingArePassedOver() {
        byte[] bytes = FAMILY.encode("get-tool", map("300", "0102", "u8", 1));
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 3);

        assertThat(read(Tools.Optionals.class, cut).u8()).hasValue(1);
    }

    @Test
    void aShortStructReadsAsZeros() {
        assertThat(read(Tools.Payloads.class, FAMILY.encode("get-tool", map("box", "0700")))
                        .box())
                .isEqualTo(new Tools.Box(7, 0, 0));
        assertThat(read(Tools.OnlyData.class, FAMILY.encode("get-tool", map("kind", "crate", "data", "0700")))
                        .data())
                .isEqualTo(new Tools.CrateData(new Tools.Box(7, 0, 0)));
    }
}
