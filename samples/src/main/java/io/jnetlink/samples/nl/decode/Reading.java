package io.jnetlink.samples.nl.decode;

import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.spec.ir.Operation;

/**
 * What a message is.
 *
 * <p>Immutable.
 *
 * @param family the family
 * @param operation the operation
 * @param prefix bytes between message header and body
 */
record Reading(DynamicFamily family, Operation operation, int prefix) {

    MessageSchema schema() {
        OperationSchema schema = family.operation(operation.name());
        return family.schema().message(schema.header(), schema.attributes());
    }
}
