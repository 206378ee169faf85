package io.jnetlink.client;

import io.jnetlink.schema.FamilySchema;
import io.jnetlink.socket.NetlinkSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The multicast groups of a subscription, and how it stays in them.
 *
 * <p>Immutable.
 *
 * @param numbers of the groups, those of announcements included
 * @param renewals for the families that may go and come back
 */
record GroupChoice(Set<Integer> numbers, List<GroupRenewal> renewals) {

    GroupChoice {
        numbers = Set.copyOf(numbers);
        renewals = List.copyOf(renewals);
    }

    /** Groups whose numbers stay what they are. */
    static GroupChoice of(Set<Integer> numbers) {
        return new GroupChoice(numbers, List.of());
    }

    /**
     * Groups of a family.
     *
     * @param names as its spec has them
     * @throws IllegalArgumentException if it has no such group
     */
    static GroupChoice of(MessageFraming framing, FamilySchema family, Collection<String> names) {
        Set<Integer> numbers = new TreeSet<>();
        names.forEach(name -> numbers.add(framing.groupNumber(family, name)));
        List<GroupRenewal> renewals =
                framing.groupRenewal(family, names).stream().toList();
        renewals.forEach(renewal -> numbers.add(renewal.announcements()));
        return new GroupChoice(numbers, renewals);
    }

    /** The groups of both. */
    GroupChoice with(GroupChoice other) {
        Set<Integer> all = new TreeSet<>(numbers);
        all.addAll(other.numbers);
        List<GroupRenewal> both = new ArrayList<>(renewals);
        both.addAll(other.renewals);
        return new GroupChoice(all, both);
    }

    /** Makes events of what a socket in these groups receives. */
    EventReader reader(NetlinkSocket socket, MessageFraming framing, MessageObserver observer) {
        return new EventReader(socket, framing, observer, renewals);
    }
}
