package io.jnetlink.route;

import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.InvalidFieldException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a link of any kind can be given when it is made: the options of {@code ip link add} in front of {@code type}.
 *
 * <p>Immutable. Only what was set is sent.
 */
public final class LinkSettings {

    private static final int MAX_ALIAS_BYTES = 255;

    private final InterfaceName name;
    private final boolean up;
    private final @Nullable String master;
    private final @Nullable NetworkNamespace namespace;
    private final @Nullable String alias;
    private final LinkAttrs attributes;

    private LinkSettings(Builder builder) {
        this.name = builder.name;
        this.up = builder.up;
        this.master = builder.master;
        this.namespace = builder.namespace;
        this.alias = builder.alias;
        this.attributes = builder.attributes.build();
    }

    /**
     * Starts the settings of a link.
     *
     * @param name its name
     * @throws InvalidFieldException if the kernel would refuse the name, or take it as a template: it does not tell which
     *     number it then chose
     */
    public static Builder builder(String name) {
        InterfaceName valid = new InterfaceName(name);
        if (valid.isTemplate()) {
            throw new InvalidFieldException("interface name", "\"" + name + "\"", "must not be a template");
        }
        return new Builder(valid);
    }

    /** The link's name. */
    public InterfaceName name() {
        return name;
    }

    /** Whether the link shall be raised in the same request, so that it either exists and is up, or does not exist. */
    public boolean up() {
        return up;
    }

    /** The device that it becomes a port of. */
    public Optional<String> master() {
        return Optional.ofNullable(master);
    }

    /** The namespace that it is made in; empty for the one of the request. */
    public Optional<NetworkNamespace> namespace() {
        return Optional.ofNullable(namespace);
    }

    /** The text for people. */
    public Optional<String> alias() {
        return Optional.ofNullable(alias);
    }

    /** The maximum transmission unit in bytes. */
    public OptionalInt mtu() {
        return attributes.hasMtu() ? OptionalInt.of((int) attributes.mtu()) : OptionalInt.empty();
    }

    /** Everything that is sent as it is; without name, master, namespace, alias and flags. */
    public LinkAttrs attributes() {
        return attributes;
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {

        private final InterfaceName name;
        private final LinkAttrs.Builder attributes = LinkAttrs.builder();
        private boolean up;
        private @Nullable String master;
        private @Nullable NetworkNamespace namespace;
        private @Nullable String alias;

        private Builder(InterfaceName name) {
            this.name = name;
        }

        /** Raises the link in the same request. */
        public Builder up() {
            up = true;
            return this;
        }

        /** {@code mtu}: the largest packet in bytes, 1..2147483647; each kind of link has narrower bounds. */
        public Builder mtu(int bytes) {
            checkRange("mtu", bytes, 1);
            attributes.mtu(bytes);
            return this;
        }

        /** {@code address}: the link-layer address. */
        public Builder address(HardwareAddress address) {
            attributes.address(address);
            return this;
        }

        /** {@code txqueuelen}: packets that may wait for sending, 0..2147483647. */
        public Builder transmitQueueLength(int packets) {
            checkRange("txqueuelen", packets, 0);
            attributes.txqlen(packets);
            return this;
        }

        /** {@code numtxqueues}: transmit queues, 1..4096. */
        public Builder transmitQueues(int queues) {
            checkQueues("numtxqueues", queues);
            attributes.numTxQueues(queues);
            return this;
        }

        /** {@code numrxqueues}: receive queues, 1..4096. */
        public Builder receiveQueues(int queues) {
            checkQueues("numrxqueues", queues);
            attributes.numRxQueues(queues);
            return this;
        }

        /** {@code alias}: a text for people, at most 255 bytes in UTF-8. */
        public Builder alias(String text) {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_ALIAS_BYTES) {
                throw new InvalidFieldException("alias", bytes + " bytes", "must have at most 255 bytes");
            }
            alias = text;
            return this;
        }

        /** {@code master}: the bridge, bond or VRF that it becomes a port of, by name. */
        public Builder master(String device) {
            master = new InterfaceName(device).value();
            return this;
        }

        /** {@code group}: the number of the group that it belongs to. */
        public Builder group(long group) {
            attributes.group(group);
            return this;
        }

        /**
         * {@code netns}: the namespace that it is made in, which must stay open until the link is added. A tunnel goes on
         * sending and receiving in the namespace of the request.
         */
        public Builder namespace(NetworkNamespace target) {
            namespace = target;
            return this;
        }

        /** Makes the settings. */
        public LinkSettings build() {
            return new LinkSettings(this);
        }

        private static void checkRange(String option, int value, int least) {
            if (value < least) {
                throw new InvalidFieldException(option, value, "must be " + least + ".." + Integer.MAX_VALUE);
            }
        }

        private static void checkQueues(String option, int value) {
            if (value < 1 || value > 4096) {
                throw new InvalidFieldException(option, value, "must be 1..4096");
            }
        }
    }
}
