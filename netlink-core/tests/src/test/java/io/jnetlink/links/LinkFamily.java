package io.jnetlink.links;

import io.jnetlink.client.Request;
import io.jnetlink.message.Operation;
import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.DisplayHint;
import io.jnetlink.schema.EnumSchema;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.schema.StructSchema;
import io.jnetlink.schema.SubMessageSchema;
import io.jnetlink.wire.MessageFlags;

/** The few attributes of rt-link that tests of the core need, as a generator would write them down. */
public final class LinkFamily {

    static final int IFNAME = 3;
    static final int MTU = 4;
    static final int LINKINFO = 18;
    static final int STATS64 = 23;
    static final int PROP_LIST = 52;
    static final int ALT_IFNAME = 53;
    static final int INFO_KIND = 1;
    static final int INFO_DATA = 2;
    static final int VXLAN_ID = 1;
    static final int VXLAN_PORT = 15;

    /** The name of the multicast group that tells of links. */
    public static final String GROUP = "rtnlgrp-link";

    /** Everything that the "spec" says. */
    public static final FamilySchema FAMILY = FamilySchema.raw("link", 0)
            .group(GROUP, 1)
            .set(
                    "link-attrs",
                    AttributeSchema.of(1, "address", "IFLA_ADDRESS", AttributeKind.BINARY)
                            .withHint(DisplayHint.MAC),
                    AttributeSchema.of(IFNAME, "ifname", "IFLA_IFNAME", AttributeKind.STRING),
                    AttributeSchema.of(MTU, "mtu", "IFLA_MTU", AttributeKind.U32),
                    AttributeSchema.nest(LINKINFO, "linkinfo", "IFLA_LINKINFO", "linkinfo-attrs"),
                    AttributeSchema.of(STATS64, "stats64", "IFLA_STATS64", AttributeKind.BINARY)
                            .withStruct("stats64"),
                    AttributeSchema.nest(PROP_LIST, "prop-list", "IFLA_PROP_LIST", "link-attrs"),
                    AttributeSchema.of(ALT_IFNAME, "alt-ifname", "IFLA_ALT_IFNAME", AttributeKind.STRING)
                            .withMulti())
            .set(
                    "linkinfo-attrs",
                    AttributeSchema.of(INFO_KIND, "kind", "IFLA_INFO_KIND", AttributeKind.STRING),
                    AttributeSchema.of(INFO_DATA, "data", "IFLA_INFO_DATA", AttributeKind.SUB_MESSAGE)
                            .withSubMessage("linkinfo-data", "kind"))
            .set(
                    "vxlan-attrs",
                    AttributeSchema.of(VXLAN_ID, "id", "IFLA_VXLAN_ID", AttributeKind.U32),
                    AttributeSchema.of(VXLAN_PORT, "port", "IFLA_VXLAN_PORT", AttributeKind.U16)
                            .withByteOrder(FieldOrder.BIG))
            .struct(StructSchema.builder("ifinfomsg", 16)
                    .member("family", 0, 1, AttributeKind.U8, FieldOrder.HOST, DisplayHint.NONE)
                    .member("type", 2, 2, AttributeKind.U16, FieldOrder.HOST, DisplayHint.NONE)
                    .member("index", 4, 4, AttributeKind.S32, FieldOrder.HOST, DisplayHint.NONE)
                    .enumMember("flags", 8, 4, AttributeKind.U32, FieldOrder.HOST, "flags")
                    .member("change", 12, 4, AttributeKind.U32, FieldOrder.HOST, DisplayHint.HEX)
                    .build())
            .struct(StructSchema.builder("stats64", 32)
                    .member("rx-packets", 0, 8, AttributeKind.U64, FieldOrder.HOST, DisplayHint.NONE)
                    .member("tx-packets", 8, 8, AttributeKind.U64, FieldOrder.HOST, DisplayHint.NONE)
                    .member("rx-bytes", 16, 8, AttributeKind.U64, FieldOrder.HOST, DisplayHint.NONE)
                    .member("tx-bytes", 24, 8, AttributeKind.U64, FieldOrder.HOST, DisplayHint.NONE)
                    .build())
            .enumeration(EnumSchema.flags("flags").entry("up", 1).build())
            .subMessage(SubMessageSchema.builder("linkinfo-data")
                    .format("vxlan", null, "vxlan-attrs")
                    .build())
            .operation(schema("newlink", 16))
            .operation(schema("dellink", 17))
            .operation(schema("getlink", 18))
            .build();

    static final AttributeSet ATTRIBUTES = FAMILY.attributeSet("link-attrs");
    static final AttributeSet INFO = FAMILY.attributeSet("linkinfo-attrs");
    static final AttributeSet VXLAN = FAMILY.attributeSet("vxlan-attrs");
    static final MessageSchema MESSAGE = FAMILY.message("ifinfomsg", "link-attrs");

    /** RTM_NEWLINK. */
    public static final Operation<Link, LinkView> NEWLINK = operation("newlink", 16);

    /** RTM_DELLINK. */
    public static final Operation<Link, LinkView> DELLINK = operation("dellink", 17);

    /** RTM_GETLINK. */
    public static final Operation<Link, LinkView> GETLINK = operation("getlink", 18);

    /** A notification, which nobody but the kernel sends. */
    public static final Operation<Link, LinkView> LINK_EVENT = operation("link-event", -1);

    private LinkFamily() {}

    /** Asks for one link. */
    public static Request<Link, LinkView> get(String name) {
        return Request.of(GETLINK, Link.builder().name(name).build());
    }

    /** Asks for all links. */
    public static Request<Link, LinkView> list() {
        return Request.of(GETLINK, Link.builder().build());
    }

    /** Asks that a link be made. */
    public static Request<Link, LinkView> create(Link link) {
        return Request.of(NEWLINK, link).withFlags(MessageFlags.CREATE | MessageFlags.EXCL);
    }

    private static Operation<Link, LinkView> operation(String name, int request) {
        return new Operation<>(FAMILY, schema(name, request), 0, Link::decode, LinkView::new);
    }

    private static OperationSchema schema(String name, int request) {
        return new OperationSchema(name, request, 16, "ifinfomsg", "link-attrs");
    }
}
