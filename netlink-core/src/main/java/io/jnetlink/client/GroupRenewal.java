package io.jnetlink.client;

import io.jnetlink.wire.MessageReader;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a subscription in the groups of a family that may go, with its module, and come back: the kernel ends memberships when
 * it goes, without a word to the members.
 *
 * <p>Implementations are thread-safe.
 */
public interface GroupRenewal {

    /** The number of the group in which it is announced that the family is back. */
    int announcements();

    /**
     * Whether a message is such an announcement, of this family or of another one. It is not passed on to the subscriber.
     *
     * @param message any that the subscription receives
     */
    boolean isAnnouncement(MessageReader message);

    /**
     * What an announcement says.
     *
     * @return the numbers of the groups to join; empty if it does not say that this family is back
     * @throws io.jnetlink.wire.MalformedMessageException if it cannot be read
     */
    Optional<Set<Integer>> announced(MessageReader announcement);

    /**
     * Asks the kernel, because announcements may have been lost.
     *
     * @return the numbers of the groups; empty if the family is not there
     */
    Set<Integer> lookUp();
}
