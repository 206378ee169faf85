package io.jnetlink.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.Hex;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.RawAttribute;
import java.nio.ByteOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttributeBuilderTest {

    private static final ByteOrder NATIVE = ByteOrder.nativeOrder();

    private final DemoBuilder link = DemoBuilder.link();

    @BeforeEach
    void bytesBelowAreThoseOfALittleEndianMachine() {
        assumeTrue(NATIVE == ByteOrder.LITTLE_ENDIAN, "the expected bytes are little-endian");
    }

    @Test
    void writesAttributesInTheOrderInWhichTheyAreSet() {
        link.putU32(DemoFamily.MTU, 1400, NATIVE);
        link.putText(DemoFamily.IFNAME, "vx", true);
        link.putHardwareAddress(DemoFamily.ADDRESS, HardwareAddress.parse("02:00:00:00:00:01"));
        link.putFlag(DemoFamily.UP, true);
        link.putU8(DemoFamily.MODE, 1);
        link.putU16(DemoFamily.VALUES, 0x1234, ByteOrder.BIG_ENDIAN);
        link.putU64(DemoFamily.BIG, 1, ByteOrder.BIG_ENDIAN);
        link.putBytes(DemoFamily.STATS, Hex.bytes("0102"));

        assertThat(link.hex())
                .isEqualTo("0800040078050000" + "0700030076780000" + "0a000100020000000001" + "0000" + "04001300"
                        + "0500140001000000" + "0600050012340000" + "0c0008000000000000000001" + "0600060001020000");
    }

    @Test
    void settingAgainReplacesAndMovesToTheEnd() {
        link.putU32(DemoFamily.MTU, 1400, NATIVE);
        link.putText(DemoFamily.IFNAME, "a-rather-long-name", true);
        link.putU8(DemoFamily.MODE, 1);
        link.putText(DemoFamily.IFNAME, "vx", true);
        link.putU32(DemoFamily.MTU, 1500, NATIVE);

        assertThat(link.hex()).isEqualTo("0500140001000000" + "0700030076780000" + "08000400dc050000");
    }

    @Test
    void settingAgainWorksInNestsAndLeavesTheOuterAttributesAlone() {
        link.putU8(DemoFamily.TINY, 1);
        link.nest(DemoFamily.LINKINFO, "info-attrs", info -> {
            info.putText(DemoFamily.INFO_KIND, "vxlan", true);
            info.nest(DemoFamily.INFO_DATA, "vxlan-attrs", vxlan -> {
                vxlan.putU32(DemoFamily.VXLAN_ID, 1, NATIVE);
                vxlan.putU16(DemoFamily.VXLAN_PORT, 4789, ByteOrder.BIG_ENDIAN);
                vxlan.putU32(DemoFamily.VXLAN_ID, 2, NATIVE);
            });
            info.putText(DemoFamily.INFO_KIND, "vxlan", false);
        });
        link.putU8(DemoFamily.MODE, 2);

        assertThat(link.hex())
                .isEqualTo("05000b0001000000" + "24001280" + "14000280" + "06000f0012b50000" + "0800010002000000"
                        + "0900010076786c616e000000" + "0500140002000000");
    }

    @Test
    void aNestSetAgainReplacesTheWholeNest() {
        link.nest(DemoFamily.PEER, "link-attrs", peer -> peer.putU32(DemoFamily.MTU, 1, NATIVE));
        link.putU8(DemoFamily.TINY, 1);
        link.nest(DemoFamily.PEER, "link-attrs", peer -> peer.putU8(DemoFamily.MODE, 1));

        assertThat(link.hex()).isEqualTo("05000b0001000000" + "0c000c80" + "0500140001000000");
    }

    @Test
    void numbersSixtyFourApartDoNotDisturbEachOther() {
        link.putRaw(new RawAttribute(1, Hex.bytes("aa")));
        link.putRaw(new RawAttribute(65, Hex.bytes("bb")));
        link.putRaw(new RawAttribute(129, Hex.bytes("cc")));
        link.putRaw(new RawAttribute(65, Hex.bytes("dd")));

        assertThat(link.hex()).isEqualTo("05000100aa000000" + "05008100cc000000" + "05004100dd000000");
        assertThat(link.isSet(65)).isTrue();
        assertThat(link.isSet(193)).isFalse();
    }

    @Test
    void rawAttributesKeepTheirFlagBitsAndReplaceByNumber() {
        link.putRaw(new RawAttribute(0x8000 | DemoFamily.UNKNOWN, Hex.bytes("aa")));
        link.putRaw(new RawAttribute(DemoFamily.UNKNOWN, Hex.bytes("bb")));
        link.putRaw(new RawAttribute(0xc000 | DemoFamily.PEER, new byte[0]));

        assertThat(link.hex()).isEqualTo("0500c800bb000000" + "04000cc0");
    }

    @Test
    void attributesThatMayStandSeveralTimesAreAdded() {
        link.addBytes(DemoFamily.ALTNAME, Hex.bytes("6100"));
        link.addNest(DemoFamily.PEER, "link-attrs", peer -> peer.putU8(DemoFamily.TINY, 1));
        link.addBytes(DemoFamily.ALTNAME, Hex.bytes("6200"));
        link.addNest(DemoFamily.PEER, "link-attrs", peer -> {});

        assertThat(link.hex())
                .isEqualTo("06000d0061000000" + "0c000c00" + "05000b0001000000" + "06000d0062000000" + "04000c00");
        link.remove(DemoFamily.ALTNAME);
        link.remove(DemoFamily.PEER);
        assertThat(link.hex()).isEmpty();
    }

    @Test
    void aFlagIsSetByPresence() {
        link.putFlag(DemoFamily.UP, true);
        assertThat(link.isSet(DemoFamily.UP)).isTrue();
        link.putFlag(DemoFamily.UP, false);
        assertThat(link.isSet(DemoFamily.UP)).isFalse();
        assertThat(link.hex()).isEmpty();
    }

    @Test
    void numbersOfOpenWidthTakeAsFewBytesAsTheyNeed() {
        link.putUint(DemoFamily.UNSIGNED, 0xffff_ffffL);
        link.putSint(DemoFamily.SIGNED, -1);
        assertThat(link.hex()).isEqualTo("08000900ffffffff" + "08000a00ffffffff");

        link.putUint(DemoFamily.UNSIGNED, 1L << 32);
        link.putSint(DemoFamily.SIGNED, Integer.MIN_VALUE - 1L);
        assertThat(link.hex()).isEqualTo("0c0009000000000001000000" + "0c000a00ffffff7fffffffff");

        link.putUint(DemoFamily.UNSIGNED, -1);
        link.putSint(DemoFamily.SIGNED, Integer.MIN_VALUE);
        assertThat(link.hex()).isEqualTo("0c000900ffffffffffffffff" + "08000a0000000080");
    }

    @Test
    void continuesWhereAnotherListWasCopied() {
        link.putAll(DemoAttributes.link("0500c880 ff000000", "08000400 dc050000", "05000b00 01"));
        link.putU32(DemoFamily.MTU, 9000, NATIVE);
        link.putRaw(new RawAttribute(DemoFamily.UNKNOWN, Hex.bytes("01")));

        assertThat(link.hex()).isEqualTo("05000b0001000000" + "0800040028230000" + "0500c80001000000");
    }

    @Test
    void aListWithBytesBehindItsLastAttributeCanBeContinued() {
        link.putAll(DemoAttributes.link("05000b00 01000000", "0500"));
        link.putU8(DemoFamily.MODE, 1);
        link.putNest(DemoFamily.PEER, DemoAttributes.link("05000b00 01000000", "050000"), false);

        assertThat(link.hex()).isEqualTo("05000b0001000000" + "0500140001000000" + "0c000c00" + "05000b0001000000");
    }

    @Test
    void copiesNestsThatAreReady() {
        link.putNest(DemoFamily.PEER, DemoAttributes.link("08000400 dc050000"), true);
        link.putNest(DemoFamily.PEER, DemoAttributes.link("05000b00 01"), false);

        assertThat(link.hex()).isEqualTo("0c000c00" + "05000b0001000000");
    }

    @Test
    void startsBehindWhatTheWriterHolds() {
        MessageWriter out = MessageWriter.onHeap();
        out.appendZeros(16);
        out.putU32(DemoFamily.MTU, 1, NATIVE);
        DemoBuilder behind = DemoBuilder.link(out);

        behind.putU32(DemoFamily.MTU, 2, NATIVE);
        behind.putU32(DemoFamily.MTU, 3, NATIVE);

        assertThat(behind.hex()).isEqualTo("0800040003000000");
        assertThat(out.length()).isEqualTo(32);
    }

    @Test
    void theOuterBuilderIsLockedWhileANestIsFilled() {
        String rule = "a nest of link-attrs is still being filled";
        link.nest(DemoFamily.PEER, "link-attrs", peer -> {
            assertThatThrownBy(() -> link.putU8(DemoFamily.TINY, 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(rule);
            assertThatThrownBy(() -> link.addBytes(DemoFamily.ALTNAME, new byte[1]))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> link.putAll(DemoAttributes.link(""))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> link.beginAdditionalNest(DemoFamily.PEER, false))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> link.remove(DemoFamily.TINY)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> link.isSet(DemoFamily.TINY)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(link::writtenBytes).isInstanceOf(IllegalStateException.class);
            peer.putU8(DemoFamily.TINY, 2);
        });
        link.putU8(DemoFamily.MODE, 1);

        assertThat(link.hex()).isEqualTo("0c000c80" + "05000b0002000000" + "0500140001000000");
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertThatCode(() -> link.checkRange(DemoFamily.MTU, 68, 68, 65_535)).doesNotThrowAnyException();
        assertThatThrownBy(() -> link.checkRange(DemoFamily.MTU, 67, 68, 65_535))
                .isInstanceOfSatisfying(InvalidFieldException.class, e -> {
                    assertThat(e.field()).isEqualTo("link-attrs.mtu");
                    assertThat(e.value()).isEqualTo("67");
                    assertThat(e.rule()).isEqualTo("must be 68..65535");
                })
                .hasMessage("link-attrs.mtu must be 68..65535, not 67");
        assertThatThrownBy(() -> link.checkRange(DemoFamily.UNKNOWN, 2, 0, 1))
                .hasMessage("link-attrs.200 must be 0..1, not 2");
    }

    @Test
    void lengthsOutOfRangeAreNamed() {
        assertThatCode(() -> link.checkLength(DemoFamily.ADDRESS, 6, 6, 6)).doesNotThrowAnyException();
        assertThatThrownBy(() -> link.checkLength(DemoFamily.ADDRESS, 5, 6, 6))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("link-attrs.address must have exactly 6 bytes, not 5 bytes");
        assertThatThrownBy(() -> link.checkLength(DemoFamily.ADDRESS, 33, 0, 32))
                .hasMessage("link-attrs.address must have at most 32 bytes, not 33 bytes");
    }

    @Test
    void textWithNulIsRefusedAndTheEarlierTextKept() {
        link.putText(DemoFamily.IFNAME, "vx", true);

        assertThatThrownBy(() -> link.putText(DemoFamily.IFNAME, "a\0b", true))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("link-attrs.ifname must not contain NUL, not \"a\0b\"");
        assertThat(link.hex()).isEqualTo("0700030076780000");
    }

    @Test
    void anOverfullNestLeavesTheBuilderUsable() {
        link.putU8(DemoFamily.TINY, 1);
        assertThatThrownBy(() -> link.nest(DemoFamily.PEER, "link-attrs", peer -> {
                    for (int i = 0; i < 20; i++) {
                        peer.addBytes(DemoFamily.ALTNAME, new byte[4000]);
                    }
                }))
                .isInstanceOf(InvalidFieldException.class);
        link.putU8(DemoFamily.MODE, 1);

        assertThat(link.hex()).isEqualTo("05000b0001000000" + "0500140001000000");
    }
}
