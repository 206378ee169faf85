package io.jnetlink.client;

import java.util.Optional;

/**
 * Says what an error number most likely means for a request that the kernel refused without a word.
 *
 * <p>The core explains what holds for any family. A module that knows its family better provides an implementation through
 * {@link java.util.ServiceLoader}, by naming it in {@code META-INF/services/io.jnetlink.client.RefusalExplainer}; it is
 * then asked for every client of the process, and before the core. If several have something to say, all of it is told.
 * It is asked only if the kernel sent no text, and only for requests that failed.
 *
 * <p>Implementations are thread-safe and have a public constructor without parameters. What they throw is dropped: a
 * refusal is never hidden by the attempt to explain it.
 */
public interface RefusalExplainer {

    /**
     * Explains a refusal.
     *
     * @return a clause without capital and full stop, such as {@code "a link of this name exists already"}; empty for what
     *     it knows nothing about
     */
    Optional<String> explain(RefusedRequest refused);
}
