package io.jnetlink.genl;

import io.jnetlink.client.GroupRenewal;
import io.jnetlink.wire.MessageReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Groups of a family, under the numbers that they have after the family was gone.
 *
 * <p>Thread-safe.
 *
 * @param names of the groups
 * @param generic where the family is looked up
 */
record FamilyGroups(String family, Set<String> names, GenericNetlink generic) implements GroupRenewal {

    @Override
    public int announcements() {
        return Controller.NOTIFY_GROUP;
    }

    @Override
    public boolean isAnnouncement(MessageReader message) {
        return message.type() == Controller.ID && message.bodyLength() >= GenericHeader.SIZE;
    }

    @Override
    public Optional<Set<Integer>> announced(MessageReader announcement) {
        if (GenericHeader.command(announcement) != Controller.NEW_FAMILY) {
            return Optional.empty();
        }
        Controller.Reply told = Controller.GETFAMILY.view().get();
        told.wrapBody(
                announcement.buffer(),
                announcement.bodyOffset() + GenericHeader.SIZE,
                announcement.bodyLength() - GenericHeader.SIZE);
        return family.equals(told.familyName())
                ? Optional.of(numbers(told.family().groups()))
                : Optional.empty();
    }

    @Override
    public Set<Integer> lookUp() {
        generic.forget(family);
        return generic.find(family).map(found -> numbers(found.groups())).orElse(Set.of());
    }

    private Set<Integer> numbers(Map<String, Integer> groups) {
        return groups.entrySet().stream()
                .filter(group -> names.contains(group.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toUnmodifiableSet());
    }
}
