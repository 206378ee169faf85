package io.jnetlink.dynamic.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jnetlink.dynamic.Attribute;
import io.jnetlink.dynamic.BindingException;
import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.dynamic.Fixtures;
import io.jnetlink.dynamic.Format;
import io.jnetlink.dynamic.Header;
import io.jnetlink.dynamic.Operation;
import io.jnetlink.dynamic.Unlisted;
import io.jnetlink.wire.HardwareAddress;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What does not fit is told when it is bound, all of it, by both names. */
class BindingMismatchTest {

    private static final DynamicFamily FAMILY = Fixtures.family("workshop.yaml");

    record Tool(long id) {}

    record Part(long number) {}

    record Misspelt(String nmae) {}

    record MisspeltName(@Attribute("naem") String any) {}

    record MisspeltMember(@Header("shelv") int any) {}

    record HeaderPart(@Header long number) {}

    record HeaderInNest(HeaderPart part) {}

    record AmbiguousShelf(long shelf) {}

    record Both(@Attribute("shelf") @Header long shelf) {}

    record TwiceId(long id, @Attribute("id") long other) {}

    record Narrow(int id, byte u8, OptionalInt u64) {}

    record Wrong(
            int note,
            String id,
            int on,
            String bytes,
            String mac,
            HardwareAddress ip,
            String ipv4,
            long bits,
            String part,
            long box,
            int[] pids,
            boolean s32) {}

    record WrongLists(String alias, List<Long> id, long[] teeth, List<Part> policy, List<String> wheels) {}

    @SuppressWarnings("rawtypes")
    record Raw(List spare, Optional note) {}

    record SilentOnes(byte[] filler, byte[] reserved) {}

    enum Speed {
        IDLE,
        IDEL,
        FASTER
    }

    record WrongEnums(@Attribute("state") Speed state, Speed options, Speed id) {}

    enum Several {
        IDLE,
        @Unlisted
        A,
        @Unlisted
        B
    }

    record Unlisteds(@Attribute("state") Several state) {}

    record Plain(long speed) {}

    @Format("turn")
    record Turn(long speed) {}

    @Format("saw")
    record SawData(int blade) {}

    record WrongFormats(Plain data, Turn drive) {}

    record TextFormat(String data) {}

    record Inner(SawData far) {}

    record Outer(Inner inner) {}

    record BoxOf(long depth, String height, int weight) {}

    record WrongStructs(BoxOf box) {}

    record WrongHeader(int label, String badge, Integer bench) {}

    record Typed<T>(T note) {}

    interface UnknownOperation {
        Tool gettol();
    }

    interface UnknownAnnotated {
        @Operation("gettool")
        Tool any();
    }

    interface Notification {
        Tool toolNtf();
    }

    interface NoDump {
        List<Tool> setTool();
    }

    interface OnlyDump {
        Optional<Part> listParts();
    }

    interface NoReply {
        Tool setTool();
    }

    interface ReturnsInt {
        int getTool();
    }

    interface ReturnsMap {
        Map<String, Object> getTool();
    }

    interface VoidVisit {
        void getTool(Consumer<Tool> visitor);
    }

    interface ListOfText {
        List<String> getTool();
    }

    interface OptionalOfText {
        Optional<Long> getTool();
    }

    interface UnknownAttribute {
        List<Misspelt> getTool();
    }

    interface UnknownNamed {
        List<MisspeltName> getTool();
    }

    interface UnknownMember {
        List<MisspeltMember> getTool();
    }

    interface HeaderInANest {
        List<HeaderInNest> getTool();
    }

    interface Ambiguous {
        List<AmbiguousShelf> getTool();
    }

    interface BothAnnotations {
        List<Both> getTool();
    }

    interface Twice {
        List<TwiceId> getTool();
    }

    interface TooNarrow {
        List<Narrow> getTool();
    }

    interface WrongKinds {
        List<Wrong> getTool();
    }

