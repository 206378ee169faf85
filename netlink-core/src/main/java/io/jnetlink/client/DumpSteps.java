package io.jnetlink.client;

import org.jspecify.annotations.Nullable;

/**
 * What a subscriber to a dump wants to be told.
 *
 * <p>Implementations are immutable.
 *
 * @param <M> the values
 * @param <T> what it is told
 */
interface DumpSteps<M, T> {

    /** For the beginning of a listing; null for nothing. */
    @Nullable
    T beginning(int listing);

    /** For an object. */
    T entry(M value);

    /** For the end of the last listing; null for nothing. */
    @Nullable
    T end(DumpMarks marks);

    /** The objects, and nothing else. */
    record EntriesOnly<M>() implements DumpSteps<M, M> {

        @Override
        public @Nullable M beginning(int listing) {
            return null;
        }

        @Override
        public M entry(M value) {
            return value;
        }

        @Override
        public @Nullable M end(DumpMarks marks) {
            return null;
        }
    }

    /** All that there is to tell. */
    record All<M>() implements DumpSteps<M, DumpStep<M>> {

        @Override
        public DumpStep<M> beginning(int listing) {
            return new DumpStep.Beginning<>(listing);
        }

        @Override
        public DumpStep<M> entry(M value) {
            return new DumpStep.Entry<>(value);
        }

        @Override
        public DumpStep<M> end(DumpMarks marks) {
            return new DumpStep.End<>(marks);
        }
    }
}
