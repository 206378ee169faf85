package io.jnetlink.property;

import io.jnetlink.message.BodyDecoder;
import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageDissector;
import io.jnetlink.message.MessageField;
import io.jnetlink.message.MessageView;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * The bytes of a message's body, or of a list of attributes, with the names to print them by.
 *
 * <p>Immutable. The bytes are in the machine's byte order. Two are equal if name and bytes are.
 */
public final class WireMessage {

    private final String name;
    private final MessageSchema schema;
    private final byte[] bytes;

    WireMessage(String name, MessageSchema schema, byte[] bytes) {
        this.name = name;
        this.schema = schema;
        this.bytes = bytes.clone();
    }

    /**
     * Encodes a body, for comparing it with another.
     *
     * @param name what to call it in failures
     * @param body the value
     * @return its bytes
     */
    public static WireMessage of(String name, MessageBody body) {
        MessageWriter out = MessageWriter.onHeap();
        body.writeTo(out);
        return new WireMessage(name, body.messageSchema(), out.toByteArray());
    }

    /**
     * What it is: the name of the operation or of the attribute set.
     *
     * @return a name of the spec
     */
    public String name() {
        return name;
    }

    /**
     * What it is made of.
     *
     * @return fixed header, if there is one, and attribute set
     */
    public MessageSchema schema() {
        return schema;
    }

    /**
     * The bytes, without any message header.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * How many bytes there are.
     *
     * @return the length
     */
    public int length() {
        return bytes.length;
    }

    /**
     * Decodes it.
     *
     * @param decoder such as {@code LinkMessage::decode}
     * @param <T> what the decoder makes of it
     * @return what the decoder returned
     */
    public <T> T decode(BodyDecoder<T> decoder) {
        return decoder.decode(NetlinkBuffer.wrap(bytes()), 0, bytes.length);
    }

    /**
     * Puts a view over it.
     *
     * @param view such as {@code LinkMessageView::new}
     * @param <V> type of the view
     * @return the view, over a copy of the bytes
     */
    public <V extends MessageView> V view(Supplier<V> view) {
        V empty = view.get();
        empty.wrapBody(NetlinkBuffer.wrap(bytes()), 0, bytes.length);
        return empty;
    }

    /**
     * The same kind of message with other bytes.
     *
     * @param others its bytes, copied
     * @return a message
     */
    public WireMessage with(byte[] others) {
        return new WireMessage(name, schema, others);
    }

    /**
     * Names and values, one in a line, deeper ones further to the right; what does not fit the spec in hexadecimal.
     *
     * @return lines, each with its end
     */
    public String toTree() {
        return dissected().toTree();
    }

    /**
     * The bytes in hexadecimal.
     *
     * @return two digits for each byte
     */
    public String toHex() {
        return HexFormat.of().formatHex(bytes);
    }

    byte[] shared() {
        return bytes;
    }

    private MessageField dissected() {
        return MessageDissector.body(schema, NetlinkBuffer.wrap(bytes), 0, bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WireMessage that && name.equals(that.name) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }

    /** Name, names and values in one line, and the bytes. */
    @Override
    public String toString() {
        return name + " " + dissected().toLine() + " = " + toHex();
    }
}
