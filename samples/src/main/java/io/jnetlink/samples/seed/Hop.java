package io.jnetlink.samples.seed;

import java.util.Locale;

/**
 * A device that counted the packets of a measurement.
 *
 * <p>Immutable.
 *
 * @param side in which namespace: {@code sender}, {@code receiver}
 * @param device its name
 * @param direction whether it counted them as sent or as received
 * @param packets how many
 */
public record Hop(String side, String device, Direction direction, long packets) {

    /** In which direction a device counted. */
    public enum Direction {
        /** Out of the namespace, or into the tunnel. */
        SENT,
        /** Into the namespace, or out of the tunnel. */
        RECEIVED
    }

    @Override
    public String toString() {
        return side + " " + device + " " + direction.name().toLowerCase(Locale.ROOT) + " " + packets;
    }
}
