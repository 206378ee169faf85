package io.jnetlink.spec.ir;

import java.util.Optional;

/**
 * A request and what answers it.
 *
 * <p>Immutable.
 *
 * @param request the message to the kernel
 * @param reply the message, or each message of a dump, from the kernel; empty if only an acknowledgement comes
 */
public record Exchange(OperationMessage request, Optional<OperationMessage> reply) {}
