package io.jnetlink.message;

import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.OperationSchema;
import java.util.function.Supplier;

/**
 * An operation of a family with the types of its messages.
 *
 * @param <M> body of its requests and replies, as a value
 * @param <V> the same as a view
 * @param family the family
 * @param schema name and numbers
 * @param defaultFlags {@code NLM_F_…} bits that a request of this operation carries beside {@code REQUEST}
 * @param decoder makes a value
 * @param view makes an empty view
 */
public record Operation<M extends MessageBody, V extends MessageView>(
        FamilySchema family, OperationSchema schema, int defaultFlags, BodyDecoder<M> decoder, Supplier<V> view) {

    /** The spec's name. */
    public String name() {
        return schema.name();
    }
}
