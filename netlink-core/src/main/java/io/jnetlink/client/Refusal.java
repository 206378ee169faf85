package io.jnetlink.client;

import io.jnetlink.message.AttributePath;
import io.jnetlink.message.MessageDissector;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kernel's no, with all that can be said about it.
 *
 * <p>Immutable.
 *
 * @param operation name of the operation
 * @param errno the error
 * @param extendedAck what the kernel said
 * @param path the attribute at fault or missing, if known
 * @param explanation what it most likely means, if the kernel gave no text
 * @param requestText the request, one field in a line
 */
record Refusal(
        String operation,
        Errno errno,
        ExtendedAck extendedAck,
        @Nullable AttributePath path,
        @Nullable String explanation,
        String requestText)
        implements Serializable {

    /**
     * Puts a refusal together.
     *
     * @param buffer holds the request, header included, at its start
     * @param prefix bytes between message header and body
     */
    static Refusal of(Request<?, ?> request, KernelVerdict verdict, NetlinkBuffer buffer, int prefix) {
        int body = MessageHeader.SIZE + prefix;
        int length = (int) MessageHeader.length(buffer, 0) - body;
        MessageSchema schema = request.body().messageSchema();
        return new Refusal(
                request.operation().name(),
                Errno.of(verdict.errno()),
                verdict.extendedAck(),
                path(schema, verdict.extendedAck(), buffer, body, length).orElse(null),
                explanation(request, verdict).orElse(null),
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

    /** The kernel knows best; where it has something to say, nobody else has. */
    private static Optional<String> explanation(Request<?, ?> request, KernelVerdict verdict) {
        return verdict.extendedAck().message().isPresent()
                ? Optional.empty()
                : RefusalExplanations.provided().explain(RefusedRequest.of(request, verdict));
    }

    String sentence() {
        StringBuilder text = new StringBuilder(operation).append(": ").append(errno);
        extendedAck.message().ifPresent(m -> text.append(": ").append(m));
        if (path != null) {
            String what = extendedAck.missingType().isPresent() ? "missing " : "";
            text.append(" [").append(what).append(path).append(']');
        }
        extendedAck
                .policy()
                .flatMap(AttributePolicy::describe)
                .ifPresent(p -> text.append("; ").append(p));
        if (explanation != null) {
            text.append("; likely: ").append(explanation);
        }
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
