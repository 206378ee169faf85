package io.jnetlink.client;

import io.jnetlink.NetlinkException;
import io.jnetlink.message.Operation;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;

/** Four bytes between header and body, of which the first is the operation's number. */
record PrefixedFraming(int type) implements MessageFraming {

    /** A type that no kernel knows. */
    static final int UNKNOWN = -1;

    @Override
    public int messageType(Operation<?, ?> operation) {
        if (type == UNKNOWN) {
            throw new NetlinkException("no such family");
        }
        return type;
    }

    @Override
    public int prefixLength() {
        return 4;
    }

    @Override
    public void writePrefix(MessageWriter out, Operation<?, ?> operation) {
        int at = out.appendZeros(4);
        out.buffer().putU8(at, operation.schema().request());
    }

    @Override
    public boolean isReply(Operation<?, ?> operation, MessageReader message) {
        return message.type() == type
                && message.buffer().u8(message.bodyOffset())
                        == operation.schema().reply();
    }

    @Override
    public int groupNumber(FamilySchema family, String group) {
        throw new IllegalArgumentException(family.name() + " has no groups");
    }
}