    interface Lists {
        List<WrongLists> getTool();
    }

    interface RawTypes {
        List<Raw> getTool();
    }

    interface Silent {
        List<SilentOnes> getTool();
    }

    interface Enums {
        List<WrongEnums> getTool();
    }

    interface TwoUnlisted {
        List<Unlisteds> getTool();
    }

    interface SubMessages {
        List<WrongFormats> getTool();
    }

    interface SubMessageText {
        List<TextFormat> getTool();
    }

    interface OuterSelector {
        List<Outer> getTool();
    }

    interface SubMessageParameter {
        void setTool(String kind, @Attribute("data") SawData data);
    }

    interface Structs {
        List<WrongStructs> getTool();
    }

    interface HeaderTypes {
        List<WrongHeader> getTool();
    }

    interface Generic {
        List<Typed<String>> getTool();
    }

    interface BadParameters {
        Tool getTool(int id, String nothing);
    }

    interface SeveralMethods {
        Tool gettol();

        int getTool();

        void setTool(String nothing);
    }

    static Stream<Arguments> mismatches() {
        return Stream.of(
                expect(
                        UnknownOperation.class,
                        "UnknownOperation.gettol: family workshop has no operation gettol; did you mean get-tool?"),
                expect(
                        UnknownAnnotated.class,
                        "UnknownAnnotated.any: family workshop has no operation gettool; did you mean get-tool?"),
                expect(Notification.class, "Notification.toolNtf: operation tool-ntf is sent by the kernel only"),
                expect(
                        NoDump.class,
                        "NoDump.setTool: operation set-tool has no dump, which List, Dump and Consumer need: return void, a record or Optional"),
                expect(
                        OnlyDump.class,
                        "OnlyDump.listParts: operation list-parts has only a dump: return List or Dump, or take a Consumer"),
                expect(NoReply.class, "NoReply.setTool: operation set-tool has no reply: return void"),
                expect(
                        ReturnsInt.class,
                        "ReturnsInt.getTool: returns int: must be void, a record, Optional, List or Dump of a record, or boolean with a Consumer"),
                expect(
                        ReturnsMap.class,
                        "ReturnsMap.getTool: returns Map: must be void, a record, Optional, List or Dump of a record, or boolean with a Consumer"),
                expect(
                        VoidVisit.class,
                        "VoidVisit.getTool: takes a Consumer, so it must return boolean: whether the dump was interrupted"),
                expect(
                        ListOfText.class,
                        "ListOfText.getTool: answers of String, but the reply of operation get-tool must be a record"),
                expect(
                        OptionalOfText.class,
                        "OptionalOfText.getTool: answers of Long, but the reply of operation get-tool must be a record"),
                expect(
                        UnknownAttribute.class,
                        "Misspelt.nmae: attribute set tool-attrs has no attribute nmae, and header bench-header no such member; did you mean name?"),
                expect(
                        UnknownNamed.class,
                        "MisspeltName.any: attribute set tool-attrs has no attribute naem, and header bench-header no such member; did you mean name?"),
                expect(
                        UnknownMember.class,
                        "MisspeltMember.any: header bench-header has no member shelv; did you mean shelf?"),
                expect(
                        HeaderInANest.class,
                        "HeaderPart.number: is @Header, but the messages of part-attrs have no fixed header here"),
                expect(
                        Ambiguous.class,
                        "AmbiguousShelf.shelf: both attribute tool-attrs.shelf and header member bench-header.shelf have this name: add @Attribute or @Header"),
                expect(BothAnnotations.class, "Both.shelf: cannot be both @Attribute and @Header"),
                expect(Twice.class, "TwiceId.other: stands for tool-attrs.id, as id does already"),
                expect(
                        TooNarrow.class,
                        "Narrow.id: is int, but attribute tool-attrs.id is u32: it holds u32 0..4294967295, use long",
                        "Narrow.u8: is byte, but attribute tool-attrs.u8 is u8: it holds u8 0..255, use int",
                        "Narrow.u64: is OptionalInt, but attribute tool-attrs.u64 is u64: it holds u64 0..18446744073709551615, use long"),
                expect(
                        WrongKinds.class,
                        "Wrong.note: is int, but attribute tool-attrs.note is string: use String",
                        "Wrong.id: is String, but attribute tool-attrs.id is u32: use long",
                        "Wrong.on: is int, but attribute tool-attrs.on is flag: use boolean",
                        "Wrong.bytes: is String, but attribute tool-attrs.bytes is binary: use byte[]",
                        "Wrong.mac: is String, but attribute tool-attrs.mac is binary: use byte[] or HardwareAddress",
                        "Wrong.ip: is HardwareAddress, but attribute tool-attrs.ip is binary: use byte[] or IpAddress",
                        "Wrong.ipv4: is String, but attribute tool-attrs.ipv4 is u32: use long, or IpAddress",
                        "Wrong.bits: is long, but attribute tool-attrs.bits is bitfield32: use Bitfield32",
                        "Wrong.part: is String, but attribute tool-attrs.part is nest of part-attrs: use a record with its attributes, or byte[]",
                        "Wrong.box: is long, but attribute tool-attrs.box is struct box: use a record with its members, or byte[]",
                        "Wrong.pids: is int[], but attribute tool-attrs.pids is array of u32: use long[] or byte[]",
                        "Wrong.s32: is boolean, but attribute tool-attrs.s32 is s32: use a number"),
                expect(
                        Lists.class,
                        "WrongLists.alias: is String, but attribute tool-attrs.alias may stand several times: use List<…>",
                        "WrongLists.id: is List<Long>, but attribute tool-attrs.id is one u32",
                        "WrongLists.teeth: is long[], but attribute tool-attrs.teeth is indexed-array of u32: use List<…>",
                        "WrongLists.policy: is List<Part>, but attribute tool-attrs.policy is nest-type-value of who, what: use List<Leveled<…>>",
                        "WrongLists.wheels: is List<String>, but attribute tool-attrs.wheels is nest of part-attrs: use a record with its attributes, or byte[]"),
                expect(
                        RawTypes.class,
                        "Raw.spare: List needs a type argument",
                        "Raw.note: Optional needs a type argument"),
                expect(
                        Silent.class,
                        "SilentOnes.filler: is byte[], but attribute tool-attrs.filler is pad: it has no value",
                        "SilentOnes.reserved: is byte[], but attribute tool-attrs.reserved is unused: it has no value"),
                expect(
                        Enums.class,
                        "Speed.FASTER: enum state has no entry FASTER",
                        "Speed.IDEL: enum state has no entry IDEL; did you mean idle?",
                        "WrongEnums.options: is Speed, but attribute tool-attrs.options is u32 with flags option: flags combine, use long",
                        "WrongEnums.id: is Speed, but attribute tool-attrs.id is u32: its values have no names, use long"),
                expect(TwoUnlisted.class, "Several.B: only one constant can be @Unlisted"),
                expect(
                        SubMessages.class,
                        "WrongFormats.data: Plain must be a record with @Format, since attribute tool-attrs.data is sub-message tool-data",
                        "WrongFormats.drive: sub-message drive-data has no format turn; did you mean turning?"),
                expect(
                        SubMessageText.class,
                        "TextFormat.data: is String, but attribute tool-attrs.data is sub-message tool-data: use a record or sealed interface with @Format, or byte[]"),
                expect(
                        OuterSelector.class,
                        "Inner.far: attribute inner-attrs.far is chosen by kind outside of inner-attrs, which the records around do not tell: use byte[]"),
                expect(
                        SubMessageParameter.class,
                        "SubMessageParameter.setTool(data): attribute tool-attrs.data cannot be a parameter of its own: use a record"),
                expect(
                        Structs.class,
                        "BoxOf.depth: struct box has no member depth",
                        "BoxOf.height: is String, but struct member box.height is u16: use int; a member cannot be absent",
                        "BoxOf.weight: is int, but struct member box.weight is u64: it holds u64 0..18446744073709551615, use long"),
                expect(
                        HeaderTypes.class,
                        "WrongHeader.label: is int, but struct member bench-header.label is string: use String",
                        "WrongHeader.badge: is String, but struct member bench-header.badge is binary: use byte[] or HardwareAddress",
                        "WrongHeader.bench: is Integer, but struct member bench-header.bench is s32: use int; a member cannot be absent"),
                expect(Generic.class, "Generic.getTool: record Typed has type parameters"),
                expect(
                        BadParameters.class,
                        "BadParameters.getTool(id): is int, but attribute tool-attrs.id is u32: it holds u32 0..4294967295, use long",
                        "BadParameters.getTool(nothing): attribute set tool-attrs has no attribute nothing, and header bench-header no such member"),
                expect(
                        SeveralMethods.class,
                        "SeveralMethods.gettol: family workshop has no operation gettol; did you mean get-tool?",
                        "SeveralMethods.getTool: returns int: must be void, a record, Optional, List or Dump of a record, or boolean with a Consumer",
                        "SeveralMethods.setTool(nothing): attribute set tool-attrs has no attribute nothing, and header bench-header no such member"));
    }

