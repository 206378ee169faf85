package io.jnetlink.observe;

import io.jnetlink.message.MessageField;
import java.util.List;

/**
 * A message for people to read.
 *
 * <p>Immutable.
 *
 * @param name name of the operation, with that of a generic family before it, or {@code ack}, {@code error EEXIST (File
 *     exists)}, {@code done}; {@code type 99} for a message of which nothing is known
 * @param flags names of the flags that are set
 * @param sequence sequence number
 * @param portId port id of the socket; 0 in requests and events
 * @param length bytes of header and body
 * @param body what the message says; a group
 */
public record MessageDescription(
        String name, List<String> flags, long sequence, long portId, int length, MessageField body) {

    /** Copies the list. */
    public MessageDescription {
        flags = List.copyOf(flags);
    }

    /** The header in one line: {@code newlink request|ack|create|excl seq 1 port 0, 52 bytes}. */
    public String headLine() {
        String names = flags.isEmpty() ? "" : " " + String.join("|", flags);
        return name + names + " seq " + sequence + " port " + portId + ", " + length + " bytes";
    }

    /** The header, and under it the body, one field in a line, indented; no line end at the end. */
    public String toText() {
        String tree = body.toTree().stripTrailing();
        return tree.isEmpty() ? headLine() : headLine() + "\n" + tree.indent(2).stripTrailing();
    }

    /** Everything in one line. */
    @Override
    public String toString() {
        return headLine() + " " + body.toLine();
    }
}
