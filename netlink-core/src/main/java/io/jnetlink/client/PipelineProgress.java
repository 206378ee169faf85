package io.jnetlink.client;

/** Is told how far a {@link Pipeline} is. Called on the thread that submits. */
@FunctionalInterface
public interface PipelineProgress {

    /**
     * A batch was answered.
     *
     * @param done requests that have their result, those that failed included
     * @param failed requests that the kernel refused
     */
    void progressed(long done, long failed);
}
