package io.jnetlink.message;

import io.jnetlink.wire.MessageWriter;

/** A C struct as a value that can be sent. Implementations are immutable. */
public interface StructValue {

    /** Appends all its bytes, padding at its end included. */
    void writeTo(MessageWriter out);
}
