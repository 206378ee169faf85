package io.jnetlink.property;

import io.jnetlink.schema.MessageSchema;
import java.util.Optional;

/**
 * What is drawn: an attribute set standing alone, or the body of an operation.
 *
 * <p>Immutable.
 *
 * @param name name of the set or of the operation
 * @param header struct in front of the attributes, if there is one
 * @param set attribute set, if there is one
 * @param schema both, for printing
 */
record Target(String name, Optional<String> header, Optional<String> set, MessageSchema schema) {

    WireMessage message(byte[] bytes) {
        return new WireMessage(name, schema, bytes);
    }
}
