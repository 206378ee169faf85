package io.jnetlink.observe;

import io.jnetlink.message.MessageField;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.HexFormat;
import java.util.List;

/**
 * A message in a buffer.
 *
 * @param offset where its header starts
 * @param length bytes of header and body that there are, whatever the header says
 */
record MessageBytes(NetlinkBuffer buffer, int offset, int length) {

    int type() {
        return MessageHeader.type(buffer, offset);
    }

    int flags() {
        return MessageHeader.flags(buffer, offset);
    }

    boolean has(int flag) {
        return (flags() & flag) != 0;
    }

    int body() {
        return offset + MessageHeader.SIZE;
    }

    int bodyLength() {
        return length - MessageHeader.SIZE;
    }

    MessageDescription describedAs(String name, FlagNames kind, MessageField content) {
        return new MessageDescription(
                name,
                kind.namesOf(flags()),
                MessageHeader.sequence(buffer, offset),
                MessageHeader.portId(buffer, offset),
                length,
                content);
    }

    /** The body in hexadecimal. */
    MessageField hex() {
        return MessageField.group(
                "",
                bodyLength() == 0
                        ? List.of()
                        : List.of(MessageField.leaf(
                                "bytes", HexFormat.of().formatHex(buffer.bytes(body(), bodyLength())))));
    }
}
