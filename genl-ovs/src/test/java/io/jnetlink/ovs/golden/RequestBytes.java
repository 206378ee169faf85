package io.jnetlink.ovs.golden;

import io.jnetlink.client.Request;
import io.jnetlink.wire.MessageWriter;

/** Writes a request as a client would, but with zeros for the sequence number. */
public final class RequestBytes {

    private RequestBytes() {}

    /**
     * A request of a generic family.
     *
     * @param type number of the family
     * @param flags what the client adds, for an acknowledgement or a dump
     */
    public static byte[] generic(Request<?, ?> request, int type, int flags) {
        MessageWriter out = MessageWriter.onHeap();
        int message = out.beginMessage(type, request.flags() | flags, 0, 0);
        int header = out.appendZeros(4);
        out.buffer().putU8(header, request.operation().schema().request());
        out.buffer().putU8(header + 1, request.operation().family().version());
        request.body().writeTo(out);
        out.endMessage(message);
        return out.toByteArray();
    }

    /**
     * A request of rtnetlink.
     *
     * @param flags what the client adds, for an acknowledgement or a dump
     */
    public static byte[] route(Request<?, ?> request, int flags) {
        MessageWriter out = MessageWriter.onHeap();
        int type = request.operation().schema().request();
        int message = out.beginMessage(type, request.flags() | flags, 0, 0);
        request.body().writeTo(out);
        out.endMessage(message);
        return out.toByteArray();
    }
}
