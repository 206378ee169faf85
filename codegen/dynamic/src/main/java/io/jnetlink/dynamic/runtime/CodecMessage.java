package io.jnetlink.dynamic.runtime;

import io.jnetlink.dynamic.Codec;
import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageDissector;
import io.jnetlink.message.MessageView;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries a codec's value through the request engine. A request and a reply do not change; a view is reused. */
final class CodecMessage implements MessageBody, MessageView {

    private final MessageSchema schema;
    private final Consumer<MessageWriter> writer;
    private final Codec<?> reader;
    /** What was read; null before anything was, and in a request. */
    private @Nullable Object value;

    private CodecMessage(
            MessageSchema schema, Consumer<MessageWriter> writer, Codec<?> reader, @Nullable Object value) {
        this.schema = schema;
        this.writer = writer;
        this.reader = reader;
        this.value = value;
    }

    static <Q> CodecMessage request(MessageSchema schema, Codec<Q> codec, Q value) {
        return new CodecMessage(schema, out -> codec.write(out, value), codec, null);
    }

    static CodecMessage reply(MessageSchema schema, Object value) {
        return new CodecMessage(schema, out -> {}, PreparedRequests.CODEC, value);
    }

    static CodecMessage view(MessageSchema schema, Codec<?> codec) {
        return new CodecMessage(schema, out -> {}, codec, null);
    }

    Object value() {
        return Objects.requireNonNull(value, "nothing was read");
    }

    @Override
    public MessageSchema messageSchema() {
        return schema;
    }

    @Override
    public void writeTo(MessageWriter out) {
        writer.accept(out);
    }

    @Override
    public void wrapBody(NetlinkBuffer buffer, int offset, int length) {
        value = reader.read(buffer, offset, length);
    }

    @Override
    public String toString() {
        MessageWriter out = MessageWriter.onHeap();
        writeTo(out);
        return MessageDissector.body(schema, out.buffer(), 0, out.length()).toLine();
    }
}
