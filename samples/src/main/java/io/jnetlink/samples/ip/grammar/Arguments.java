package io.jnetlink.samples.ip.grammar;

import java.util.List;

/**
 * The words of a command line, taken one by one.
 *
 * <p>Not thread-safe. A word is matched like {@code ip} does: most keywords may be cut short after any letter, and the
 * first that fits is meant.
 */
public final class Arguments {

    private final List<String> words;
    private int next;

    /** Starts before the first word. */
    public Arguments(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** Whether there is another word. */
    public boolean hasNext() {
        return next < words.size();
    }

    /**
     * Takes the next word.
     *
     * @throws CommandException if there is none
     */
    public String next() {
        if (!hasNext()) {
            throw CommandException.incomplete();
        }
        return words.get(next++);
    }

    /**
     * Looks at the next word without taking it.
     *
     * @throws CommandException if there is none
     */
    public String peek() {
        if (!hasNext()) {
            throw CommandException.incomplete();
        }
        return words.get(next);
    }

    /** Whether {@code word} is {@code keyword} or a beginning of it; nothing at all is the beginning of nothing. */
    public static boolean abbreviates(String word, String keyword) {
        return !word.isEmpty() && keyword.startsWith(word);
    }
}
