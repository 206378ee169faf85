package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Sends the packet to a socket: {@code userspace(pid=9,userdata(0102030405060708),actions,tunnel_out_port=4)}. Immutable.
 *
 * <p>As Open vSwitch does, user data is filled up to eight bytes, and a cookie of zeros is sent where there is none.
 */
final class UserspaceAction extends ActionCodec {

    private static final int PID = 1;
    private static final int USERDATA = 2;
    private static final int EGRESS_TUN_PORT = 3;
    private static final int ACTIONS = 4;
    private static final int LEAST_USERDATA = 8;

    UserspaceAction() {
        super("userspace", ActionAttrs.USERSPACE, ANY_LENGTH);
    }

    @Override
    boolean fits(byte[] payload) {
        Attributes parts = Attributes.of(payload);
        byte[] pid = parts.find(PID);
        byte[] tunnel = parts.find(EGRESS_TUN_PORT);
        return pid != null && pid.length == Integer.BYTES && (tunnel == null || tunnel.length == Integer.BYTES);
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(pid=");
        long pid = in.number(Integer.SIZE);
        byte[] userdata = userdata(in, context);
        boolean hasActions = in.skip(",actions");
        OptionalLong tunnel =
                in.skip(",tunnel_out_port=") ? OptionalLong.of(PortText.parse(in, context, ")")) : OptionalLong.empty();
        if (!in.looksAt(")")) {
            throw in.failure("\")\" or one of userdata(, sFlow(, slow_path(, flow_sample(, ipfix(, controller( ,"
                    + " then actions, then tunnel_out_port=");
        }
        in.expect(")");
        int mark = out.begin(attribute());
        out.putU32(PID, pid, ByteOrder.nativeOrder());
        out.putBytes(USERDATA, userdata);
        tunnel.ifPresent(port -> out.putU32(EGRESS_TUN_PORT, port, ByteOrder.nativeOrder()));
        if (hasActions) {
            out.putFlag(ACTIONS);
        }
        out.end(mark);
    }

    private static byte[] userdata(TextCursor in, TextContext context) {
        if (in.skip(",userdata(")) {
            byte[] bytes = GenericText.bytes(in);
            in.expect(")");
            return Arrays.copyOf(bytes, Math.max(bytes.length, LEAST_USERDATA));
        }
        for (CookieKind kind : CookieKind.values()) {
            if (in.skip("," + kind.text() + "(")) {
                Cookie cookie = Cookie.ofKind(kind.number());
                kind.parse(in, cookie, context);
                in.expect(")");
                return cookie.toByteArray();
            }
        }
        return new byte[Cookie.SIZE];
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        Attributes parts = Attributes.of(payload);
        out.append("userspace(pid=").append(number(parts.get(PID)));
        if (parts.has(USERDATA)) {
            formatUserdata(out.append(','), parts.get(USERDATA), context);
        }
        if (parts.has(ACTIONS)) {
            out.append(",actions");
        }
        if (parts.has(EGRESS_TUN_PORT)) {
            context.appendPort(out.append(",tunnel_out_port="), number(parts.get(EGRESS_TUN_PORT)));
        }
        out.append(')');
    }

    private static void formatUserdata(StringBuilder out, byte[] userdata, TextContext context) {
        if (userdata.length == Cookie.SIZE) {
            Cookie cookie = Cookie.of(userdata);
            for (CookieKind kind : CookieKind.values()) {
                if (kind.number() == cookie.kind()) {
                    kind.format(out.append(kind.text()).append('('), cookie, context);
                    out.append(')');
                    return;
                }
            }
        }
        out.append("userdata(").append(Attributes.PLAIN.formatHex(userdata)).append(')');
    }

    private static long number(byte[] bytes) {
        return MaskedBytes.of(bytes, null).value(ByteOrder.nativeOrder());
    }
}
