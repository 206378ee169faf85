package io.jnetlink.lab;

import org.jspecify.annotations.Nullable;

/** What a test in the lab threw, or what happened to the lab itself; prints like the original. */
final class LabException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    LabException(String text, @Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
        this.text = text;
    }

    /** The lab itself failed. */
    LabException(String message) {
        this(message, message, null);
    }

    @Override
    public String toString() {
        return text;
    }
}
