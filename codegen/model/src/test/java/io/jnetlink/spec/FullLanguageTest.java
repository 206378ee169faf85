package io.jnetlink.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Checks;
import io.jnetlink.spec.ir.ConstantIr;
import io.jnetlink.spec.ir.DisplayHint;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Exchange;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.MulticastGroupIr;
import io.jnetlink.spec.ir.Mutability;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import io.jnetlink.spec.ir.OperationMessage;
import io.jnetlink.spec.ir.OperationModel;
import io.jnetlink.spec.ir.Protocol;
import io.jnetlink.spec.ir.RequestFlag;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.Scope;
import io.jnetlink.spec.ir.SelectorIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.WireOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A spec that uses every construct, and what must become of each. */
class FullLanguageTest {
    private static final Optional<String> NONE = Optional.empty();

    private final Family family = Specs.load("weather-raw.yaml");
    private final AttributeSetIr station = family.attributeSet("station");

    private AttributeIr attribute(String name) {
        return station.attribute(name).orElseThrow();
    }

    private TypeIr type(String name) {
        return attribute(name).type();
    }

    private static TypeIr.Scalar scalar(ScalarKind kind) {
        return new TypeIr.Scalar(kind, WireOrder.HOST, NONE, false);
    }

    @Test
    void familyHead() {
        assertThat(family.name()).isEqualTo("weather-raw");
        assertThat(family.doc()).isEqualTo("Stations, sensors and their readings.");
        assertThat(family.protocol()).isEqualTo(Protocol.NETLINK_RAW);
        assertThat(family.protocolNumber()).isEqualTo(23);
        assertThat(family.operationModel()).isEqualTo(OperationModel.DIRECTIONAL);
        assertThat(family.header()).isEqualTo("weather/netlink.h");
        assertThat(family.version()).isEqualTo(1);
    }

    @Test
    void constants() {
        assertThat(family.constant("name-size"))
                .isEqualTo(new ConstantIr(
                        "name-size",
                        "Room for a name and its zero byte.",
                        OptionalLong.of(16),
                        NONE,
                        Scope.UAPI,
                        NONE,
                        Optional.of("WX_NAME_SIZE"),
                        Optional.of("2.6.12")));
        ConstantIr motto = family.constant("motto");
        assertThat(motto.number()).isEmpty();
        assertThat(motto.text()).contains("always-cloudy");
        assertThat(motto.scope()).isEqualTo(Scope.KERNEL);
        assertThat(motto.header()).contains("weather/internal.h");
        assertThat(motto.cName()).contains("WEATHER_SLOGAN");
        assertThat(family.constant("bare").number()).hasValue(-7);
        assertThat(family.constant("bare").cName()).isEmpty();
    }

    @Test
    void enumsHaveGapsNegativesAndOddNames() {
        EnumIr kind = family.enumeration("sensor-kind");
        assertThat(kind.flags()).isFalse();
        assertThat(kind.doc()).isEqualTo("What a sensor measures.");
        assertThat(kind.cName()).contains("wx_sensor");
        assertThat(kind.entries())
                .extracting(EntryIr::name, EntryIr::value)
                .containsExactly(
                        tuple("thermometer", 0L),
                        tuple("barometer", 5L),
                        tuple("hygrometer", 6L),
                        tuple("off", 7L),
                        tuple("unknown", -1L),
                        tuple("8bit", 0L));
        assertThat(kind.entry("barometer").orElseThrow().doc()).isEqualTo("Air pressure.");
        assertThat(kind.entry("hygrometer").orElseThrow().cName()).contains("WXS_HYGROMETER");
        assertThat(kind.entry("off").orElseThrow().cName()).contains("WXS_SWITCHED_OFF");
        assertThat(kind.entry("nothing")).isEmpty();
    }

    @Test
    void enumsStartAnywhere() {
        EnumIr verdict = family.enumeration("verdict");
        assertThat(verdict.entries()).extracting(EntryIr::value).containsExactly(0xfffffffeL, 0xffffffffL);
        assertThat(verdict.cName()).isEmpty();
        assertThat(family.enumeration("from-constant").entries())
                .extracting(EntryIr::value)
                .containsExactly(16L, 17L);
        assertThat(family.enumeration("declared-elsewhere").entries()).isEmpty();
        assertThat(family.enumeration("declared-elsewhere").header()).contains("linux/strange.h");
    }

