package io.jnetlink.genl;

import io.jnetlink.client.AsyncLimits;
import io.jnetlink.client.AsyncNetlinkClient;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.MessageFraming;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.Request;
import io.jnetlink.client.SocketLoop;
import io.jnetlink.message.Operation;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Generic netlink in one network namespace: a client whose requests find their family by name.
 *
 * <p>Thread-safe. Owns its client and closes it. Family ids are looked up once and remembered until {@link #forget}.
 *
 * <pre>{@code
 * try (GenericNetlink generic = GenericNetlink.open()) {
 *     generic.client().dump(Request.of(Ethtool.STRSET_GET, …));
 * }
 * }</pre>
 */
public final class GenericNetlink implements AutoCloseable {

    private static final DumpPolicy LISTING = DumpPolicy.retrying(5);

    private final NetlinkConfig config;
    private final Framing framing = new Framing();
    private final NetlinkClient client;
    private final Map<String, GenericFamily> families = new ConcurrentHashMap<>();

    private GenericNetlink(NetlinkConfig config) {
        this.config = config;
        this.client = NetlinkClient.open(config, framing);
    }

    /**
     * Opens it in the namespace of the calling thread.
     *
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket
     */
    public static GenericNetlink open() {
        return open(NetlinkConfig.builder(SocketOptions.generic()).build());
    }

    /**
     * Opens it in a namespace, which may be closed afterwards.
     *
     * @throws io.jnetlink.sys.SyscallException if the namespace cannot be entered or the kernel refuses the socket
     */
    public static GenericNetlink open(NetworkNamespace namespace) {
        return open(NetlinkConfig.builder(SocketOptions.generic())
                .namespace(namespace)
                .build());
    }

    /**
     * Opens it as configured.
     *
     * @param config with {@link SocketOptions#GENERIC} as its protocol
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket
     */
    public static GenericNetlink open(NetlinkConfig config) {
        if (config.socket().protocol() != SocketOptions.GENERIC) {
            throw new IllegalArgumentException("generic netlink is protocol " + SocketOptions.GENERIC + ", not "
                    + config.socket().protocol());
        }
        return new GenericNetlink(config);
    }

    /** The client for the operations of any generic family. */
    public NetlinkClient client() {
        return client;
    }

    /**
     * Opens an asynchronous client for the operations of any generic family, on a socket of its own; close it. It looks
     * families up here, so this must stay open as long; who sends the first request to a family waits for that.
     *
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket
     */
    public AsyncNetlinkClient openAsync(SocketLoop loop, AsyncLimits limits) {
        return AsyncNetlinkClient.open(config, framing, loop, limits);
    }

    /**
     * A family by its name.
     *
     * @throws NotFoundException if the kernel has none of that name: its module may not be loaded
     */
    public GenericFamily family(String name) {
        GenericFamily known = families.get(name);
        if (known != null) {
            return known;
        }
        GenericFamily found = client.get(Request.of(Controller.GETFAMILY, Controller.byName(name)))
                .orElseThrow(() -> new IllegalStateException("the kernel acknowledged a look-up without answering it"))
                .family();
        families.put(name, found);
        return found;
    }

    /** A family by its name, or empty if the kernel has none. */
    public Optional<GenericFamily> find(String name) {
        try {
            return Optional.of(family(name));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * All families that the kernel has at present, listed anew a few times if they change meanwhile.
     *
     * @throws io.jnetlink.client.DumpInterruptedException if they change all the time
     */
    public List<GenericFamily> families() {
        return client.dump(Request.of(Controller.GETFAMILY, Controller.all()), LISTING).messages().stream()
                .map(Controller.Reply::family)
                .toList();
    }

    /** Looks a family up anew when it is needed next, after its module was reloaded. */
    public void forget(String name) {
        families.remove(name);
    }

    /** Closes the client. Closing twice does nothing. */
    @Override
    public void close() {
        client.close();
    }

    private final class Framing implements MessageFraming {

        @Override
        public int messageType(Operation<?, ?> operation) {
            return operation.family() == Controller.FAMILY
                    ? Controller.ID
                    : family(operation.family().name()).id();
        }

        @Override
        public int prefixLength() {
            return GenericHeader.SIZE;
        }

        @Override
        public void writePrefix(MessageWriter out, Operation<?, ?> operation) {
            GenericHeader.write(
                    out, operation.schema().request(), operation.family().version());
        }

        @Override
        public int groupNumber(FamilySchema family, String group) {
            GenericFamily found = family(family.name());
            return found.group(group)
                    .orElseThrow(() -> new IllegalArgumentException(family.name() + " has no multicast group " + group
                            + ", but " + found.groups().keySet()));
        }

        @Override
        public boolean isReply(Operation<?, ?> operation, MessageReader message) {
            return message.type() == messageType(operation)
                    && GenericHeader.command(message) == operation.schema().reply();
        }
    }
}
