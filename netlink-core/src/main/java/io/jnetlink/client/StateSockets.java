package io.jnetlink.client;

import io.jnetlink.schema.FamilySchema;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.SocketFeature;
import io.jnetlink.socket.SocketOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Opens the socket that the notifications for a state come to. Stateless. */
final class StateSockets {

    private StateSockets() {}

    /**
     * Opens it and joins the groups of all sources.
     *
     * @throws IllegalArgumentException if there is no source, or a family has no such group
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket or a group
     */
    static NetlinkSocket openEvents(NetlinkConfig config, MessageFraming framing, List<StateSource> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to keep track of");
        }
        Set<Integer> groups = new TreeSet<>();
        for (StateSource source : sources) {
            FamilySchema family = source.listings().get(0).operation().family();
            source.groups().forEach(group -> groups.add(framing.groupNumber(family, group)));
        }
        // Objects of other namespaces would pass for objects of this one.
        SocketOptions options = config.socket().toBuilder()
                .without(SocketFeature.ALL_NAMESPACES)
                .build();
        return config.toBuilder(options).build().openSocket(groups);
    }
}