    @Test
    void flagsAreBitNumbers() {
        EnumIr alarm = family.enumeration("alarm");
        assertThat(alarm.flags()).isTrue();
        assertThat(alarm.entries()).extracting(EntryIr::value).containsExactly(1L, 31L, 32L);
        assertThat(alarm.entries()).extracting(alarm::wireValue).containsExactly(2L, 0x80000000L, 0x100000000L);
        assertThat(alarm.allBits()).isEqualTo(0x180000002L);
        assertThat(alarm.entry("storm").orElseThrow().cName()).contains("WxAlarm_STORM");
    }

    @Test
    void structsAreLaidOutAsInC() {
        StructIr reading = family.struct("reading");
        assertThat(reading.members()).extracting(MemberIr::offset).containsExactly(0, 8, 16, 18, 20);
        assertThat(reading.members()).extracting(MemberIr::size).containsExactly(1, 8, 2, 2, 4);
        assertThat(reading.size()).isEqualTo(24);
        assertThat(reading.alignment()).isEqualTo(8);
        assertThat(reading.cName()).isEqualTo("reading");
        MemberIr kind = reading.member("kind").orElseThrow();
        assertThat(kind.type())
                .isEqualTo(new TypeIr.Scalar(ScalarKind.U8, WireOrder.HOST, Optional.of("sensor-kind"), false));
        assertThat(reading.member("when").orElseThrow().type())
                .isEqualTo(new TypeIr.Scalar(ScalarKind.U64, WireOrder.LITTLE_ENDIAN, NONE, false));
        assertThat(reading.member("Value").orElseThrow().doc()).isEqualTo("In tenths.");
        assertThat(reading.member("reserved").orElseThrow().type()).isEqualTo(new TypeIr.Pad());
        MemberIr alarms = reading.member("alarms").orElseThrow();
        assertThat(alarms.type())
                .isEqualTo(new TypeIr.Scalar(ScalarKind.U32, WireOrder.BIG_ENDIAN, Optional.of("season"), true));
        assertThat(alarms.cName()).isEqualTo("alarm_bits");
    }

    @Test
    void structsNestAndHoldArrays() {
        StructIr header = family.struct("station-header");
        assertThat(header.cName()).isEqualTo("wxhdr");
        assertThat(header.header()).contains("weather/station.h");
        assertThat(header.member("last").orElseThrow().type()).isEqualTo(new TypeIr.Struct("late"));
        assertThat(header.members()).extracting(MemberIr::offset).containsExactly(0, 4, 12, 18, 34);
        assertThat(header.members()).extracting(MemberIr::size).containsExactly(1, 8, 6, 16, 15);
        assertThat(header.member("address").orElseThrow().displayHint()).contains(DisplayHint.MAC);
        assertThat(header.member("call-sign").orElseThrow().cName()).isEqualTo("call_sign");
        assertThat(header.size()).isEqualTo(52);
        assertThat(header.alignment()).isEqualTo(4);
        assertThat(family.structs())
                .extracting(StructIr::name)
                .containsExactly("reading", "station-header", "late", "empty");
        assertThat(family.struct("empty").size()).isZero();
        assertThat(family.struct("empty").alignment()).isEqualTo(1);
    }

    @Test
    void attributesAreNumberedWithGaps() {
        assertThat(attribute("unspec").number()).isZero();
        assertThat(attribute("name").number()).isEqualTo(1);
        assertThat(attribute("id").number()).isEqualTo(2);
        assertThat(attribute("port").number()).isEqualTo(10);
        assertThat(attribute("kind").number()).isEqualTo(11);
        assertThat(station.attribute(12)).map(AttributeIr::name).contains("alarms");
        assertThat(station.attribute(3)).isEmpty();
    }

