package io.jnetlink.lab;

import org.jspecify.annotations.Nullable;

/** An assertion that failed in the lab; prints like the original. */
final class LabAssertionError extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final String text;

    LabAssertionError(String text, @Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
