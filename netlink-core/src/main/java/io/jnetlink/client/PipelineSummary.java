package io.jnetlink.client;

import java.util.List;

/**
 * How a {@link Pipeline} ended.
 *
 * <p>Immutable.
 *
 * @param sent requests that were sent
 * @param failures the results of those that the kernel refused, in the order of submission; all others succeeded
 * @param remarks the results of those that succeeded and got a warning or a cookie along with that, in the order of
 *     submission
 * @param stopped whether a refusal stopped it, so that later requests were not sent
 */
public record PipelineSummary(long sent, List<RequestResult> failures, List<RequestResult> remarks, boolean stopped) {

    public PipelineSummary {
        failures = List.copyOf(failures);
        remarks = List.copyOf(remarks);
    }

    /** Requests that the kernel did. */
    public long succeeded() {
        return sent - failures.size();
    }
}
