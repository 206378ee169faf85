package io.jnetlink.lab;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestIdentifier;

/**
 * What happens to a test in the lab, as it is handed over.
 *
 * @param kind what happens
 * @param test to whom
 * @param reason why it is skipped
 * @param status how it ended
 * @param failure what it threw
 */
record TestEvent(
        Kind kind,
        TestIdentifier test,
        @Nullable String reason,
        TestExecutionResult.@Nullable Status status,
        @Nullable FailureRecord failure)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    enum Kind {
        REGISTERED,
        SKIPPED,
        STARTED,
        FINISHED
    }

    static TestEvent registered(TestIdentifier test) {
        return new TestEvent(Kind.REGISTERED, test, null, null, null);
    }

    static TestEvent skipped(TestIdentifier test, String reason) {
        return new TestEvent(Kind.SKIPPED, test, reason, null, null);
    }

    static TestEvent started(TestIdentifier test) {
        return new TestEvent(Kind.STARTED, test, null, null, null);
    }

    static TestEvent finished(TestIdentifier test, TestExecutionResult result) {
        FailureRecord failure = result.getThrowable().map(FailureRecord::of).orElse(null);
        return new TestEvent(Kind.FINISHED, test, null, result.getStatus(), failure);
    }

    /** How it ended, for JUnit. */
    TestExecutionResult result() {
        Throwable thrown = failure == null ? null : failure.toThrowable();
        if (status == TestExecutionResult.Status.FAILED) {
            return TestExecutionResult.failed(thrown);
        }
        return status == TestExecutionResult.Status.ABORTED
                ? TestExecutionResult.aborted(thrown)
                : TestExecutionResult.successful();
    }
}
