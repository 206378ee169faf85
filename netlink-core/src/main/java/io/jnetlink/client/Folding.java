package io.jnetlink.client;

import java.util.Objects;

/**
 * What a message means for the state that a {@link StateFeed} keeps.
 *
 * <p>Keys and slots are any values with {@code equals} and {@code hashCode}, such as a record or an {@code Integer}; those
 * of different sources never meet. Implementations are immutable.
 */
public sealed interface Folding {

    /**
     * The object of that key is now as the message says.
     *
     * @param key what tells it from others
     * @param slot the objects of which a later {@link Replace} may displace one; its own key if there is no such thing
     */
    record Put(Object key, Object slot) implements Folding {
        public Put {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(slot, "slot");
        }
    }

    /**
     * The object of that key is now as the message says, and takes the place of another one of the slot, of which the kernel
     * says nothing more. Where the slot holds several others, which one that is cannot be known, and the state is listed anew.
     *
     * @param key what tells it from others
     * @param slot the objects one of which is displaced
     */
    record Replace(Object key, Object slot) implements Folding {
        public Replace {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(slot, "slot");
        }
    }

    /**
     * The object of that key is gone.
     *
     * @param key what tells it from others
     */
    record Remove(Object key) implements Folding {
        public Remove {
            Objects.requireNonNull(key, "key");
        }
    }

    /** The message is about something else. */
    record Ignore() implements Folding {
        private static final Ignore INSTANCE = new Ignore();
    }

    /** The message tells of changes that are not told one by one, so the state is listed anew. */
    record Relist() implements Folding {
        private static final Relist INSTANCE = new Relist();
    }

    /** The object of that key is now as the message says. */
    static Folding put(Object key) {
        return new Put(key, key);
    }

    /** The object of that key is now as the message says; a later {@link #replace} in the slot may displace it. */
    static Folding put(Object key, Object slot) {
        return new Put(key, slot);
    }

    /** The object of that key is now as the message says, and takes the place of another one of the slot. */
    static Folding replace(Object key, Object slot) {
        return new Replace(key, slot);
    }

    /** The object of that key is gone. */
    static Folding remove(Object key) {
        return new Remove(key);
    }

    /** The message is about something else. */
    static Folding ignore() {
        return Ignore.INSTANCE;
    }

    /**
     * The message tells of changes that are not told one by one: IPv4 routes, for example, vanish without a word when their
     * link goes down.
     */
    static Folding relist() {
        return Relist.INSTANCE;
    }
}
