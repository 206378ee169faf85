package io.jnetlink.client;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.Operation;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Says what a message means for the state of one kind of objects.
 *
 * <p>Called by whoever takes events from the feed, for each reply to the source's listings and for each notification of any
 * of the feed's sources. What a message means must depend on the message alone: while the state is listed, notifications
 * are folded that are older than what was listed.
 */
@FunctionalInterface
public interface StateFold {

    /** What a message means: its type, flags and body say. */
    Folding fold(ReceivedMessage message);

    /**
     * Objects that are told from each other by their bodies.
     *
     * @param present an operation whose reply or notification says that an object is there, such as the one that lists
     * @param gone an operation whose notification says that an object is gone
     * @param key what tells an object from others, from a body of either
     */
    static <M extends MessageBody> StateFold byKey(
            Operation<M, ?> present, Operation<M, ?> gone, Function<? super M, ?> key) {
        return message -> {
            if (message.is(present)) {
                return Folding.put(key.apply(message.body(present)));
            }
            return message.is(gone) ? Folding.remove(key.apply(message.body(gone))) : Folding.ignore();
        };
    }

    /**
     * The same, but for those messages only that pass a test. Links need it: what bridges tell of their ports has the numbers of
     * link messages and comes by the same group, and a port that leaves its bridge is told of like a link that is deleted.
     *
     * @param relevant whether a message is about the objects at all
     */
    default StateFold where(Predicate<? super ReceivedMessage> relevant) {
        return message -> relevant.test(message) ? fold(message) : Folding.ignore();
    }
}
