package io.jnetlink.client;

import java.util.List;

/**
 * How a {@link Pipeline} ended.
 *
 * <p>Immutable.
 *
 * @param sent requests that were sent
 * @param failures the results of those that the kernel refused, in the order of submission; all others succeeded
 * @param stopped whether a refusal stopped it, so that later requests were not sent
 */
public record PipelineSummary(long sent, List<RequestResult> failures, boolean stopped) {

    public PipelineSummary {
        failures = List.copyOf(failures);
    }

    /** Requests that the kernel did. */
    public long succeeded() {
        return sent - failures.size();
    }
}
