package io.jnetlink.property;

import io.jnetlink.message.BodyDecoder;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Checks a decoder and an encoder against each other.
 *
 * <p>Immutable.
 *
 * @param decoder makes a value
 * @param encoder makes bytes of it
 * @param refusal what the decoder throws at bytes that it cannot read
 * @param <T> type of the value
 */
record CodecCheck<T>(
        BodyDecoder<? extends T> decoder,
        Function<? super T, byte[]> encoder,
        Class<? extends RuntimeException> refusal) {

    /** A decoder of the bytes between two offsets. */
    static <T> BodyDecoder<T> ofBytes(Function<byte[], ? extends T> decoder) {
        return (buffer, offset, length) -> decoder.apply(buffer.bytes(offset, length));
    }

    T roundTrips(WireMessage message) {
        T value = decoded(message);
        WireMessage first = encoded(message, value);
        T again = decodedAgain(message, first);
        if (!value.equals(again)) {
            String headline = message.name() + " is another value after encoding and decoding\nfirst:  " + value
                    + "\nagain:  " + again + "\nthe bytes differ";
            throw Difference.between(headline, message, first);
        }
        if (value.hashCode() != again.hashCode()) {
            throw Difference.in(message.name() + ": equal values have different hashes: " + value, message, null);
        }
        WireMessage second = encoded(first, again);
        if (!first.equals(second)) {
            throw Difference.between(message.name() + " is encoded to other bytes the second time", first, second);
        }
        return value;
    }

    T roundTripsExactly(WireMessage message) {
        T value = decoded(message);
        WireMessage encoded = encoded(message, value);
        if (!encoded.equals(message)) {
            throw Difference.between(message.name() + " is not encoded to the bytes it came from", message, encoded);
        }
        return roundTrips(message);
    }

    void rejects(MalformedMessage message) {
        if (message.kind().reaction() != Reaction.REJECT) {
            throw new IllegalArgumentException(message.kind() + " is to be tolerated: " + message);
        }
        T value;
        try {
            value = message.broken().decode(decoder);
        } catch (RuntimeException | Error e) {
            if (refusal.isInstance(e)) {
                return;
            }
            throw Difference.in(wrongly(message.toString(), e), message.broken(), e);
        }
        throw Difference.between(
                named(message) + " is not refused, but read as " + value + "\nit differs from the well-formed message",
                message.original(),
                message.broken());
    }

    void tolerates(MalformedMessage message) {
        if (message.kind().reaction() == Reaction.REJECT) {
            throw new IllegalArgumentException(message.kind() + " is to be refused: " + message);
        }
        T value;
        try {
            value = message.broken().decode(decoder);
        } catch (RuntimeException | Error e) {
            String headline = named(message) + " calls for " + message.kind().reaction() + ", but is refused: " + e;
            throw Difference.in(headline, message.broken(), e);
        }
        if (message.meansTheSame() && !isKept(message, value)) {
            T expected = decoded(message.original());
            if (!value.equals(expected)) {
                String headline = named(message) + " calls for "
                        + message.kind().reaction() + "\nexpected: " + expected + "\nbut was:  " + value
                        + "\nthe well-formed message differs from it";
                throw Difference.between(headline, message.original(), message.broken());
            }
        }
    }

    private static String named(MalformedMessage message) {
        return message.kind() + (message.path().isEmpty() ? "" : " at " + message.path());
    }

    private boolean isKept(MalformedMessage message, T value) {
        return Arrays.equals(
                encoded(message.broken(), value).shared(), message.broken().shared());
    }

    void decodesOrRejects(WireMessage message) {
        try {
            message.decode(decoder);
        } catch (RuntimeException | Error e) {
            if (!refusal.isInstance(e)) {
                throw Difference.in(wrongly(message.name(), e), message, e);
            }
        }
    }

    private String wrongly(String what, Throwable thrown) {
        return what + "\nis refused by " + thrown + " instead of " + refusal.getSimpleName();
    }

    private T decoded(WireMessage message) {
        try {
            return message.decode(decoder);
        } catch (RuntimeException | Error e) {
            throw Difference.in(message.name() + " is well-formed, but cannot be decoded: " + e, message, e);
        }
    }

    private T decodedAgain(WireMessage original, WireMessage encoded) {
        try {
            return encoded.decode(decoder);
        } catch (RuntimeException | Error e) {
            String headline = original.name() + " cannot be decoded after it was encoded: " + e + "\nthe bytes differ";
            throw Difference.between(headline, original, encoded);
        }
    }

    private WireMessage encoded(WireMessage message, T value) {
        try {
            return message.with(encoder.apply(value));
        } catch (RuntimeException | Error e) {
            throw Difference.in(message.name() + " was decoded, but cannot be encoded: " + e, message, e);
        }
    }
}
