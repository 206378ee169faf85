package io.jnetlink.client;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Waits for one event after the other until the source is closed.
 *
 * <p>Not thread-safe.
 */
final class EventIterator<E> implements Iterator<E> {

    private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final Function<Duration, Optional<E>> source;
    private @Nullable E next;

    EventIterator(Function<Duration, Optional<E>> source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null) {
                next = source.apply(FOR_EVER).orElse(null);
            }
            return true;
        } catch (ClosedClientException e) {
            // Closing is how a loop over events is meant to end.
            return false;
        }
    }

    @Override
    public E next() {
        if (!hasNext()) {
            throw new NoSuchElementException("closed");
        }
        E event = next;
        next = null;
        return event;
    }
}