    @Test
    void scalarTypes() {
        assertThat(type("id")).isEqualTo(scalar(ScalarKind.U32));
        assertThat(type("port")).isEqualTo(new TypeIr.Scalar(ScalarKind.U16, WireOrder.BIG_ENDIAN, NONE, false));
        assertThat(type("alarms"))
                .isEqualTo(new TypeIr.Scalar(ScalarKind.U32, WireOrder.HOST, Optional.of("alarm"), true));
        assertThat(type("kinds-seen"))
                .isEqualTo(new TypeIr.Scalar(ScalarKind.U16, WireOrder.HOST, Optional.of("sensor-kind"), false));
        assertThat(type("counter")).isEqualTo(scalar(ScalarKind.UINT));
        assertThat(type("offset")).isEqualTo(scalar(ScalarKind.SINT));
    }

    @Test
    void plainTypes() {
        assertThat(type("unspec")).isEqualTo(new TypeIr.Unused());
        assertThat(type("padding")).isEqualTo(new TypeIr.Pad());
        assertThat(type("mute")).isEqualTo(new TypeIr.Flag());
        assertThat(type("name")).isEqualTo(new TypeIr.Text(true));
        assertThat(type("detail-kind")).isEqualTo(new TypeIr.Text(false));
        assertThat(type("fuzzy")).isEqualTo(new TypeIr.Bitfield32(NONE));
        assertThat(type("clear")).isEqualTo(new TypeIr.Bitfield32(Optional.of("sensor-kind")));
        assertThat(type("blob")).isEqualTo(new TypeIr.Binary());
        assertThat(type("ipv6")).isEqualTo(new TypeIr.Binary());
        assertThat(attribute("ipv6").displayHint()).contains(DisplayHint.IPV6);
        assertThat(type("reading")).isEqualTo(new TypeIr.Struct("reading"));
        assertThat(attribute("reading").multiple()).isTrue();
        assertThat(attribute("blob").multiple()).isFalse();
        assertThat(type("history"))
                .isEqualTo(
                        new TypeIr.ScalarArray(new TypeIr.Scalar(ScalarKind.S16, WireOrder.BIG_ENDIAN, NONE, false)));
    }

    @Test
    void nestsAndArrays() {
        assertThat(type("neighbours")).isEqualTo(new TypeIr.Nest("station"));
        assertThat(type("ids"))
                .isEqualTo(
                        new TypeIr.IndexedArray(new TypeIr.Scalar(ScalarKind.U32, WireOrder.BIG_ENDIAN, NONE, false)));
        assertThat(type("names")).isEqualTo(new TypeIr.IndexedArray(new TypeIr.Text(false)));
        assertThat(type("blobs")).isEqualTo(new TypeIr.IndexedArray(new TypeIr.Binary()));
        assertThat(type("readings")).isEqualTo(new TypeIr.IndexedArray(new TypeIr.Struct("reading")));
        assertThat(type("stations")).isEqualTo(new TypeIr.IndexedArray(new TypeIr.Nest("station")));
        assertThat(type("bits")).isEqualTo(new TypeIr.IndexedArray(new TypeIr.Bitfield32(Optional.of("sensor-kind"))));
        assertThat(type("flags")).isEqualTo(new TypeIr.IndexedArray(new TypeIr.Flag()));
        assertThat(type("tree"))
                .isEqualTo(new TypeIr.NestTypeValue(List.of("year", "month"), new TypeIr.Nest("summary")));
        assertThat(type("total")).isEqualTo(new TypeIr.NestTypeValue(List.of("year"), scalar(ScalarKind.U64)));
    }

    @Test
    void selectorBesideTheSubMessage() {
        SelectorIr selector = new SelectorIr("detail-kind", List.of(new SelectorIr.Source("station", 0)), NONE);
        assertThat(type("detail")).isEqualTo(new TypeIr.SubMessage("details", selector));
        assertThat(selector.isLocal()).isTrue();
    }

    @Test
    void selectorInEnclosingSets() {
        TypeIr extra =
                family.attributeSet("summary").attribute("extra").orElseThrow().type();
        SelectorIr selector = ((TypeIr.SubMessage) extra).selector();
        assertThat(selector.attribute()).isEqualTo("kind");
        assertThat(selector.enumName()).contains("sensor-kind");
        assertThat(selector.isLocal()).isFalse();
        assertThat(selector.sources())
                .containsExactly(new SelectorIr.Source("station", 1), new SelectorIr.Source("outer", 1));
    }

