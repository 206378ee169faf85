package io.jnetlink.property;

import io.jnetlink.message.BodyDecoder;
import io.jnetlink.message.MessageBody;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * What must hold of decoders and encoders, one message at a time: for use in a jqwik {@code @Property} and in any other test.
 *
 * <p>Stateless. A failure is an {@link AssertionFailedError} that shows the messages with names and values, and their bytes with the
 * differences marked. Decoders are either jnetlink's, such as {@code LinkMessage::decode}, or functions of the bytes alone; encoders
 * are functions to bytes, such as {@code LinkAttrs::toByteArray}.
 */
public final class NetlinkProperties {

    private NetlinkProperties() {}

    /**
     * What was decoded and encoded again decodes to an equal value with an equal hash, and encodes to the same bytes from then on. The
     * bytes of the message itself need not come back: encoders may order attributes in their own way and leave out what they do not
     * know.
     *
     * @param message a well-formed message
     * @param decoder makes a value of it
     * @param encoder makes bytes of the value
     * @param <T> type of the value
     * @return the value
     */
    public static <T> T roundTrips(WireMessage message, BodyDecoder<T> decoder, Function<? super T, byte[]> encoder) {
        return new CodecCheck<>(decoder, encoder, MalformedMessageException.class).roundTrips(message);
    }

    /**
     * The same for a decoder of bytes alone.
     *
     * @param message a well-formed message
     * @param decoder makes a value of its bytes
     * @param encoder makes bytes of the value
     * @param <T> type of the value
     * @return the value
     * @see #roundTrips(WireMessage, BodyDecoder, Function)
     */
    public static <T> T roundTrips(
            WireMessage message, Function<byte[], ? extends T> decoder, Function<? super T, byte[]> encoder) {
        return roundTrips(message, CodecCheck.<T>ofBytes(decoder), encoder);
    }

    /**
     * What was decoded encodes to the very bytes of the message: order, unknown attributes and flag bits included.
     *
     * @param message a well-formed message
     * @param decoder makes a value of it
     * @param encoder makes bytes of the value
     * @param <T> type of the value
     * @return the value
     */
    public static <T> T roundTripsExactly(
            WireMessage message, BodyDecoder<T> decoder, Function<? super T, byte[]> encoder) {
        return new CodecCheck<>(decoder, encoder, MalformedMessageException.class).roundTripsExactly(message);
    }

    /**
     * The same for a decoder of bytes alone.
     *
     * @param message a well-formed message
     * @param decoder makes a value of its bytes
     * @param encoder makes bytes of the value
     * @param <T> type of the value
     * @return the value
     */
    public static <T> T roundTripsExactly(
            WireMessage message, Function<byte[], ? extends T> decoder, Function<? super T, byte[]> encoder) {
        return roundTripsExactly(message, CodecCheck.<T>ofBytes(decoder), encoder);
    }

    /**
     * A value that knows how to write itself, such as any generated one, encodes to the very bytes that it was decoded from.
     *
     * @param message a well-formed message
     * @param decoder makes a value of it
     * @param <T> type of the value
     * @return the value
     */
    public static <T extends MessageBody> T roundTripsExactly(WireMessage message, BodyDecoder<T> decoder) {
        return roundTripsExactly(message, decoder, NetlinkProperties::encoded);
    }

    /**
     * A malformed message is refused by {@link MalformedMessageException}, and by nothing else.
     *
     * @param message a message of a kind that calls for {@link Reaction#REJECT}
     * @param decoder what is to refuse it
     * @throws IllegalArgumentException if the message is of another kind
     */
    public static void rejectsMalformed(MalformedMessage message, BodyDecoder<?> decoder) {
        check(decoder, MalformedMessageException.class).rejects(message);
    }

    /**
     * The same for a decoder of bytes alone.
     *
     * @param message a message of a kind that calls for {@link Reaction#REJECT}
     * @param decoder what is to refuse it
     * @throws IllegalArgumentException if the message is of another kind
     */
    public static void rejectsMalformed(MalformedMessage message, Function<byte[], ?> decoder) {
        rejectsMalformed(message, decoder, MalformedMessageException.class);
    }

