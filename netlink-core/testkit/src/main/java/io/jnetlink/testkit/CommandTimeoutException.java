package io.jnetlink.testkit;

/**
 * A command did not end in time and was killed.
 *
 * <p>Immutable.
 */
public final class CommandTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandTimeoutException(String message) {
        super(message);
    }
}
