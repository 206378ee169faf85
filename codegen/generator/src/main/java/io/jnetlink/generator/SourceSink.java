package io.jnetlink.generator;

import java.io.IOException;

/**
 * Takes generated sources, one call for each file.
 *
 * <p>Called by one thread, in the same order for the same input.
 */
@FunctionalInterface
public interface SourceSink {

    /**
     * Takes one file.
     *
     * @param packageName its package
     * @param typeName simple name of the type in it, or {@code package-info}
     * @param source the whole text, ending with a line feed
     * @throws IOException if it cannot be kept
     */
    void accept(String packageName, String typeName, String source) throws IOException;
}
