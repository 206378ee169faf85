package io.jnetlink.lab;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** A throwable as plain data, so that it can be handed over whatever it holds. */
final class FailureRecord implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What sort of throwable it is for those who count results. */
    private enum Sort {
        ABORTED,
        ASSERTION,
        OTHER
    }

    private final Sort sort;
    private final String text;
    private final @Nullable String message;
    private final StackTraceElement[] stack;
    private final @Nullable FailureRecord cause;
    private final FailureRecord[] suppressed;

    private FailureRecord(Throwable thrown) {
        this.sort = sort(thrown);
        this.text = thrown.toString();
        this.message = thrown.getMessage();
        this.stack = thrown.getStackTrace();
        this.cause = thrown.getCause() == null ? null : new FailureRecord(thrown.getCause());
        this.suppressed =
                Arrays.stream(thrown.getSuppressed()).map(FailureRecord::new).toArray(FailureRecord[]::new);
    }

    static FailureRecord of(Throwable thrown) {
        return new FailureRecord(thrown);
    }

    /** A throwable that prints like the original; an {@link AssertionError} if that was one. */
    Throwable toThrowable() {
        Throwable from = cause == null ? null : cause.toThrowable();
        Throwable made = switch (sort) {
            case ABORTED -> new TestAbortedException(message, from);
            case ASSERTION -> new LabAssertionError(text, message, from);
            case OTHER -> new LabException(text, message, from);
        };
        made.setStackTrace(stack);
        for (FailureRecord other : suppressed) {
            made.addSuppressed(other.toThrowable());
        }
        return made;
    }

    private static Sort sort(Throwable thrown) {
        if (thrown instanceof TestAbortedException) {
            return Sort.ABORTED;
        }
        return thrown instanceof AssertionError ? Sort.ASSERTION : Sort.OTHER;
    }
}
