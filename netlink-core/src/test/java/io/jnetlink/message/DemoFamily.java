package io.jnetlink.message;

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

/** A made-up family that has one attribute of every shape; names and numbers lean on rt-link. */
final class DemoFamily {

    static final int ADDRESS = 1;
    static final int IFNAME = 3;
    static final int MTU = 4;
    static final int VALUES = 5;
    static final int STATS = 6;
    static final int BITS = 7;
    static final int BIG = 8;
    static final int UNSIGNED = 9;
    static final int SIGNED = 10;
    static final int TINY = 11;
    static final int PEER = 12;
    static final int ALTNAME = 13;
    static final int QUEUES = 14;
    static final int HOPS = 15;
    static final int PATHS = 16;
    static final int TTL = 17;
    static final int LINKINFO = 18;
    static final int UP = 19;
    static final int MODE = 20;
    static final int MODE_DATA = 21;
    static final int GATEWAY = 22;
    static final int PAD = 23;
    static final int OPAQUE = 24;
    static final int LABELS = 25;
    static final int UNKNOWN = 200;

    static final int INFO_KIND = 1;
    static final int INFO_DATA = 2;
    static final int INFO_MODE_DATA = 3;

    static final int VXLAN_ID = 1;
    static final int VXLAN_GROUP = 2;
    static final int VXLAN_PORT = 15;

    static final FamilySchema FAMILY = FamilySchema.raw("demo", 0)
            .set("link-attrs", linkAttributes())
            .set(
                    "info-attrs",
                    AttributeSchema.of(INFO_KIND, "kind", "INFO_KIND", AttributeKind.STRING),
                    AttributeSchema.of(INFO_DATA, "data", "INFO_DATA", AttributeKind.SUB_MESSAGE)
                            .withSubMessage("info-data", "kind"),
                    AttributeSchema.of(INFO_MODE_DATA, "mode-data", "INFO_MODE_DATA", AttributeKind.SUB_MESSAGE)
                            .withSubMessage("mode-data", "mode"))
            .set(
                    "vxlan-attrs",
                    AttributeSchema.of(VXLAN_ID, "id", "VXLAN_ID", AttributeKind.U32),
                    AttributeSchema.of(VXLAN_GROUP, "group", "VXLAN_GROUP", AttributeKind.U32)
                            .withByteOrder(FieldOrder.BIG)
                            .withHint(DisplayHint.IPV4),
                    AttributeSchema.of(VXLAN_PORT, "port", "VXLAN_PORT", AttributeKind.U16)
                            .withByteOrder(FieldOrder.BIG))
            .struct(StructSchema.builder("ifinfo", 16)
                    .member("family", 0, 1, AttributeKind.U8, FieldOrder.HOST, DisplayHint.NONE)
                    .member("type", 2, 2, AttributeKind.U16, FieldOrder.HOST, DisplayHint.NONE)
                    .member("index", 4, 4, AttributeKind.S32, FieldOrder.HOST, DisplayHint.NONE)
                    .enumMember("flags", 8, 4, AttributeKind.U32, FieldOrder.HOST, "flags")
                    .member("change", 12, 4, AttributeKind.U32, FieldOrder.HOST, DisplayHint.HEX)
                    .build())
            .struct(StructSchema.builder("stats", 12)
                    .member("packets", 0, 8, AttributeKind.U64, FieldOrder.HOST, DisplayHint.NONE)
                    .structMember("range", 8, 4, "range")
                    .build())
            .struct(StructSchema.builder("range", 4)
                    .member("low", 0, 2, AttributeKind.U16, FieldOrder.BIG, DisplayHint.NONE)
                    .member("high", 2, 2, AttributeKind.U16, FieldOrder.BIG, DisplayHint.NONE)
                    .build())
            .struct(StructSchema.builder("ematch", 6)
                    .member("id", 0, 2, AttributeKind.U16, FieldOrder.HOST, DisplayHint.NONE)
                    .member("source", 2, 4, AttributeKind.U32, FieldOrder.BIG, DisplayHint.IPV4)
                    .build())
            .enumeration(EnumSchema.enumeration("mode")
                    .entry("plain", 0)
                    .entry("tunnel", 1)
                    .entry("match", 2)
                    .build())
            .enumeration(EnumSchema.flags("flags")
                    .entry("up", 1)
                    .entry("broadcast", 2)
                    .build())
            .subMessage(SubMessageSchema.builder("info-data")
                    .format("vxlan", null, "vxlan-attrs")
                    .format("peer", null, "link-attrs")
                    .build())
            .subMessage(SubMessageSchema.builder("mode-data")
                    .format("tunnel", null, "vxlan-attrs")
                    .format("match", "ematch", "vxlan-attrs")
                    .format("plain", "range", null)
                    .build())
            .operation(new OperationSchema("newlink", 16, 16, "ifinfo", "link-attrs"))
            .build();

