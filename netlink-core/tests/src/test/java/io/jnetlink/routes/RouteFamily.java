package io.jnetlink.routes;

import io.jnetlink.client.Request;
import io.jnetlink.message.Operation;
import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.DisplayHint;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.schema.StructSchema;
import io.jnetlink.wire.MessageFlags;

/** As much of IPv4 routes as tests of the core need. */
public final class RouteFamily {

    static final int DST = 1;
    static final int PRIORITY = 6;

    /** The name of the multicast group that tells of IPv4 routes. */
    public static final String GROUP = "rtnlgrp-ipv4-route";

    /** Everything that the "spec" says. */
    public static final FamilySchema FAMILY = FamilySchema.raw("route", 0)
            .group(GROUP, 7)
            .set(
                    "route-attrs",
                    AttributeSchema.of(DST, "dst", "RTA_DST", AttributeKind.BINARY),
                    AttributeSchema.of(PRIORITY, "priority", "RTA_PRIORITY", AttributeKind.U32))
            .struct(StructSchema.builder("rtmsg", Route.HEADER_SIZE)
                    .member("family", 0, 1, AttributeKind.U8, FieldOrder.HOST, DisplayHint.NONE)
                    .member("dst-len", 1, 1, AttributeKind.U8, FieldOrder.HOST, DisplayHint.NONE)
                    .member("table", 4, 1, AttributeKind.U8, FieldOrder.HOST, DisplayHint.NONE)
                    .member("protocol", 5, 1, AttributeKind.U8, FieldOrder.HOST, DisplayHint.NONE)
                    .build())
            .operation(schema("newroute", 24, -1))
            .operation(schema("delroute", 25, -1))
            .operation(schema("getroute", 26, 24))
            .operation(schema("delroute-ntf", -1, 25))
            .build();

    static final MessageSchema MESSAGE = FAMILY.message("rtmsg", "route-attrs");

    private static final Operation<Route, RouteView> NEWROUTE = operation("newroute", 24, -1);
    private static final Operation<Route, RouteView> DELROUTE = operation("delroute", 25, -1);

    /** RTM_GETROUTE, answered by RTM_NEWROUTE. */
    public static final Operation<Route, RouteView> GETROUTE = operation("getroute", 26, 24);

    /** RTM_DELROUTE as the kernel sends it. */
    public static final Operation<Route, RouteView> DELROUTE_NTF = operation("delroute-ntf", -1, 25);

    private RouteFamily() {}

    /** Asks for all routes. */
    public static Request<Route, RouteView> list() {
        return Request.of(GETROUTE, Route.any());
    }

    /** Asks that a route be made. */
    public static Request<Route, RouteView> add(int destination, int protocol) {
        return Request.of(NEWROUTE, Route.blackhole(destination, protocol))
                .withFlags(MessageFlags.CREATE | MessageFlags.EXCL);
    }

    /** Asks that a route take the place of another. */
    public static Request<Route, RouteView> replace(int destination, int protocol) {
        return Request.of(NEWROUTE, Route.blackhole(destination, protocol))
                .withFlags(MessageFlags.CREATE | MessageFlags.REPLACE);
    }

    /** Asks that a route be deleted. */
    public static Request<Route, RouteView> delete(int destination) {
        return Request.of(DELROUTE, Route.blackhole(destination, 0));
    }

    private static Operation<Route, RouteView> operation(String name, int request, int reply) {
        return new Operation<>(FAMILY, schema(name, request, reply), 0, Route::decode, RouteView::new);
    }

    private static OperationSchema schema(String name, int request, int reply) {
        return new OperationSchema(name, request, reply, "rtmsg", "route-attrs");
    }
}
