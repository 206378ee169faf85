package io.jnetlink.genl;

import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;

/**
 * {@code struct genlmsghdr}: command, version, and two reserved bytes, between message header and body.
 */
final class GenericHeader {

    static final int SIZE = 4;

    private GenericHeader() {}

    static int command(MessageReader message) {
        return message.buffer().u8(message.bodyOffset());
    }

    static void write(MessageWriter out, int command, int version) {
        int at = out.appendZeros(SIZE);
        out.buffer().putU8(at, command);
        out.buffer().putU8(at + 1, version);
    }
}
