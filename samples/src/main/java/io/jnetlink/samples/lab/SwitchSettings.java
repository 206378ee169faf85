package io.jnetlink.samples.lab;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a switch is to work.
 *
 * <p>Immutable.
 *
 * @param overlay its tunnels, or null if it has none
 * @param age how long a station, or a flow, may be silent before it is forgotten
 * @param listener is told what it learns
 */
public record SwitchSettings(@Nullable Overlay overlay, Duration age, SwitchListener listener) {

    /** Five minutes, as bridges have it. */
    public static final Duration DEFAULT_AGE = Duration.ofMinutes(5);

    /** Checks them. */
    public SwitchSettings {
        Objects.requireNonNull(listener, "listener required");
        if (age.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("stations must live for 100 ms at least, not " + age);
        }
    }

    /** A switch without tunnels. */
    public static SwitchSettings plain() {
        return new SwitchSettings(null, DEFAULT_AGE, new SwitchListener() {});
    }

    /** The same with tunnels. */
    public SwitchSettings over(Overlay tunnels) {
        return new SwitchSettings(Objects.requireNonNull(tunnels), age, listener);
    }

    /** The same with another age. */
    public SwitchSettings ageing(Duration silence) {
        return new SwitchSettings(overlay, silence, listener);
    }

    /** The same with a listener. */
    public SwitchSettings telling(SwitchListener told) {
        return new SwitchSettings(overlay, age, told);
    }
}
