package io.jnetlink.client;

import io.jnetlink.message.AttributePath;
import io.jnetlink.message.MessageDissector;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Optional;

/**
 * A kernel's no, with all that can be said about it.
 *
 * @param operation name of the operation
 * @param errno the error
 * @param extendedAck what the kernel said
 * @param path the attribute at fault or missing, if known
 * @param requestText the request, one field in a line
 */
record Refusal(
        String operation, Errno errno, ExtendedAck extendedAck, Optional<AttributePath> path, String requestText) {

    /**
     * Puts a refusal together.
     *
     * @param buffer holds the request, header included, at its start
     * @param prefix bytes between message header and body
     */
    static Refusal of(String operation, MessageSchema schema, KernelVerdict verdict, NetlinkBuffer buffer, int prefix) {
        int body = MessageHeader.SIZE + prefix;
        int length = (int) MessageHeader.length(buffer, 0) - body;
        return new Refusal(
                operation,
                Errno.of(verdict.errno()),
                verdict.extendedAck(),
                path(schema, verdict.extendedAck(), buffer, body, length),
                MessageDissector.body(schema, buffer, body, length).toTree());
    }

    private static Optional<AttributePath> path(
            MessageSchema schema, ExtendedAck ack, NetlinkBuffer buffer, int body, int length) {
        if (ack.missingType().isPresent()) {
            int number = ack.missingType().getAsInt();
            return ack.missingNest().isPresent()
                    ? AttributePath.missing(
                            schema, buffer, body, length, ack.missingNest().getAsInt(), number)
                    : Optional.of(AttributePath.missing(schema, number));
        }
        return ack.offset().isPresent()
                ? AttributePath.find(schema, buffer, body, length, ack.offset().getAsInt())
                : Optional.empty();
    }

    String sentence() {
        StringBuilder text = new StringBuilder(operation).append(": ").append(errno);
        extendedAck.message().ifPresent(m -> text.append(": ").append(m));
        String what = extendedAck.missingType().isPresent() ? "missing " : "";
        path.ifPresent(p -> text.append(" [").append(what).append(p).append(']'));
        extendedAck
                .policy()
                .flatMap(AttributePolicy::describe)
                .ifPresent(p -> text.append("; ").append(p));
        return text.toString();
    }

    /** The exception that callers would branch on. */
    KernelRejectedException toException() {
        return switch (errno.number()) {
            case Errno.EEXIST -> new AlreadyExistsException(this);
            case Errno.ENODEV, Errno.ENOENT, Errno.ESRCH, Errno.ENXIO -> new NotFoundException(this);
            case Errno.EBUSY -> new BusyException(this);
            case Errno.EPERM, Errno.EACCES -> new PermissionDeniedException(this);
            case Errno.EOPNOTSUPP, Errno.EAFNOSUPPORT, Errno.EPROTONOSUPPORT -> new UnsupportedException(this);
            default -> new KernelRejectedException(this);
        };
    }
}
