package io.jnetlink.vxlan.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.Ifinfomsg;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.route.link.LinkinfoVxlanAttrs;
import io.jnetlink.route.link.VxlanDf;
import io.jnetlink.route.link.VxlanPortRange;
import io.jnetlink.testkit.cases.CaseAssertions;
import io.jnetlink.vxlan.VxlanConfig;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.RawAttribute;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The {@code data} of a case in the words of our interfaces: the checked one, and the one that lets everything pass. */
final class RequestData {

    private static final int ID = 1;
    private static final int DF = 29;

    private RequestData() {}

    /** A device as a user would describe it. */
    static VxlanConfig config(String name, JsonNode data) {
        VxlanConfig.Builder config = VxlanConfig.builder(name);
        for (Map.Entry<String, JsonNode> option : data.properties()) {
            set(config, option.getKey(), option.getValue());
        }
        if (data.has("src_port_low")) {
            config.sourcePorts(
                    data.get("src_port_low").asInt(), data.get("src_port_high").asInt());
        }
        return config.build();
    }

    private static void set(VxlanConfig.Builder config, String option, JsonNode value) {
        switch (option) {
            case "id" -> config.vni(value.asInt());
            case "dstport" -> config.port(value.asInt());
            case "remote" -> config.remote(value.asText());
            case "group" -> config.group(value.asText());
            case "local" -> config.local(value.asText());
            case "dev" -> config.device(value.asText());
            case "dev_index" -> config.device(value.asInt());
            case "ageing" -> config.ageing(Duration.ofSeconds(value.asLong()));
            case "learning" -> config.learning(value.asBoolean());
            case "vnifilter" -> config.vniFilter(value.asBoolean());
            case "df" -> config.dontFragment(VxlanDf.of(value.asInt()));
            case "ttl" -> timeToLive(config, value);
            case "external" -> onlyIf(value, config::external);
            case "gbp" -> onlyIf(value, config::gbp);
            case "gpe" -> onlyIf(value, config::gpe);
            case "src_port_low", "src_port_high" -> {}
            default -> CaseAssertions.skip("no option \"" + option + "\"");
        }
    }

    private static void timeToLive(VxlanConfig.Builder config, JsonNode value) {
        switch (value.asText()) {
            case "auto" -> config.ttlAuto();
            case "inherit" -> config.ttlInherit();
            default -> config.ttl(value.asInt());
        }
    }

    private static void onlyIf(JsonNode value, Runnable option) {
        if (value.asBoolean()) {
            option.run();
        }
    }

    /** The same as bare attributes, so that the kernel is asked although we know that it will refuse. */
    static LinkinfoAttrs info(String kind, JsonNode data, ToIntFunction<String> index) {
        if (kind.equals("vxlan")) {
            return LinkinfoAttrs.builder()
                    .kind(kind)
                    .dataVxlan(attributes(data, index))
                    .build();
        }
        LinkinfoAttrs.Builder info = LinkinfoAttrs.builder().kind(kind);
        if (data.has("peer")) {
            String peer = data.get("peer").asText();
            info.dataVeth(veth -> veth.peerVeth(Ifinfomsg.builder().build(), link -> link.ifname(peer)));
        }
        return info.build();
    }

    private static LinkinfoVxlanAttrs attributes(JsonNode data, ToIntFunction<String> index) {
        LinkinfoVxlanAttrs.Builder attributes = LinkinfoVxlanAttrs.builder();
        for (Map.Entry<String, JsonNode> option : data.properties()) {
            set(attributes, option.getKey(), option.getValue(), index);
        }
        if (data.has("src_port_low")) {
            attributes.portRange(new VxlanPortRange(
                    data.get("src_port_low").asInt(), data.get("src_port_high").asInt()));
        }
        return attributes.build();
    }

    private static void set(
            LinkinfoVxlanAttrs.Builder attributes, String option, JsonNode value, ToIntFunction<String> index) {
        switch (option) {
            // Our own checks would stop these.
            case "id" -> attributes.raw(new RawAttribute(ID, number(value.asInt())));
            case "df" -> attributes.raw(new RawAttribute(DF, new byte[] {(byte) value.asInt()}));
            case "dstport" -> attributes.port(value.asInt());
            case "remote", "group" -> destination(attributes, IpAddress.parse(value.asText()));
            case "local" -> source(attributes, IpAddress.parse(value.asText()));
            case "dev" -> attributes.link(index.applyAsInt(value.asText()));
            case "dev_index" -> attributes.link(value.asLong());
            case "ageing" -> attributes.ageing(value.asLong());
            case "learning" -> attributes.learning(value.asInt(value.asBoolean() ? 1 : 0));
            case "vnifilter" -> attributes.vnifilter(value.asBoolean() ? 1 : 0);
            case "ttl" -> attributes.ttl(value.asInt());
            case "external" -> attributes.collectMetadata(value.asBoolean() ? 1 : 0);
            case "gbp" -> attributes.gbp(value.asBoolean());
            case "gpe" -> attributes.gpe(value.asBoolean());
            case "src_port_low", "src_port_high" -> {}
            default -> CaseAssertions.skip("no option \"" + option + "\"");
        }
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }

    private static void destination(LinkinfoVxlanAttrs.Builder attributes, IpAddress address) {
        if (address.isV4()) {
            attributes.group(address);
        } else {
            attributes.group6(address);
        }
    }

    private static void source(LinkinfoVxlanAttrs.Builder attributes, IpAddress address) {
        if (address.isV4()) {
            attributes.local(address);
        } else {
            attributes.local6(address);
        }
    }

    /** The message that changes one thing of a link. */
    static LinkMessage change(JsonNode operation, int index) {
        LinkMessage.Builder message = LinkMessage.builder();
        switch (operation.get("op").asText()) {
            case "link.set_mtu" ->
                message.attributes(a -> a.mtu(operation.get("mtu").asLong()));
            case "link.set_alias" ->
                message.attributes(a -> a.ifalias(operation.get("alias").asText()));
            case "link.set_netns_fd" ->
                message.attributes(a -> a.netNsFd(operation.get("fd").asLong()));
            case "link.set_netns_pid" ->
                message.attributes(a -> a.netNsPid(operation.get("pid").asLong()));
            default -> throw new IllegalArgumentException(operation.toString());
        }
        return message.header(h -> h.ifiIndex(index)).build();
    }

    /** The message that makes a link with an index of the caller's choice. */
    static LinkMessage create(String name, int index, LinkinfoAttrs info) {
        return LinkMessage.builder()
                .header(h -> h.ifiIndex(index).ifiFlags(DeviceFlags.of()))
                .attributes(a -> a.ifname(name).linkinfo(info))
                .build();
    }
}
