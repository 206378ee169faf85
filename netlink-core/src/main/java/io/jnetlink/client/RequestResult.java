package io.jnetlink.client;

import java.util.Optional;

/**
 * How one request of a {@link Pipeline} ended.
 *
 * <p>Immutable.
 *
 * @param index which request, counted from 0 in the order of submission
 * @param request the request
 * @param refusal why the kernel refused it; empty if it did what was asked
 * @param extendedAck what the kernel said beside the error number; a warning, if it did what was asked
 */
public record RequestResult(
        long index, Request<?, ?> request, Optional<KernelRejectedException> refusal, ExtendedAck extendedAck) {

    /** Whether the kernel did what it was asked. */
    public boolean succeeded() {
        return refusal.isEmpty();
    }
}