    @Test
    void subMessageFormats() {
        assertThat(family.subMessage("details").formats())
                .containsExactly(
                        new FormatIr("both", Optional.of("late"), Optional.of("summary")),
                        new FormatIr("header only", Optional.of("late"), NONE),
                        new FormatIr("set-only", NONE, Optional.of("outer")),
                        new FormatIr("neither", NONE, NONE));
        assertThat(family.subMessage("by-kind").format("off")).isPresent();
        assertThat(family.subMessage("by-kind").format("on")).isEmpty();
    }

    @Test
    void checks() {
        Checks name = attribute("name").checks();
        assertThat(name.maxLength()).hasValue(16);
        assertThat(name.unterminatedOk()).isTrue();
        assertThat(attribute("id").checks().min()).hasValue(1);
        assertThat(attribute("id").checks().max()).hasValue(Integer.MAX_VALUE);
        assertThat(attribute("counter").checks().max()).hasValue(-1);
        assertThat(attribute("offset").checks().min()).hasValue(-4);
        assertThat(attribute("alarms").checks().flagsMask()).contains("alarm");
        assertThat(attribute("blob").checks().minLength()).hasValue(4);
        assertThat(attribute("blob").checks().maxLength()).hasValue(8);
        assertThat(attribute("ipv6").checks().exactLength()).hasValue(16);
        assertThat(attribute("blobs").checks().exactLength()).hasValue(16);
        assertThat(attribute("mute").checks().isEmpty()).isTrue();
        assertThat(name.isEmpty()).isFalse();
    }

    @Test
    void overlayKeys() {
        AttributeIr inherit = attribute("ttl-inherit");
        assertThat(inherit.type()).isEqualTo(scalar(ScalarKind.U8));
        assertThat(inherit.requestType()).contains(new TypeIr.Flag());
        assertThat(inherit.sentType()).isEqualTo(new TypeIr.Flag());
        assertThat(inherit.since()).contains("6.10");
        assertThat(inherit.defaultValue()).contains("1");
        assertThat(inherit.mutability()).contains(Mutability.CREATE_ONLY);
        assertThat(inherit.conflicts()).containsExactly("port", "id");
        assertThat(inherit.keyword()).contains("inherit");
        assertThat(inherit.cName()).contains("WXA_TTL_FROM_PARENT");
        assertThat(attribute("wide").requestType())
                .contains(new TypeIr.Scalar(ScalarKind.U16, WireOrder.LITTLE_ENDIAN, NONE, false));
        assertThat(attribute("id").sentType()).isEqualTo(attribute("id").type());
    }

    @Test
    void everythingMayTellItsAge() {
        assertThat(family.constant("bare").since()).isEmpty();
        EnumIr kind = family.enumeration("sensor-kind");
        EntryIr younger = kind.entry("barometer").orElseThrow();
        EntryIr coeval = kind.entry("hygrometer").orElseThrow();
        assertThat(kind.since()).contains("5.4");
        assertThat(younger.since()).contains("6.2");
        assertThat(coeval.since()).isEmpty();
        assertThat(kind.since(younger)).contains("6.2");
        assertThat(kind.since(coeval)).contains("5.4");
        assertThat(family.enumeration("season").since()).isEmpty();
        assertThat(family.struct("reading").since()).contains("6.0");
        assertThat(family.struct("late").since()).isEmpty();
        assertThat(family.operation("set").since()).contains("6.10");
        assertThat(family.operation("get").since()).isEmpty();
    }

    @Test
    void cNames() {
        assertThat(attribute("kinds-seen").cName()).contains("WXA_KINDS_SEEN");
        assertThat(attribute("padding").cName()).contains("WX_SPECIAL_PADDING");
        assertThat(family.attributeSet("summary")
                        .attribute("days")
                        .orElseThrow()
                        .cName())
                .contains("WX_Sum_DAYS");
        assertThat(family.attributeSet("outer")
                        .attribute("no-prefix")
                        .orElseThrow()
                        .cName())
                .isEmpty();
        assertThat(family.operation("get").cName()).contains("WXM_GET");
        assertThat(family.operation("set").cName()).contains("WXM_CHANGE");
        assertThat(family.operation("gone").cName()).contains("WXN_GONE");
    }

