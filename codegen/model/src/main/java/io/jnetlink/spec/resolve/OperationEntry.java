package io.jnetlink.spec.resolve;

import io.jnetlink.spec.ir.OperationKind;
import java.util.OptionalInt;

/**
 * An operation that is numbered but not resolved.
 *
 * <p>Immutable.
 *
 * @param name name within the spec
 * @param section what the spec says of it
 * @param kind what starts it
 * @param requestNumber number of its messages to the kernel, if it has any
 * @param replyNumber number of its messages from the kernel, if it has any
 */
record OperationEntry(
        String name, Section section, OperationKind kind, OptionalInt requestNumber, OptionalInt replyNumber) {}
