package io.jnetlink.samples.nl;

import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.dynamic.DynamicClient;
import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.genl.GenericNetlink;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.Syscalls;
import org.jspecify.annotations.Nullable;

/**
 * The way to a family's part of the kernel: its own protocol, or generic netlink.
 *
 * <p>Thread-safe. Owns its socket and closes it.
 */
final class FamilyChannel implements AutoCloseable {

    private final DynamicFamily family;
    private final @Nullable GenericNetlink generic;
    private final NetlinkClient client;

    private FamilyChannel(DynamicFamily family, @Nullable GenericNetlink generic, NetlinkClient client) {
        this.family = family;
        this.generic = generic;
        this.client = client;
    }

    static FamilyChannel open(DynamicFamily family, Syscalls syscalls) {
        NetlinkConfig config = NetlinkConfig.builder(
                        SocketOptions.builder(family.schema().protocol()).build())
                .syscalls(syscalls)
                .build();
        if (family.schema().isGeneric()) {
            GenericNetlink generic = GenericNetlink.open(config);
            return new FamilyChannel(family, generic, generic.client());
        }
        return new FamilyChannel(family, null, NetlinkClient.open(config));
    }

    /** Speaks in maps. */
    DynamicClient maps() {
        return family.connect(client);
    }

    /** Generic netlink. */
    GenericNetlink generic() {
        if (generic == null) {
            throw new JnlException(family.name() + " is no generic-netlink family");
        }
        return generic;
    }

    @Override
    public void close() {
        client.close();
        if (generic != null) {
            generic.close();
        }
    }
}
