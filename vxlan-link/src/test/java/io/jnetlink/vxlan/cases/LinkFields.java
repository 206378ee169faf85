package io.jnetlink.vxlan.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoVxlanAttrs;
import io.jnetlink.testkit.cases.CaseAssertions;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;

/** Fields of a decoded link under the names that cases have for them; null for what is absent. */
final class LinkFields {

    private static final Map<String, Function<LinkMessage, Object>> LINK = Map.ofEntries(
            Map.entry("name", link -> link.attributes().ifname()),
            Map.entry("kind", link -> link.attributes().linkinfo().kind()),
            Map.entry("alias", link -> link.attributes().ifalias()),
            Map.entry("family", link -> link.header().ifiFamily()),
            Map.entry("link_index", link -> link.attributes().link()),
            Map.entry(
                    "link_netnsid",
                    link -> optional(link.attributes().hasLinkNetnsid(), link.attributes()::linkNetnsid)),
            Map.entry(
                    "address_hex",
                    link -> optional(
                            link.attributes().hasAddress(),
                            () -> HexFormat.of()
                                    .formatHex(link.attributes().address().toByteArray()))),
            Map.entry(
                    "rx_bytes_printed",
                    link -> Long.toUnsignedString(link.attributes().stats64().rxBytes())),
            Map.entry(
                    "stats64_last_printed",
                    link -> Long.toUnsignedString(link.attributes().stats64().rxOtherhostDropped())));

    private static final Map<String, Function<LinkAttrs, Object>> STATISTICS = Map.of(
            "rx_packets", link -> link.stats64().rxPackets(),
            "tx_packets", link -> link.stats64().txPackets(),
            "rx_bytes", link -> link.stats64().rxBytes(),
            "tx_bytes", link -> link.stats64().txBytes());

    private static final Map<String, Function<LinkinfoVxlanAttrs, Object>> VXLAN = Map.ofEntries(
            Map.entry("id", LinkinfoVxlanAttrs::id),
            Map.entry("dstport", vxlan -> optional(vxlan.hasPort(), vxlan::port)),
            Map.entry("ttl", LinkinfoVxlanAttrs::ttl),
            Map.entry("ttl_inherit", vxlan -> vxlan.ttlInherit() != 0),
            Map.entry("gbp", LinkinfoVxlanAttrs::gbp),
            Map.entry("learning", vxlan -> optional(vxlan.hasLearning(), () -> vxlan.learning() != 0)),
            Map.entry("external", vxlan -> vxlan.collectMetadata() != 0),
            Map.entry("localbypass", vxlan -> vxlan.localbypass() != 0),
            Map.entry("src_port_low", vxlan -> vxlan.portRange().low()),
            Map.entry("src_port_high", vxlan -> vxlan.portRange().high()),
            Map.entry("remote", vxlan -> (vxlan.hasGroup6() ? vxlan.group6() : vxlan.group()).toString()),
            Map.entry("local", vxlan -> (vxlan.hasLocal6() ? vxlan.local6() : vxlan.local()).toString()));

    private LinkFields() {}

    /** A field as text; skips the case if it has no such field. */
    static String link(LinkMessage link, String field) {
        return text(LINK, link, field);
    }

    /** A statistic as text. */
    static String statistic(LinkMessage link, String field) {
        return text(STATISTICS, link.attributes(), field);
    }

    /** A vxlan option as text. */
    static String vxlan(LinkMessage link, String field) {
        return text(VXLAN, link.attributes().linkinfo().dataVxlan(), field);
    }

    /** A value of a case in the same form. */
    static String expected(JsonNode value) {
        return value.isNull() ? "null" : value.asText();
    }

    private static <T> String text(Map<String, Function<T, Object>> fields, T of, String field) {
        Function<T, Object> getter = fields.get(field);
        if (getter == null) {
            CaseAssertions.skip("no field \"" + field + "\"");
        }
        return String.valueOf(getter.apply(of));
    }

    private static Object optional(boolean present, java.util.function.Supplier<Object> value) {
        return present ? value.get() : null;
    }
}
