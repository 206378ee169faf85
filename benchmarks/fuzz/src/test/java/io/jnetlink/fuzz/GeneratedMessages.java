package io.jnetlink.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageView;
import io.jnetlink.message.Operation;
import io.jnetlink.schema.StructSchema;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * What must hold of the generated decoders of an operation, whatever the bytes.
 *
 * <p>Immutable.
 *
 * @param operation whose messages are read
 */
record GeneratedMessages<M extends MessageBody, V extends MessageView>(Operation<M, V> operation) {

    /** Bytes in front of the body, so that an offset that is taken for zero does harm. */
    private static final int IN_FRONT = 8;

    void read(byte[] input) {
        NetlinkBuffer buffer = NetlinkBuffer.allocate(IN_FRONT + input.length);
        buffer.putBytes(IN_FRONT, input);
        Optional<M> value = valueOf(buffer, input.length);
        boolean viewed = view(buffer, input.length);
        value.ifPresent(decoded -> {
            assertThat(viewed).as("a view of what has a value").isTrue();
            checkEncoding(decoded, input);
        });
    }

    private Optional<M> valueOf(NetlinkBuffer buffer, int length) {
        try {
            M value = operation.decoder().decode(buffer, IN_FRONT, length);
            assertThat(value.toString()).isNotNull();
            GetterWalk.throughValue(value);
            return Optional.of(value);
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    /** Returns whether the outermost list was in order. */
    private boolean view(NetlinkBuffer buffer, int length) {
        V view = operation.view().get();
        try {
            view.wrapBody(buffer, IN_FRONT, length);
        } catch (MalformedMessageException e) {
            return false;
        }
        assertThat(view.toString()).isNotNull();
        GetterWalk.throughView(view);
        return true;
    }

    /** Sent as it came, but for what is no content: padding, and bytes too few for an attribute. */
    private void checkEncoding(M value, byte[] received) {
        byte[] input = withoutPadding(received);
        byte[] encoded = encode(value);
        int common = Math.min(encoded.length, input.length);
        assertThat(input.length - common).as("bytes left out").isLessThan(Integer.BYTES);
        assertThat(encoded.length - common).as("bytes of padding").isLessThan(Integer.BYTES);
        assertThat(Arrays.copyOf(encoded, common)).isEqualTo(Arrays.copyOf(input, common));
        M again = operation.decoder().decode(NetlinkBuffer.wrap(encoded), 0, encoded.length);
        assertThat(again).isEqualTo(value).hasSameHashCodeAs(value);
        assertThat(encode(again)).isEqualTo(encoded);
    }

    /** The same with zeros where the fixed header has nothing. */
    private byte[] withoutPadding(byte[] input) {
        StructSchema struct = operation
                .family()
                .message(operation.schema().header(), operation.schema().attributes())
                .header();
        if (struct == null) {
            return input;
        }
        byte[] clean = input.clone();
        Arrays.fill(clean, 0, struct.size(), (byte) 0);
        for (StructSchema.Member member : struct.members()) {
            System.arraycopy(input, member.offset(), clean, member.offset(), member.length());
        }
        return clean;
    }

    private byte[] encode(M value) {
        MessageWriter out = MessageWriter.onHeap();
        value.writeTo(out);
        return out.toByteArray();
    }
}
