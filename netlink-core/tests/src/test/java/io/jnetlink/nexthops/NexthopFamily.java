package io.jnetlink.nexthops;

import io.jnetlink.client.Request;
import io.jnetlink.message.Operation;
import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.DisplayHint;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.schema.StructSchema;
import io.jnetlink.wire.MessageFlags;

/** As much of nexthops as tests of the engine need: ones that drop what is sent to them, known by a number. They need "lo" up. */
public final class NexthopFamily {

    static final int ID = 1;
    static final int BLACKHOLE = 4;

    private static final FamilySchema FAMILY = FamilySchema.raw("nexthop", 0)
            .set(
                    "nexthop-attrs",
                    AttributeSchema.of(ID, "id", "NHA_ID", AttributeKind.U32),
                    AttributeSchema.of(BLACKHOLE, "blackhole", "NHA_BLACKHOLE", AttributeKind.FLAG))
            .struct(StructSchema.builder("nhmsg", Nexthop.HEADER_SIZE)
                    .member("family", 0, 1, AttributeKind.U8, FieldOrder.HOST, DisplayHint.NONE)
                    .build())
            .operation(schema("newnexthop", 104))
            .operation(schema("delnexthop", 105))
            .operation(schema("getnexthop", 106))
            .build();

    static final AttributeSet ATTRIBUTES = FAMILY.attributeSet("nexthop-attrs");
    static final MessageSchema MESSAGE = FAMILY.message("nhmsg", "nexthop-attrs");

    private static final Operation<Nexthop, NexthopView> NEW = operation("newnexthop", 104);
    private static final Operation<Nexthop, NexthopView> DELETE = operation("delnexthop", 105);
    private static final Operation<Nexthop, NexthopView> GET = operation("getnexthop", 106);

    private NexthopFamily() {}

    /** Makes the nexthop of a number, which must not exist. */
    public static Request<Nexthop, NexthopView> create(int id) {
        return Request.of(NEW, Nexthop.blackhole(id)).withFlags(MessageFlags.CREATE | MessageFlags.EXCL);
    }

    /** Deletes the nexthop of a number. */
    public static Request<Nexthop, NexthopView> delete(int id) {
        return Request.of(DELETE, Nexthop.named(id));
    }

    /** Asks for the nexthop of a number. */
    public static Request<Nexthop, NexthopView> get(int id) {
        return Request.of(GET, Nexthop.named(id));
    }

    /** Asks for all. */
    public static Request<Nexthop, NexthopView> list() {
        return Request.of(GET, Nexthop.any());
    }

    private static Operation<Nexthop, NexthopView> operation(String name, int request) {
        return new Operation<>(FAMILY, schema(name, request), 0, Nexthop::decode, NexthopView::new);
    }

    private static OperationSchema schema(String name, int request) {
        return new OperationSchema(name, request, 104, "nhmsg", "nexthop-attrs");
    }
}
