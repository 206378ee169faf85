package io.jnetlink.samples.ip.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keywords in the order in which they are tried, each with what it stands for.
 *
 * <p>Immutable. The order matters: of two keywords with the same beginning the first owns the abbreviation.
 *
 * @param <T> what a keyword stands for
 */
public final class KeywordTable<T> {

    private record Entry<T>(String keyword, boolean abbreviated, T meaning) {

        boolean accepts(String word) {
            return abbreviated ? Arguments.abbreviates(word, keyword) : keyword.equals(word);
        }
    }

    private final List<Entry<T>> entries;

    private KeywordTable(List<Entry<T>> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Begins without keywords. */
    public static <T> Builder<T> builder() {
        return new Builder<>();
    }

    /** What a word stands for; empty if no keyword fits. */
    public Optional<T> find(String word) {
        return entries.stream().filter(e -> e.accepts(word)).map(Entry::meaning).findFirst();
    }

    /**
     * Collects keywords. Not thread-safe.
     *
     * @param <T> what a keyword stands for
     */
    public static final class Builder<T> {

        private final List<Entry<T>> entries = new ArrayList<>();

        private Builder() {}

        /** A keyword that may be cut short. */
        public Builder<T> add(String keyword, T meaning) {
            entries.add(new Entry<>(keyword, true, meaning));
            return this;
        }

        /** A keyword that must be written out. */
        public Builder<T> addExact(String keyword, T meaning) {
            entries.add(new Entry<>(keyword, false, meaning));
            return this;
        }

        /** Makes the table. */
        public KeywordTable<T> build() {
            return new KeywordTable<>(entries);
        }
    }
}
