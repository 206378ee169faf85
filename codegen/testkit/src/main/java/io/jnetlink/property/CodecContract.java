package io.jnetlink.property;

import io.jnetlink.wire.MalformedMessageException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The properties that a decoder and an encoder of one kind of message should have: a jqwik test class that implements this runs them
 * all.
 *
 * <pre>{@code
 * class PlantCodecProperties implements CodecContract<Plant> {
 *     public MessageArbitraries messages() { return PLANTS; }
 *     public Plant decode(byte[] bytes) { return Plant.decode(bytes); }
 *     public byte[] encode(Plant plant) { return plant.encode(); }
 * }
 * }</pre>
 *
 * <p>Implementations state their own thread rule; jqwik makes one for each property.
 *
 * @param <T> what a message is decoded to; equal messages must be equal values
 */
public interface CodecContract<T> {

    /**
     * The messages that the codec is for. This is asked often, so keep them in a field.
     *
     * @return their arbitraries
     */
    MessageArbitraries messages();

    /**
     * The decoder under test.
     *
     * @param bytes a message without any message header
     * @return its value
     */
    T decode(byte[] bytes);

    /**
     * The encoder under test.
     *
     * @param value a value
     * @return its bytes
     */
    byte[] encode(T value);

    /**
     * What the decoder throws at bytes that it cannot read.
     *
     * @return {@link MalformedMessageException}, unless this is overridden
     */
    default Class<? extends RuntimeException> refusal() {
        return MalformedMessageException.class;
    }

    /**
     * Whether the decoder looks at the place where a message is broken. One that knows a part of the attributes only cannot refuse
     * faults inside the others.
     *
     * @param message a malformed message
     * @return true, unless this is overridden
     */
    default boolean looksAt(MalformedMessage message) {
        return true;
    }

    /**
     * What was decoded and encoded again decodes to an equal value.
     *
     * @param message a well-formed message
     */
    @Property
    default void decodingIsTheInverseOfEncoding(@ForAll("contractWellFormed") WireMessage message) {
        NetlinkProperties.roundTrips(message, this::decode, this::encode);
    }

    /**
     * A request that was decoded is encoded to one that breaks nothing in its spec.
     *
     * @param message a well-formed request
     */
    @Property
    default void requestsStayAsTheSpecSays(@ForAll("contractRequests") WireMessage message) {
        NetlinkProperties.conforms(
                message.with(encode(decode(message.bytes()))), messages().family());
    }

    /**
     * What cannot be understood is refused.
     *
     * @param message a message to refuse
     */
    @Property
    default void malformedMessagesAreRefused(@ForAll("contractRejectable") MalformedMessage message) {
        Assume.that(looksAt(message));
        NetlinkProperties.rejectsMalformed(message, this::decode, refusal());
    }

    /**
     * What kernels put up with is read, and read rightly.
     *
     * @param message a message to put up with
     */
    @Property
    default void tolerableFaultsAreTolerated(@ForAll("contractTolerable") MalformedMessage message) {
        Assume.that(looksAt(message));
        NetlinkProperties.toleratesMalformed(message, this::decode, this::encode);
    }

    /**
     * No bytes make the decoder throw anything but its refusal.
     *
     * @param message any bytes
     */
    @Property
    default void garbageIsAValueOrRefused(@ForAll("contractGarbage") WireMessage message) {
        NetlinkProperties.decodesOrRejects(message, this::decode, refusal());
    }

    /**
     * For jqwik.
     *
     * @return well-formed messages of either side
     */
    @Provide
    default Arbitrary<WireMessage> contractWellFormed() {
        return messages().wellFormed();
    }

    /**
     * For jqwik.
     *
     * @return well-formed messages of a caller
     */
    @Provide
    default Arbitrary<WireMessage> contractRequests() {
        return messages().requests().wellFormed();
    }

    /**
     * For jqwik.
     *
     * @return messages to refuse
     */
    @Provide
    default Arbitrary<MalformedMessage> contractRejectable() {
        return messages().rejectable();
    }

    /**
     * For jqwik.
     *
     * @return messages to put up with
     */
    @Provide
    default Arbitrary<MalformedMessage> contractTolerable() {
        return messages().tolerable();
    }

    /**
     * For jqwik.
     *
     * @return any bytes
     */
    @Provide
    default Arbitrary<WireMessage> contractGarbage() {
        return messages().garbage();
    }
}
