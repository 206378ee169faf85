package io.jnetlink.ovs.text;

import io.jnetlink.wire.MessageWriter;

/** Reads and writes one kind of action. Immutable. */
abstract class ActionCodec {

    /** A length that depends on the content. */
    static final int ANY_LENGTH = -1;

    private final String name;
    private final int attribute;
    private final int length;

    /**
     * @param attribute number in a message
     * @param length bytes in a message, or {@link #ANY_LENGTH}
     */
    ActionCodec(String name, int attribute, int length) {
        this.name = name;
        this.attribute = attribute;
        this.length = length;
    }

    final String name() {
        return name;
    }

    final int attribute() {
        return attribute;
    }

    /** Whether a payload can be written by this codec. */
    boolean fits(byte[] payload) {
        return length == ANY_LENGTH || payload.length == length;
    }

    /** Reads what stands behind the name, parentheses included. */
    abstract void parse(TextCursor in, MessageWriter out, TextContext context);

    /**
     * Writes the action, its name included.
     *
     * @throws io.jnetlink.wire.MalformedMessageException if the payload is broken inside
     */
    abstract void format(StringBuilder out, byte[] payload, TextContext context);
}
