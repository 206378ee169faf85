package io.jnetlink.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends many requests that change something, a batch in one system call, and matches each with its answer.
 *
 * <pre>{@code
 * try (Pipeline pipeline = client.pipeline(PipelineOptions.defaults())) {
 *     for (Route route : routes) {
 *         pipeline.submit(Request.of(RtRoute.NEWROUTE, route));
 *     }
 *     PipelineSummary summary = pipeline.finish();
 * }
 * }</pre>
 *
 * <p>Requests are collected until a batch is full, {@link #flush()} or {@link #finish()}. A batch holds at most as many as
 * the socket's receive queue can hold answers for, even if all are refused, so answers are not lost. The kernel works a
 * batch off before the call that sends it returns; there is nothing to gain from sending another one meanwhile. What the
 * kernel replies besides success or refusal is dropped.
 *
 * <p>The client is free for other requests, of any thread, between two batches. An exception of {@link #submit}, {@link
 * #flush} or {@link #finish} other than {@link IllegalStateException} and those of a body that cannot be encoded ends the
 * pipeline, once the results that are known were reported; the client stays usable.
 *
 * <p>Not thread-safe.
 */
public final class Pipeline implements AutoCloseable {

    private final BatchSender sender;
    private final PipelineOptions options;
    private final Batch batch;
    private final List<RequestResult> failures = new ArrayList<>();
    private final List<RequestResult> remarks = new ArrayList<>();
    private long done;
    private boolean stopped;
    private boolean ended;
    private boolean reporting;

    Pipeline(BatchSender sender, PipelineOptions options) {
        this.sender = sender;
        this.options = options;
        this.batch = sender.newBatch();
    }

    /**
     * Takes a request, and sends what was collected if that fills a batch.
     *
     * @return false if the pipeline stopped because a request was refused; this one is not sent then
     * @throws RequestTimeoutException if an answer is missing
     * @throws OverrunException if answers were lost
     * @throws IllegalStateException after the end, or in a listener of this pipeline
     */
    public boolean submit(Request<?, ?> request) {
        requireOpen();
        if (stopped) {
            return false;
        }
        int type = sender.type(request);
        if (!batch.add(request, type)) {
            send();
            if (stopped) {
                return false;
            }
            batch.add(request, type);
        }
        if (batch.isFull()) {
            send();
        }
        return true;
    }

    /**
     * Sends what was collected and waits for the answers.
     *
     * @throws RequestTimeoutException if an answer is missing
     * @throws OverrunException if answers were lost
     * @throws IllegalStateException after the end, or in a listener of this pipeline
     */
    public void flush() {
        requireOpen();
        if (!batch.isEmpty()) {
            send();
        }
    }

    /**
     * Sends what was collected, waits for the answers and ends the pipeline.
     *
     * @return how it went
     * @throws RequestTimeoutException if an answer is missing
     * @throws OverrunException if answers were lost
     * @throws IllegalStateException after the end, or in a listener of this pipeline
     */
    public PipelineSummary finish() {
        flush();
        ended = true;
        return new PipelineSummary(done, failures, remarks, stopped);
    }

    /** Ends the pipeline; what was collected and not sent is dropped. The client stays open. */
    @Override
    public void close() {
        ended = true;
    }

    private void requireOpen() {
        if (reporting) {
            throw new IllegalStateException("a listener cannot use the pipeline that it listens to");
        }
        if (ended) {
            throw new IllegalStateException("the pipeline has ended");
        }
    }

    private void send() {
        try {
            sender.send(batch);
        } catch (RuntimeException e) {
            ended = true;
            reportAsFarAsKnown(e);
            throw e;
        }
        report();
        options.progress().progressed(done, failures.size());
    }

    private void reportAsFarAsKnown(RuntimeException reason) {
        try {
            report();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private void report() {
        boolean complete = false;
        reporting = true;
        try {
            for (int index = 0; index < batch.size(); index++) {
                KernelVerdict verdict = batch.verdict(index);
                if (verdict != null) {
                    report(done + index, batch.request(index), verdict);
                }
            }
            complete = true;
        } finally {
            reporting = false;
            ended |= !complete;
            done += batch.size();
            batch.clear();
        }
    }

    private void report(long index, Request<?, ?> request, KernelVerdict verdict) {
        if (verdict.errno() != 0) {
            KernelRejectedException refusal = sender.refusal(request, verdict);
            RequestResult failure = new RequestResult(index, request, Optional.of(refusal), verdict.extendedAck());
            failures.add(failure);
            stopped |= options.isStoppingOnError();
            options.results().accept(failure);
        } else if (options.isReportingEach() || !verdict.extendedAck().isEmpty()) {
            reportSuccess(new RequestResult(index, request, Optional.empty(), verdict.extendedAck()));
        }
    }

    private void reportSuccess(RequestResult success) {
        if (!success.extendedAck().isEmpty()) {
            remarks.add(success);
        }
        if (options.isReportingEach()) {
            options.results().accept(success);
        }
    }
}
