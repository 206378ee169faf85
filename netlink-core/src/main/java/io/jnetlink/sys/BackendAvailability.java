package io.jnetlink.sys;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the system calls can be made here, by which back end, and if not, why.
 *
 * <p>Immutable.
 */
public final class BackendAvailability {

    private final String description;
    private final @Nullable Throwable cause;
    private final boolean available;

    private BackendAvailability(boolean available, String description, @Nullable Throwable cause) {
        this.available = available;
        this.description = description;
        this.cause = cause;
    }

    static BackendAvailability available(String backend) {
        return new BackendAvailability(true, backend, null);
    }

    static BackendAvailability unavailable(String reason, @Nullable Throwable cause) {
        return new BackendAvailability(false, reason, cause);
    }

    /**
     * Whether {@link Syscalls#system()} will return.
     *
     * @return true when there is a working back end
     */
    public boolean isAvailable() {
        return available;
    }

    /**
     * The back end's name, or the reason why there is none.
     *
     * @return a phrase for people
     */
    public String description() {
        return description;
    }

    /**
     * What went wrong when the back end was loaded.
     *
     * @return the failure, empty when there was none or none was needed to know
     */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    @Override
    public String toString() {
        return available ? "available: " + description : "unavailable: " + description;
    }
}
