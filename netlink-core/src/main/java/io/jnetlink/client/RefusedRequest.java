package io.jnetlink.client;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.Operation;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.MessageFlags;

/**
 * A request that the kernel refused without a text of its own.
 *
 * <p>Immutable.
 *
 * @param operation what was asked for
 * @param body the body of the request
 * @param flags {@code NLM_F_…} bits of the request, without those of the dump
 * @param dump whether it was a dump
 * @param errno the error
 * @param extendedAck what the kernel said beside the number
 */
public record RefusedRequest(
        Operation<?, ?> operation, MessageBody body, int flags, boolean dump, Errno errno, ExtendedAck extendedAck) {

    /** Whether it is this operation of this family, both by the names of the spec. */
    public boolean is(String family, String operationName) {
        return operation.family().name().equals(family) && operation.name().equals(operationName);
    }

    /** Whether something was to be made, and not to be changed ({@code NLM_F_CREATE}). */
    public boolean creates() {
        return (flags & MessageFlags.CREATE) != 0;
    }

    static RefusedRequest of(Request<?, ?> request, KernelVerdict verdict) {
        // NLM_F_REPLACE | NLM_F_EXCL are the bits of NLM_F_DUMP, so a dump is what carries them beyond its own.
        boolean own = (request.flags() & MessageFlags.DUMP) == MessageFlags.DUMP;
        return new RefusedRequest(
                request.operation(),
                request.body(),
                request.flags(),
                verdict.dump() && !own,
                Errno.of(verdict.errno()),
                verdict.extendedAck());
    }
}
