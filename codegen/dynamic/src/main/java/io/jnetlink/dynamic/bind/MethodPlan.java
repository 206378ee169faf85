package io.jnetlink.dynamic.bind;

import io.jnetlink.spec.ir.Operation;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * A method that fits the spec.
 *
 * <p>Immutable.
 *
 * @param method the method
 * @param operation what it asks for
 * @param flags {@code NLM_F_…} bits
 * @param kind what it does with the answers
 * @param request the record that it takes, or its parameters
 * @param requestIsRecord which of the two
 * @param reply the record that it returns; empty for one that returns nothing
 */
record MethodPlan(
        Method method,
        Operation operation,
        int flags,
        CallKind kind,
        BodyShape request,
        boolean requestIsRecord,
        Optional<BodyShape> reply) {}