    @Test
    void subsetsMergeOverTheirMainSet() {
        AttributeSetIr brief = family.attributeSet("station-brief");
        assertThat(brief.subsetOf()).contains("station");
        assertThat(brief.attributes())
                .extracting(AttributeIr::name)
                .containsExactly("port", "id", "name", "id", "ttl-inherit");
        assertThat(brief.attributes()).extracting(AttributeIr::number).startsWith(10, 2, 1, 2);
        AttributeIr port = brief.attribute("port").orElseThrow();
        assertThat(port.type()).isEqualTo(new TypeIr.Scalar(ScalarKind.U32, WireOrder.BIG_ENDIAN, NONE, false));
        assertThat(port.displayHint()).contains(DisplayHint.HEX);
        assertThat(port.checks().min()).hasValue(1);
        assertThat(port.cName()).contains("WXA_PORT");
        AttributeIr name = brief.attribute("name").orElseThrow();
        assertThat(name.doc()).isEqualTo("Overridden.");
        assertThat(name.checks()).isEqualTo(Checks.NONE);
        assertThat(brief.attribute("ttl-inherit").orElseThrow().conflicts()).containsExactly("port", "id");
        assertThat(family.attributeSet("brief-of-brief").attributes()).containsExactly(port);
        assertThat(station.subsetOf()).isEmpty();
        assertThat(station.doc()).isEqualTo("A station.");
        assertThat(station.header()).contains("weather/attrs.h");
    }

    @Test
    void requestsAndRepliesAreCountedApart() {
        Operation get = family.operation("get");
        assertThat(get.kind()).isEqualTo(OperationKind.REQUEST);
        assertThat(get.doc()).isEqualTo("Reads stations.");
        assertThat(get.attributeSet()).contains("station");
        assertThat(get.fixedHeader()).contains("station-header");
        assertThat(get.permissions()).containsExactly("admin-perm");
        assertThat(get.doExchange())
                .contains(new Exchange(
                        new OperationMessage(20, List.of("id", "name")),
                        Optional.of(new OperationMessage(16, List.of("id", "name", "port")))));
        assertThat(get.dumpExchange())
                .contains(new Exchange(
                        new OperationMessage(20, List.of()),
                        Optional.of(new OperationMessage(18, List.of("id", "name", "port")))));
        Operation set = family.operation("set");
        assertThat(set.fixedHeader()).contains("late");
        assertThat(set.requestFlags()).containsExactly(RequestFlag.CREATE, RequestFlag.REPLACE, RequestFlag.ACK);
        assertThat(set.doExchange()).contains(new Exchange(new OperationMessage(21, List.of("id")), Optional.empty()));
        assertThat(set.dumpExchange()).isEmpty();
        assertThat(family.operation("list").dumpExchange())
                .contains(new Exchange(
                        new OperationMessage(22, List.of()), Optional.of(new OperationMessage(17, List.of("id")))));
    }

    @Test
    void announcements() {
        Operation changed = family.operation("changed");
        assertThat(changed.kind()).isEqualTo(OperationKind.NOTIFICATION);
        assertThat(changed.notifies()).contains("get");
        assertThat(changed.attributeSet()).contains("station");
        assertThat(changed.fixedHeader()).contains("station-header");
        assertThat(changed.multicastGroup()).contains("stations");
        assertThat(changed.message()).contains(new OperationMessage(18, List.of("id", "name", "port")));
        Operation gone = family.operation("gone");
        assertThat(gone.kind()).isEqualTo(OperationKind.EVENT);
        assertThat(gone.fixedHeader()).contains("late");
        assertThat(gone.message()).contains(new OperationMessage(40, List.of("id")));
        assertThat(family.operation("next").doExchange())
                .contains(new Exchange(
                        new OperationMessage(23, List.of()), Optional.of(new OperationMessage(41, List.of("id")))));
    }

    @Test
    void multicastGroups() {
        assertThat(family.multicastGroups())
                .containsExactly(
                        new MulticastGroupIr("stations", OptionalInt.of(1), Optional.of("WXGRP_STATIONS")),
                        new MulticastGroupIr("sensors", OptionalInt.of(7), NONE),
                        new MulticastGroupIr("untold", OptionalInt.empty(), NONE));
    }
}
