package io.jnetlink.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MalformedMessageException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attributes that hold several things, or one whose layout another chooses. */
class CollectionsTest {

    private static final PayloadReader<Long> NUMBER = (buffer, at, size) -> buffer.u32(at);
    private static final PayloadReader<String> TEXT = (buffer, at, size) -> buffer.text(at, size);

    private final DemoBuilder link = DemoBuilder.link();

    @BeforeEach
    void bytesBelowAreThoseOfALittleEndianMachine() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the expected bytes are little-endian");
    }

    @Test
    void severalOfOneNumberAreReadInTheirOrder() {
        DemoAttributes names = DemoAttributes.link("06000d00 6100 0000", "08000400 01000000", "06000d00 6200 0000");

        assertThat(names.list(DemoFamily.ALTNAME, 0, TEXT)).containsExactly("a", "b");
        assertThat(names.list(DemoFamily.IFNAME, 0, TEXT)).isEmpty();
        assertThatThrownBy(() -> names.list(DemoFamily.ALTNAME, 4, NUMBER))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("altname: expected 4 bytes, got 2 (at offset 4)");
        assertThatThrownBy(() -> names.list(DemoFamily.ALTNAME, 0, TEXT).add("c"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void elementsOfAnArrayAreReadInTheirOrder() {
        DemoAttributes queues = DemoAttributes.link("14000e00 08000100 01000000 08000200 02000000");

        assertThat(queues.elements(DemoFamily.QUEUES, 4, NUMBER)).containsExactly(1L, 2L);
        assertThat(DemoAttributes.link("04000e00").elements(DemoFamily.QUEUES, 4, NUMBER))
                .isEmpty();
        assertThatThrownBy(() -> DemoAttributes.link("").elements(DemoFamily.QUEUES, 4, NUMBER))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> queues.elements(DemoFamily.QUEUES, 8, NUMBER))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void levelsWhoseTypesAreDataAreReadAsSuch() {
        DemoAttributes paths = DemoAttributes.link(
                "1c001000",
                "0c000500 08000700 01000000",
                "0c000600 08000800 02000000",
                "10001000",
                "0c000500 08000900 03000000");

        assertThat(paths.leaves(DemoFamily.PATHS, 2, 4, NUMBER))
                .containsExactly(
                        new Leveled<>(List.of(5, 7), 1L),
                        new Leveled<>(List.of(6, 8), 2L),
                        new Leveled<>(List.of(5, 9), 3L));
        assertThatThrownBy(() -> paths.leaves(DemoFamily.PATHS, 2, 8, NUMBER))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("paths: expected 8 bytes, got 4 (at offset 12)");
    }

    @Test
    void onePayloadIsReadFromItsStartOrBehindAHeader() {
        DemoAttributes twoNumbers = DemoAttributes.link("0c000400 01000000 02000000");

        assertThat(twoNumbers.read(DemoFamily.MTU, 8, NUMBER)).isEqualTo(1);
        assertThat(twoNumbers.readBehind(DemoFamily.MTU, 4, NUMBER)).isEqualTo(2);
        assertThat(twoNumbers.<Integer>readBehind(DemoFamily.MTU, 16, (buffer, at, size) -> size))
                .isZero();
        assertThatThrownBy(() -> twoNumbers.read(DemoFamily.MTU, 9, NUMBER))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void arraysOfNumbersArePackedInTheirByteOrder() {
        assertThat(AttributeBuilder.packed(AttributeKind.U16, FieldOrder.BIG, 1, 0xfffe))
                .containsExactly(0, 1, 0xff, 0xfe);
        assertThat(AttributeBuilder.packed(AttributeKind.U8, FieldOrder.HOST, 1, 255))
                .containsExactly(1, 255);
        assertThat(AttributeBuilder.packed(AttributeKind.U32, FieldOrder.LITTLE, 0xffff_fffeL))
                .containsExactly(0xfe, 0xff, 0xff, 0xff);
        assertThat(AttributeBuilder.packed(AttributeKind.S64, FieldOrder.BIG, -2L))
                .containsExactly(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe);
    }

    @Test
    void aFormatThatWasNotChosenIsNotThere() {
        DemoAttributes mode = DemoAttributes.link("05000b00 01000000");

        assertThat(mode.chosen(DemoFamily.MODE, true, "tunnel")).isEqualTo(DemoFamily.MODE);
        assertThatThrownBy(() -> mode.chosen(DemoFamily.MODE, false, "match"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no mode of format match in link-attrs");
    }

    @Test
    void aTextSelectorIsSetOnceAndNotAgainstTheCaller() {
        link.nest(DemoFamily.LINKINFO, "info-attrs", info -> {
            info.select(DemoFamily.INFO_KIND, "vxlan", false);
            info.select(DemoFamily.INFO_KIND, "vxlan", false);
            assertThatThrownBy(() -> info.select(DemoFamily.INFO_KIND, "vlan", false))
                    .isInstanceOf(InvalidFieldException.class)
                    .hasMessage("info-attrs.kind must be \"vlan\" for this format, not \"vxlan\"");
        });

        assertThat(link.hex()).isEqualTo("10001280" + "0900010076786c616e000000");
    }

    @Test
    void aNumericSelectorIsAskedForOnce() {
        assertThat(link.needsSelector(DemoFamily.MODE, 1, "tunnel")).isTrue();
        link.putU8(DemoFamily.MODE, 1);

        assertThat(link.needsSelector(DemoFamily.MODE, 1, "tunnel")).isFalse();
        assertThatThrownBy(() -> link.needsSelector(DemoFamily.MODE, 2, "match"))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("link-attrs.mode must be 2 (match) for this format, not 1");
    }

    @Test
    void selectorsAreNotLookedForWhileANestIsFilled() {
        int nest = link.beginNest(DemoFamily.PEER, true);

        assertThatThrownBy(() -> link.select(DemoFamily.IFNAME, "x", true)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> link.needsSelector(DemoFamily.MODE, 1, "tunnel"))
                .isInstanceOf(IllegalStateException.class);
        link.endNest(nest);
        assertThatCode(() -> link.needsSelector(DemoFamily.MODE, 1, "tunnel")).doesNotThrowAnyException();
    }

    @Test
    void structsAndNestsAreAppendedOrReplaced() {
        link.putStruct(DemoFamily.BITS, new Bitfield32(1, 1));
        link.putStruct(DemoFamily.BITS, new Bitfield32(2, 3));
        link.adding(DemoFamily.PEER);
        link.appendNest(DemoFamily.PEER, DemoAttributes.link("05000b00 01"), true);
        link.adding(DemoFamily.PEER);
        link.appendNest(DemoFamily.PEER, DemoAttributes.link(""), false);

        assertThat(link.hex()).isEqualTo("0c0007000200000003000000" + "0c000c80" + "05000b0001000000" + "04000c00");
    }

    @Test
    void levelsAreOpenedInsideANest() {
        int paths = link.beginNest(DemoFamily.PATHS, true);
        int first = link.beginLevel(5, true);
        link.appendStruct(7, new Bitfield32(1, 2));
        link.out().end(first);
        link.endNest(paths);

        assertThat(link.hex()).isEqualTo("14001080" + "10000580" + "0c0007000100000002000000");
    }
}