    /**
     * A malformed message is refused in the decoder's own way.
     *
     * @param message a message of a kind that calls for {@link Reaction#REJECT}
     * @param decoder what is to refuse it
     * @param refusal what it throws
     * @throws IllegalArgumentException if the message is of another kind
     */
    public static void rejectsMalformed(
            MalformedMessage message, Function<byte[], ?> decoder, Class<? extends RuntimeException> refusal) {
        check(CodecCheck.ofBytes(decoder), refusal).rejects(message);
    }

    /**
     * A message with a fault that kernels put up with is read: either all of it is kept, so that the same bytes are encoded again, or
     * the value is that of the well-formed message.
     *
     * @param message a message of a kind that does not call for {@link Reaction#REJECT}
     * @param decoder makes a value of it
     * @param encoder makes bytes of the value
     * @param <T> type of the value
     * @throws IllegalArgumentException if the message is of another kind
     */
    public static <T> void toleratesMalformed(
            MalformedMessage message, BodyDecoder<T> decoder, Function<? super T, byte[]> encoder) {
        new CodecCheck<>(decoder, encoder, MalformedMessageException.class).tolerates(message);
    }

    /**
     * The same for a decoder of bytes alone.
     *
     * @param message a message of a kind that does not call for {@link Reaction#REJECT}
     * @param decoder makes a value of its bytes
     * @param encoder makes bytes of the value
     * @param <T> type of the value
     * @throws IllegalArgumentException if the message is of another kind
     */
    public static <T> void toleratesMalformed(
            MalformedMessage message, Function<byte[], ? extends T> decoder, Function<? super T, byte[]> encoder) {
        toleratesMalformed(message, CodecCheck.<T>ofBytes(decoder), encoder);
    }

    /**
     * Any bytes are a value, or refused by {@link MalformedMessageException}: nothing else is thrown.
     *
     * @param message any bytes
     * @param decoder what reads them
     */
    public static void decodesOrRejects(WireMessage message, BodyDecoder<?> decoder) {
        check(decoder, MalformedMessageException.class).decodesOrRejects(message);
    }

    /**
     * Any bytes are a value, or refused in the decoder's own way: nothing else is thrown.
     *
     * @param message any bytes
     * @param decoder what reads them
     * @param refusal what it throws
     */
    public static void decodesOrRejects(
            WireMessage message, Function<byte[], ?> decoder, Class<? extends RuntimeException> refusal) {
        check(CodecCheck.ofBytes(decoder), refusal).decodesOrRejects(message);
    }

    /**
     * A message may be sent as a request: nothing in it breaks its spec.
     *
     * @param message what an encoder wrote
     * @param family the spec
     */
    public static void conforms(WireMessage message, Family family) {
        List<Fault> faults = SpecConformance.of(family).faults(message);
        if (!faults.isEmpty()) {
            String list = faults.stream().map(Fault::toString).collect(Collectors.joining("\n  ", "\n  ", ""));
            throw Difference.in(message.name() + " is not as its spec says:" + list, message, null);
        }
    }

    /**
     * An encoder wrote the bytes that were expected.
     *
     * @param golden the bytes that are right, by {@link MessageArbitraries#of(String)}
     * @param encoded what the encoder wrote
     */
    public static void matchesBytes(WireMessage golden, byte[] encoded) {
        if (!Arrays.equals(golden.shared(), encoded)) {
            throw Difference.between(
                    golden.name() + " is not encoded to the golden bytes", golden, golden.with(encoded));
        }
    }

    /**
     * A value that knows how to write itself writes the bytes that were expected.
     *
     * @param goldenHex the bytes that are right, in hexadecimal; white space counts for nothing
     * @param encoded the value
     */
    public static void matchesBytes(String goldenHex, MessageBody encoded) {
        WireMessage actual = WireMessage.of(encoded.getClass().getSimpleName(), encoded);
        matchesBytes(actual.with(HexFormat.of().parseHex(goldenHex.replaceAll("\\s", ""))), actual.shared());
    }

    private static byte[] encoded(MessageBody body) {
        MessageWriter out = MessageWriter.onHeap();
        body.writeTo(out);
        return out.toByteArray();
    }

    private static <T> CodecCheck<T> check(BodyDecoder<T> decoder, Class<? extends RuntimeException> refusal) {
        return new CodecCheck<>(decoder, value -> new byte[0], refusal);
    }
}