    static final AttributeSet LINK = FAMILY.attributeSet("link-attrs");
    static final AttributeSet VXLAN = FAMILY.attributeSet("vxlan-attrs");
    static final MessageSchema MESSAGE = FAMILY.message("ifinfo", "link-attrs");

    private DemoFamily() {}

    private static AttributeSchema[] linkAttributes() {
        return new AttributeSchema[] {
            AttributeSchema.of(ADDRESS, "address", "ADDRESS", AttributeKind.BINARY)
                    .withHint(DisplayHint.MAC),
            AttributeSchema.of(IFNAME, "ifname", "IFNAME", AttributeKind.STRING),
            AttributeSchema.of(MTU, "mtu", "MTU", AttributeKind.U32),
            AttributeSchema.of(VALUES, "values", "VALUES", AttributeKind.BINARY).withElement(AttributeKind.U16),
            AttributeSchema.of(STATS, "stats", "STATS", AttributeKind.BINARY).withStruct("stats"),
            AttributeSchema.of(BITS, "bits", "BITS", AttributeKind.BITFIELD32),
            AttributeSchema.of(BIG, "big", "BIG", AttributeKind.U64).withByteOrder(FieldOrder.BIG),
            AttributeSchema.of(UNSIGNED, "unsigned", "UNSIGNED", AttributeKind.UINT),
            AttributeSchema.of(SIGNED, "signed", "SIGNED", AttributeKind.SINT),
            AttributeSchema.of(TINY, "tiny", "TINY", AttributeKind.S8),
            AttributeSchema.nest(PEER, "peer", "PEER", "link-attrs"),
            AttributeSchema.of(ALTNAME, "altname", "ALTNAME", AttributeKind.STRING)
                    .withMulti(),
            AttributeSchema.of(QUEUES, "queues", "QUEUES", AttributeKind.INDEXED_ARRAY)
                    .withElement(AttributeKind.U32),
            AttributeSchema.of(HOPS, "hops", "HOPS", AttributeKind.INDEXED_ARRAY)
                    .withElement(AttributeKind.NEST)
                    .withNested("link-attrs"),
            AttributeSchema.of(PATHS, "paths", "PATHS", AttributeKind.NEST_TYPE_VALUE)
                    .withNested("vxlan-attrs"),
            AttributeSchema.of(TTL, "ttl", "TTL", AttributeKind.U8).withRequestKind(AttributeKind.FLAG),
            AttributeSchema.nest(LINKINFO, "linkinfo", "LINKINFO", "info-attrs"),
            AttributeSchema.of(UP, "up", "UP", AttributeKind.FLAG),
            AttributeSchema.of(MODE, "mode", "MODE", AttributeKind.U8).withEnum("mode"),
            AttributeSchema.of(MODE_DATA, "mode-data", "MODE_DATA", AttributeKind.SUB_MESSAGE)
                    .withSubMessage("mode-data", "mode"),
            AttributeSchema.of(GATEWAY, "gateway", "GATEWAY", AttributeKind.BINARY)
                    .withHint(DisplayHint.IPV4_OR_V6),
            AttributeSchema.of(PAD, "pad", "PAD", AttributeKind.PAD),
            AttributeSchema.of(OPAQUE, "opaque", "OPAQUE", AttributeKind.NEST),
            AttributeSchema.of(LABELS, "labels", "LABELS", AttributeKind.INDEXED_ARRAY)
                    .withElement(AttributeKind.STRING),
        };
    }
}
