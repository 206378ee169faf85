package io.jnetlink.client;

/**
 * What comes next in a dump that is streamed; see {@link AsyncNetlinkClient#stream(Request, DumpPolicy)}.
 *
 * <p>Immutable.
 *
 * @param <M> the values
 */
public sealed interface DumpStep<M> {

    /**
     * A listing begins, the first or one after an interrupted one: what came before counts no more.
     *
     * @param <M> the values
     * @param listing which one, from 1 on
     */
    record Beginning<M>(int listing) implements DumpStep<M> {}

    /**
     * One object.
     *
     * @param <M> the values
     * @param value the object
     */
    record Entry<M>(M value) implements DumpStep<M> {}

    /**
     * The end of the last listing; nothing but the end of the stream comes after it.
     *
     * @param <M> the values
     * @param marks what the kernel says of the listing as a whole
     */
    record End<M>(DumpMarks marks) implements DumpStep<M> {}
}
