package io.jnetlink.client;

import io.jnetlink.wire.AttributeHeader;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;

/**
 * The end of an exchange: an {@code NLMSG_ERROR} or {@code NLMSG_DONE} message taken apart.
 *
 * <p>An error message is {@code int error; struct nlmsghdr request}, then the request's body unless the {@code CAPPED}
 * flag is set, then — on the next multiple of four, if {@code ACK_TLVS} is set — the extended-ack attributes. A done
 * message is {@code int error}, then the attributes.
 *
 * @param errno positive error number; 0 for success
 * @param extendedAck what else the kernel said
 */
record KernelVerdict(int errno, ExtendedAck extendedAck) {

    /** The one that nearly all requests get; shared, so that success allocates nothing. */
    static final KernelVerdict SUCCESS = new KernelVerdict(0, ExtendedAck.empty());

    static KernelVerdict of(MessageReader message) {
        NetlinkBuffer buffer = message.buffer();
        int body = message.bodyOffset();
        int length = message.bodyLength();
        boolean done = message.type() == MessageHeader.DONE;
        if (length < Integer.BYTES) {
            if (done) {
                // Some families end a dump with a bare header.
                return SUCCESS;
            }
            throw new MalformedMessageException("error message of " + length + " bytes", body);
        }
        int errno = Math.abs(buffer.s32(body));
        if ((message.flags() & MessageFlags.ACK_TLVS) == 0) {
            return withoutAttributes(errno);
        }
        long echo = done ? 0 : echoLength(message, buffer, body, length);
        long start = Integer.BYTES + (echo + 3 & ~3L);
        if (start + AttributeHeader.SIZE > length) {
            return withoutAttributes(errno);
        }
        return new KernelVerdict(errno, ExtendedAck.decode(buffer, body + (int) start, length - (int) start));
    }

    private static KernelVerdict withoutAttributes(int errno) {
        return errno == 0 ? SUCCESS : new KernelVerdict(errno, ExtendedAck.empty());
    }

    private static long echoLength(MessageReader message, NetlinkBuffer buffer, int body, int length) {
        if (length < Integer.BYTES + MessageHeader.SIZE) {
            throw new MalformedMessageException("error message without the header of its request", body);
        }
        boolean capped = (message.flags() & MessageFlags.CAPPED) != 0;
        return capped ? MessageHeader.SIZE : MessageHeader.length(buffer, body + Integer.BYTES);
    }
}
