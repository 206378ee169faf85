package io.jnetlink.message;

import io.jnetlink.schema.MessageSchema;
import io.jnetlink.wire.MessageWriter;

/** What stands behind the message header, as a value that can be sent. Implementations are immutable. */
public interface MessageBody {

    /** What it is made of. */
    MessageSchema messageSchema();

    /** Appends fixed header and attributes. */
    void writeTo(MessageWriter out);
}
