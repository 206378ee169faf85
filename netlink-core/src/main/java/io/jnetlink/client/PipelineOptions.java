package io.jnetlink.client;

import java.util.function.Consumer;

/**
 * How a {@link Pipeline} goes about its work.
 *
 * <p>Immutable.
 *
 * <pre>{@code
 * PipelineOptions.defaults().acknowledgingLastOnly().onProgress((done, failed) -> bar.show(done));
 * }</pre>
 */
public final class PipelineOptions {

    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final PipelineOptions DEFAULTS =
            new PipelineOptions(NO_LIMIT, false, false, false, result -> {}, (done, failed) -> {});

    private final int batchSize;
    private final boolean lastOnly;
    private final boolean stoppingOnError;
    private final boolean reportingEach;
    private final Consumer<? super RequestResult> results;
    private final PipelineProgress progress;

    private PipelineOptions(
            int batchSize,
            boolean lastOnly,
            boolean stoppingOnError,
            boolean reportingEach,
            Consumer<? super RequestResult> results,
            PipelineProgress progress) {
        this.batchSize = batchSize;
        this.lastOnly = lastOnly;
        this.stoppingOnError = stoppingOnError;
        this.reportingEach = reportingEach;
        this.results = results;
        this.progress = progress;
    }

    /** As many requests a batch as the socket's buffers hold, each acknowledged, and errors stop nothing. */
    public static PipelineOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Asks for an acknowledgement of the last request of each batch only, which saves nearly half of the time of cheap
     * requests. Errors of the others come all the same, so each request still has its result; but the kernel's warnings
     * come with acknowledgements only.
     */
    public PipelineOptions acknowledgingLastOnly() {
        return new PipelineOptions(batchSize, true, stoppingOnError, reportingEach, results, progress);
    }

    /**
     * Sends no further batch after a request was refused. The rest of its own batch has been done by then; with a batch
     * size of 1 nothing behind the refused request is done.
     */
    public PipelineOptions stopOnError() {
        return new PipelineOptions(batchSize, lastOnly, true, reportingEach, results, progress);
    }

    /**
     * Sends at most so many requests at once; fewer, if the socket's buffers could not hold them or their answers.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public PipelineOptions batchSize(int most) {
        if (most <= 0) {
            throw new IllegalArgumentException("a batch has at least one request, not " + most);
        }
        return new PipelineOptions(most, lastOnly, stoppingOnError, reportingEach, results, progress);
    }

    /**
     * Hands the result of every request to a listener, in the order of the requests, on the thread that submits. What it
     * throws ends the pipeline. Without a listener, no objects are made for requests that succeed.
     */
    public PipelineOptions onResult(Consumer<? super RequestResult> listener) {
        return new PipelineOptions(batchSize, lastOnly, stoppingOnError, true, listener, progress);
    }

    /** Tells a listener how far the pipeline is, after each batch, on the thread that submits. */
    public PipelineOptions onProgress(PipelineProgress listener) {
        return new PipelineOptions(batchSize, lastOnly, stoppingOnError, reportingEach, results, listener);
    }

    int batchSize() {
        return batchSize;
    }

    boolean isLastOnly() {
        return lastOnly;
    }

    boolean isStoppingOnError() {
        return stoppingOnError;
    }

    boolean isReportingEach() {
        return reportingEach;
    }

    Consumer<? super RequestResult> results() {
        return results;
    }

    PipelineProgress progress() {
        return progress;
    }
}
