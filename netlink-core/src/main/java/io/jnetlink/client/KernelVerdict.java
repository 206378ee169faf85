package io.jnetlink.client;

import io.jnetlink.wire.AttributeHeader;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The end of an exchange: an {@code NLMSG_ERROR} or {@code NLMSG_DONE} message taken apart.
 *
 * <p>An error message is {@code int error; struct nlmsghdr request}, then the request's body unless the {@code CAPPED}
 * flag is set, then — on the next multiple of four, if {@code ACK_TLVS} is set — the extended-ack attributes. A done
 * message is {@code int error}, then the attributes.
 *
 * @param errno positive error number; 0 for success
 * @param extendedAck what else the kernel said
 * @param dump whether it ends a dump, or refuses a request that has the bits of one
 * @param damage why the extended ack of a refusal cannot be read; the error number counts all the same
 */
record KernelVerdict(
        int errno,
        ExtendedAck extendedAck,
        boolean dump,
        @Nullable MalformedMessageException damage) {

    /** The one that nearly all requests get; shared, so that success allocates nothing. */
    static final KernelVerdict SUCCESS = new KernelVerdict(0, ExtendedAck.empty(), false, null);

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
        boolean dump = done || repeatsDump(buffer, body, length);
        if ((message.flags() & MessageFlags.ACK_TLVS) == 0) {
            return withoutAttributes(errno, dump);
        }
        try {
            ExtendedAck said = readAttributes(message, buffer, body, length);
            return said.isEmpty() ? withoutAttributes(errno, dump) : new KernelVerdict(errno, said, dump, null);
        } catch (MalformedMessageException e) {
            if (errno == 0) {
                throw e;
            }
            return new KernelVerdict(errno, ExtendedAck.empty(), dump, e);
        }
    }

    private static ExtendedAck readAttributes(MessageReader message, NetlinkBuffer buffer, int body, int length) {
        long echo = message.type() == MessageHeader.DONE ? 0 : echoLength(message, buffer, body, length);
        long start = Integer.BYTES + (echo + 3 & ~3L);
        return start + AttributeHeader.SIZE > length
                ? ExtendedAck.empty()
                : ExtendedAck.decode(buffer, body + (int) start, length - (int) start);
    }

    private static KernelVerdict withoutAttributes(int errno, boolean dump) {
        return errno == 0 ? SUCCESS : new KernelVerdict(errno, ExtendedAck.empty(), dump, null);
    }

    /** Whether the request that an error message repeats has the bits of a dump. */
    private static boolean repeatsDump(NetlinkBuffer buffer, int body, int length) {
        return length >= Integer.BYTES + MessageHeader.SIZE
                && (MessageHeader.flags(buffer, body + Integer.BYTES) & MessageFlags.DUMP) == MessageFlags.DUMP;
    }

    private static long echoLength(MessageReader message, NetlinkBuffer buffer, int body, int length) {
        if (length < Integer.BYTES + MessageHeader.SIZE) {
            throw new MalformedMessageException("error message without the header of its request", body);
        }
        boolean capped = (message.flags() & MessageFlags.CAPPED) != 0;
        return capped ? MessageHeader.SIZE : MessageHeader.length(buffer, body + Integer.BYTES);
    }
}