    private static Arguments expect(Class<?> face, String... mismatches) {
        return Arguments.of(face, List.of(mismatches));
    }

    @ParameterizedTest
    @MethodSource("mismatches")
    void allAreTold(Class<?> face, List<String> mismatches) {
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY)) {
            BindingException told = catchThrowableOfType(
                    BindingException.class, () -> FAMILY.bind(face, kernel.client(), MethodHandles.lookup()));

            assertThat(told.mismatches()).containsExactlyInAnyOrderElementsOf(mismatches);
            assertThat(told)
                    .hasMessageStartingWith(face.getName() + " cannot be bound:\n  "
                            + told.mismatches().get(0));
            assertThat(kernel.requests()).isEmpty();
        }
    }

    @Test
    void aClassIsNoInterface() {
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY)) {
            assertThatThrownBy(() -> FAMILY.bind(String.class, kernel.client(), MethodHandles.lookup()))
                    .isInstanceOf(BindingException.class)
                    .hasMessageContaining("String: is no interface that could be implemented");
        }
    }

    @Test
    void aClosedPackageNeedsALookup() {
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY)) {
            assertThatThrownBy(() -> FAMILY.bind(Runnable.class, kernel.client()))
                    .isInstanceOf(BindingException.class)
                    .hasMessageContaining("pass MethodHandles.lookup()");
        }
    }

    @Test
    void aPublicLookupIsNotEnough() {
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY)) {
            assertThatThrownBy(() -> FAMILY.bind(Runnable.class, kernel.client(), MethodHandles.publicLookup()))
                    .isInstanceOf(BindingException.class)
                    .hasMessageContaining("may not add classes to its package");
        }
    }

    @Test
    void aRecordOfAnotherPackageMustBePublic() {
        assertThatThrownBy(() -> FAMILY.codec(
                        Tool.class, "get-tool", MethodHandles.privateLookupIn(Fixtures.class, MethodHandles.lookup())))
                .isInstanceOf(BindingException.class)
                .hasMessageContaining("is not accessible from package io.jnetlink.dynamic;");
    }

    @Test
    void onlyRecordsHaveCodecs() {
        assertThatThrownBy(() -> FAMILY.codec(String.class, "get-tool", MethodHandles.lookup()))
                .hasMessageContaining("String: is no record");
        assertThatThrownBy(() -> FAMILY.codec(Tool.class, "get-tol"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean get-tool?");
    }
}
