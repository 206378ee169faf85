package io.jnetlink.genl;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.AsyncLimits;
import io.jnetlink.client.AsyncNetlinkClient;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.ExtendedAck;
import io.jnetlink.client.GroupRenewal;
import io.jnetlink.client.MessageFraming;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.Request;
import io.jnetlink.client.SocketLoop;
import io.jnetlink.client.TypeRenewal;
import io.jnetlink.message.Operation;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Generic netlink in one network namespace: a client whose requests find their family by name.
 *
 * <p>Thread-safe. Owns its client and a second socket and closes them: close this, not the client.
 *
 * <p><b>Families come and go</b> with their modules, and have another number when they come back. Numbers are looked up once
 * and remembered until the controller announces a change, which is looked for before a request, though not more often than
 * once a millisecond. If the kernel knows the number of a request no more nevertheless, the family is looked up anew, and the
 * request is sent once more if it has another number now. {@link UnknownFamilyException} says that it has none; in a pipeline
 * the refusals of the requests do.
 *
 * <pre>{@code
 * try (GenericNetlink generic = GenericNetlink.open()) {
 *     generic.client().dump(Request.of(Ethtool.STRSET_GET, …));
 * }
 * }</pre>
 */
public final class GenericNetlink implements AutoCloseable {

    /** The family that knows the others ({@code nlctrl}), for whoever describes messages. */
    public static final FamilySchema CONTROLLER = Controller.FAMILY;

    private static final DumpPolicy LISTING = DumpPolicy.retrying(5);
    private static final Duration NEWS_INTERVAL = Duration.ofMillis(1);

    /** {@code GENL_NAMSIZ} counts a NUL behind it. */
    private static final int MOST_NAME_BYTES = 15;

    private final NetlinkConfig config;
    private final Framing framing = new Framing();
    private final FamilyTable table = new FamilyTable();
    private final NetlinkClient client;
    private final FamilyNews news;

    private GenericNetlink(NetlinkConfig config, Duration newsInterval) {
        this.config = config;
        this.client = NetlinkClient.open(config, framing);
        try {
            this.news = FamilyNews.open(config, table, newsInterval);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
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
        return open(config, NEWS_INTERVAL);
    }

    static GenericNetlink open(NetlinkConfig config, Duration newsInterval) {
        if (config.socket().protocol() != SocketOptions.GENERIC) {
            throw new IllegalArgumentException("generic netlink is protocol " + SocketOptions.GENERIC + ", not "
                    + config.socket().protocol());
        }
        return new GenericNetlink(config, newsInterval);
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
     * @throws UnknownFamilyException if the kernel has none of that name: its module may not be loaded
     * @throws InvalidFieldException if no family can have that name
     */
    public GenericFamily family(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MOST_NAME_BYTES) {
            throw new InvalidFieldException("family name", name, "must have 1 to " + MOST_NAME_BYTES + " bytes");
        }
        news.catchUp();
        GenericFamily known = table.find(name);
        return known != null ? known : lookUp(name);
    }

    /** A family by its name, or empty if the kernel has none. */
    public Optional<GenericFamily> find(String name) {
        try {
            return Optional.of(family(name));
        } catch (UnknownFamilyException e) {
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

    /** Looks a family up anew when it is needed next. There is hardly a need for that: changes are noticed. */
    public void forget(String name) {
        table.remove(name);
    }

    /** Closes the client. Closing twice does nothing. */
    @Override
    public void close() {
        client.close();
        news.close();
    }

    private GenericFamily lookUp(String name) {
        long edition = table.edition();
        try {
            GenericFamily found = client.get(Request.of(Controller.GETFAMILY, Controller.byName(name)))
                    .orElseThrow(() -> new NetlinkException("the kernel acknowledged a look-up without answering it"))
                    .family();
            table.put(found, edition);
            return found;
        } catch (NotFoundException e) {
            throw new UnknownFamilyException(name, e);
        }
    }

    private final class Framing implements MessageFraming {

        @Override
        public int messageType(Operation<?, ?> operation) {
            String name = operation.family().name();
            return name.equals(Controller.NAME) ? Controller.ID : family(name).id();
        }

        @Override
        public Optional<TypeRenewal<?, ?>> renewal(Operation<?, ?> operation, int errno, ExtendedAck extendedAck) {
            String name = operation.family().name();
            // The kernel's own word for an unknown number. Families say the same of their objects, mostly with a
            // sentence.
            return errno == Errno.ENOENT && extendedAck.isEmpty() && !name.equals(Controller.NAME)
                    ? Optional.of(new FamilyRenewal(name, table, table.edition()))
                    : Optional.empty();
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
            if (family.name().equals(Controller.NAME) && group.equals(Controller.NOTIFY)) {
                return Controller.NOTIFY_GROUP;
            }
            GenericFamily found = family(family.name());
            return found.group(group)
                    .orElseThrow(() -> new IllegalArgumentException(family.name() + " has no multicast group " + group
                            + ", but " + found.groups().keySet()));
        }

        @Override
        public Optional<GroupRenewal> groupRenewal(FamilySchema family, Collection<String> groups) {
            // The controller itself never goes.
            return family.name().equals(Controller.NAME)
                    ? Optional.empty()
                    : Optional.of(new FamilyGroups(family.name(), Set.copyOf(groups), GenericNetlink.this));
        }

        @Override
        public boolean isReply(Operation<?, ?> operation, MessageReader message) {
            return message.type() == messageType(operation)
                    && GenericHeader.command(message) == operation.schema().reply();
        }
    }
}
