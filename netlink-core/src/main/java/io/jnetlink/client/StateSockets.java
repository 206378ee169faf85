package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.SocketFeature;
import io.jnetlink.socket.SocketOptions;
import java.util.List;
import java.util.Set;

/** Opens the socket that the notifications for a state come to. Stateless. */
final class StateSockets {

    private StateSockets() {}

    /**
     * The groups of all sources.
     *
     * @throws IllegalArgumentException if there is no source, or a family has no such group
     */
    static GroupChoice groups(MessageFraming framing, List<StateSource> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to keep track of");
        }
        return sources.stream()
                .map(source -> GroupChoice.of(
                        framing, source.listings().get(0).operation().family(), source.groups()))
                .reduce(GroupChoice.of(Set.of()), GroupChoice::with);
    }

    /**
     * Opens it and joins groups.
     *
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket or a group
     */
    static NetlinkSocket openEvents(NetlinkConfig config, GroupChoice groups) {
        // Objects of other namespaces would pass for objects of this one.
        SocketOptions options = config.socket().toBuilder()
                .without(SocketFeature.ALL_NAMESPACES)
                .build();
        return config.toBuilder(options).build().openSocket(groups.numbers());
    }
}
