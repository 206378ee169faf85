package io.jnetlink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

    private static final FamilySchema FAMILY = FamilySchema.raw("demo", 0)
            .set(
                    "outer",
                    AttributeSchema.of(7, "late", "LATE", AttributeKind.U8),
                    AttributeSchema.nest(2, "inside", "INSIDE", "inner"),
                    AttributeSchema.of(3, "opaque", "OPAQUE", AttributeKind.NEST))
            .set("inner")
            .struct(StructSchema.builder("five", 5)
                    .member("first", 0, 4, AttributeKind.U32, FieldOrder.BIG, DisplayHint.HEX)
                    .build())
            .enumeration(EnumSchema.enumeration("mode").entry("off", 0).build())
            .subMessage(SubMessageSchema.builder("data")
                    .format("a", "five", "inner")
                    .format("b", null, null)
                    .build())
            .operation(new OperationSchema("get", 18, 16, "five", "outer"))
            .operation(new OperationSchema("event", -1, 16, null, "outer"))
            .build();

    @Test
    void attributesAreFoundByNumberAndByName() {
        AttributeSet outer = FAMILY.attributeSet("outer");

        assertThat(outer.attributes()).extracting(AttributeSchema::number).containsExactly(2, 3, 7);
        assertThat(outer.maxNumber()).isEqualTo(7);
        assertThat(outer.byNumber(7)).isSameAs(outer.byName("late").orElseThrow());
        assertThat(outer.byNumber(0)).isNull();
        assertThat(outer.byNumber(4)).isNull();
        assertThat(outer.byNumber(8)).isNull();
        assertThat(outer.byNumber(16_383)).isNull();
        assertThat(outer.byName("LATE")).isEmpty();
        assertThat(outer.family()).isSameAs(FAMILY);
        assertThat(outer).hasToString("demo/outer");
    }

    @Test
    void anEmptySetKnowsNothing() {
        AttributeSet inner = FAMILY.attributeSet("inner");

        assertThat(inner.maxNumber()).isEqualTo(-1);
        assertThat(inner.byNumber(0)).isNull();
        assertThat(inner.attributes()).isEmpty();
    }

    @Test
    void nestsLeadToTheirSets() {
        AttributeSet outer = FAMILY.attributeSet("outer");

        assertThat(outer.nested(outer.byNumber(2))).isSameAs(FAMILY.attributeSet("inner"));
        assertThat(outer.nested(outer.byNumber(3))).isNull();
    }

    @Test
    void operationsAreFoundByTheNumbersOfTheirMessages() {
        assertThat(FAMILY.operation("get").request()).isEqualTo(18);
        assertThat(FAMILY.byRequest(18)).map(OperationSchema::name).contains("get");
        assertThat(FAMILY.byRequest(16)).isEmpty();
        assertThat(FAMILY.byReply(16)).map(OperationSchema::name).contains("get");
        assertThat(FAMILY.byReply(17)).isEmpty();
    }

    @Test
    void aMessageIsAHeaderAndASet() {
        MessageSchema message = FAMILY.message("five", "outer");

        assertThat(message.header()).isSameAs(FAMILY.struct("five"));
        assertThat(message.headerLength()).isEqualTo(8);
        assertThat(FAMILY.message(null, "outer").headerLength()).isZero();
    }

    @Test
    void aNameThatTheFamilyLacksIsAFaultOfTheCaller() {
        assertThatThrownBy(() -> FAMILY.attributeSet("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("family demo has no attribute set none");
        assertThatThrownBy(() -> FAMILY.struct("none")).hasMessage("family demo has no struct none");
        assertThatThrownBy(() -> FAMILY.enumeration("none")).hasMessage("family demo has no enum none");
        assertThatThrownBy(() -> FAMILY.subMessage("none")).hasMessage("family demo has no sub-message none");
        assertThatThrownBy(() -> FAMILY.operation("none")).hasMessage("family demo has no operation none");
        assertThatThrownBy(() -> FAMILY.message("none", "outer")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void familiesKnowTheirProtocol() {
        assertThat(FAMILY.name()).isEqualTo("demo");
        assertThat(FAMILY.protocol()).isZero();
        assertThat(FAMILY.isGeneric()).isFalse();
        assertThat(FamilySchema.generic("nlctrl").build().isGeneric()).isTrue();
        assertThat(FamilySchema.generic("nlctrl").build().protocol()).isEqualTo(16);
    }

    @Test
    void formatsAreChosenByTheSelectorsValue() {
        SubMessageSchema data = FAMILY.subMessage("data");

        assertThat(data.format("a")).contains(new SubMessageSchema.Format("a", "five", "inner"));
        assertThat(data.format("b")).contains(new SubMessageSchema.Format("b", null, null));
        assertThat(data.format("c")).isEmpty();
    }

    @Test
    void numbersOfAnEnumerationAreNamed() {
        EnumSchema mode = EnumSchema.enumeration("mode")
                .entry("off", 0)
                .entry("on", 1)
                .entry("yes", 1)
                .build();

        assertThat(mode.isFlags()).isFalse();
        assertThat(mode.nameOf(1)).contains("on");
        assertThat(mode.nameOf(2)).isEmpty();
        assertThat(mode.print(0)).isEqualTo("off");
        assertThat(mode.print(2)).isEqualTo("2");
        assertThat(mode.print(-1)).isEqualTo("18446744073709551615");
        assertThat(mode.valueOf("off")).contains(0L);
        assertThat(mode.valueOf("OFF")).isEmpty();
    }

    @Test
    void bothNamesOfOneValueAreUnderstood() {
        EnumSchema mode =
                EnumSchema.enumeration("mode").entry("on", 1).entry("yes", 1).build();

        assertThat(mode.valueOf("on")).contains(1L);
        assertThat(mode.valueOf("yes")).contains(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "0, <>",
        "1, <up>",
        "3, '<up,debug>'",
        "2, <debug>",
        "13, '<up,both>'",
        "5, '<up,0x4>'",
        "18446744073709551615, '<up,debug,both,0xfffffffffffffff0>'"
    })
    void bitsOfFlagsAreNamed(String value, String text) {
        EnumSchema flags = EnumSchema.flags("flags")
                .entry("none", 0)
                .entry("up", 1)
                .entry("debug", 2)
                .entry("both", 12)
                .build();

        assertThat(flags.isFlags()).isTrue();
        assertThat(flags.print(Long.parseUnsignedLong(value))).isEqualTo(text);
    }

    @Test
    void whatIsBuiltDoesNotChangeWhenItsBuilderGoesOn() {
        EnumSchema.Builder names = EnumSchema.enumeration("mode").entry("off", 0);
        SubMessageSchema.Builder formats = SubMessageSchema.builder("data").format("a", null, null);
        StructSchema.Builder members = StructSchema.builder("pair", 2)
                .member("low", 0, 1, AttributeKind.U8, FieldOrder.HOST, DisplayHint.NONE);
        FamilySchema.Builder parts = FamilySchema.raw("demo", 0).set("one");
        EnumSchema mode = names.build();
        SubMessageSchema data = formats.build();
        StructSchema pair = members.build();
        FamilySchema family = parts.build();

        names.entry("on", 1);
        formats.format("b", null, null);
        members.enumMember("high", 1, 1, AttributeKind.U8, FieldOrder.HOST, "mode");
        parts.set("two").enumeration(mode).operation(new OperationSchema("get", 1, 1, null, "one"));

        assertThat(mode.nameOf(1)).isEmpty();
        assertThat(data.format("b")).isEmpty();
        assertThat(pair.members()).extracting(StructSchema.Member::name).containsExactly("low");
        assertThatThrownBy(() -> family.attributeSet("two")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> family.operation("get")).isInstanceOf(IllegalArgumentException.class);
        assertThat(family.byReply(1)).isEmpty();
    }

    @Test
    void membersOfAStructKeepWhatIsSaidOfThem() {
        StructSchema struct = StructSchema.builder("three", 8)
                .member("number", 0, 4, AttributeKind.U32, FieldOrder.BIG, DisplayHint.HEX)
                .enumMember("mode", 4, 1, AttributeKind.U8, FieldOrder.HOST, "mode")
                .structMember("pair", 6, 2, "pair")
                .build();

        assertThat(struct.size()).isEqualTo(8);
        assertThat(struct.members())
                .containsExactly(
                        new StructSchema.Member(
                                "number", 0, 4, AttributeKind.U32, FieldOrder.BIG, DisplayHint.HEX, null, null),
                        new StructSchema.Member(
                                "mode", 4, 1, AttributeKind.U8, FieldOrder.HOST, DisplayHint.NONE, "mode", null),
                        new StructSchema.Member(
                                "pair", 6, 2, AttributeKind.BINARY, FieldOrder.HOST, DisplayHint.NONE, null, "pair"));
    }

    @Test
    void kindsKnowTheirNumbers() {
        assertThat(Arrays.stream(AttributeKind.values()).filter(AttributeKind::isNumber))
                .containsExactly(
                        AttributeKind.U8,
                        AttributeKind.U16,
                        AttributeKind.U32,
                        AttributeKind.U64,
                        AttributeKind.S8,
                        AttributeKind.S16,
                        AttributeKind.S32,
                        AttributeKind.S64,
                        AttributeKind.UINT,
                        AttributeKind.SINT);
        assertThat(Arrays.stream(AttributeKind.values()).filter(AttributeKind::isSigned))
                .containsExactly(
                        AttributeKind.S8, AttributeKind.S16, AttributeKind.S32, AttributeKind.S64, AttributeKind.SINT);
        assertThat(AttributeKind.U16.minimumLength()).isEqualTo(2);
        assertThat(AttributeKind.UINT.minimumLength()).isEqualTo(4);
        assertThat(AttributeKind.STRING.minimumLength()).isZero();
    }

    @Test
    void byteOrdersAreThoseOfTheMachineUnlessSaidOtherwise() {
        for (ByteOrder host : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            assertThat(FieldOrder.HOST.resolve(host)).isEqualTo(host);
            assertThat(FieldOrder.BIG.resolve(host)).isEqualTo(ByteOrder.BIG_ENDIAN);
            assertThat(FieldOrder.LITTLE.resolve(host)).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        }
    }

    @Test
    void attributesAreRefinedStepByStep() {
        AttributeSchema attribute = AttributeSchema.of(5, "ports", "PORTS", AttributeKind.INDEXED_ARRAY)
                .withElement(AttributeKind.U16)
                .withByteOrder(FieldOrder.BIG)
                .withHint(DisplayHint.HEX)
                .withEnum("ports")
                .withStruct("pair")
                .withNested("inner")
                .withRequestKind(AttributeKind.FLAG)
                .withMulti()
                .withSubMessage("data", "kind");

        assertThat(attribute)
                .isEqualTo(new AttributeSchema(
                        5,
                        "ports",
                        "PORTS",
                        AttributeKind.INDEXED_ARRAY,
                        AttributeKind.FLAG,
                        FieldOrder.BIG,
                        DisplayHint.HEX,
                        true,
                        "inner",
                        AttributeKind.U16,
                        "pair",
                        "ports",
                        "data",
                        "kind"));
    }
}
