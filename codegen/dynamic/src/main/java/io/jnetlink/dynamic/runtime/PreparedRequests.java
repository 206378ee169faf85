package io.jnetlink.dynamic.runtime;

import io.jnetlink.dynamic.Codec;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;

/**
 * Requests whose body was written already: those of methods that take their fields one by one.
 *
 * <p>Stateless.
 */
public final class PreparedRequests implements Codec<MessageWriter> {

    /** The only one. */
    public static final PreparedRequests CODEC = new PreparedRequests();

    private PreparedRequests() {}

    @Override
    public void write(MessageWriter out, MessageWriter body) {
        out.append(body.buffer(), 0, body.length());
    }

    /** Not possible: nobody receives such a body. */
    @Override
    public MessageWriter read(NetlinkBuffer buffer, int offset, int length) {
        throw new UnsupportedOperationException("a prepared request is only sent");
    }
}
