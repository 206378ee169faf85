package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.Syscalls;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a client is opened.
 *
 * <p>Immutable.
 */
public final class NetlinkConfig {

    /** How long a request waits for the kernel's next word, unless said otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final SocketOptions socket;
    private final Duration timeout;
    private final MessageObserver observer;
    private final @Nullable NetworkNamespace namespace;
    private final @Nullable Syscalls syscalls;

    private NetlinkConfig(Builder builder) {
        this.socket = builder.socket;
        this.timeout = builder.timeout;
        this.observer = builder.observer;
        this.namespace = builder.namespace;
        this.syscalls = builder.syscalls;
    }

    /** The defaults for rtnetlink in the namespace of the calling thread. */
    public static NetlinkConfig route() {
        return builder(SocketOptions.route()).build();
    }

    /** Begins with the defaults. */
    public static Builder builder(SocketOptions socket) {
        return new Builder(socket);
    }

    /** Begins with these settings. */
    public Builder toBuilder() {
        return toBuilder(socket);
    }

    /**
     * Begins with these settings, for a socket opened in another way.
     *
     * @param options how the socket is opened
     */
    public Builder toBuilder(SocketOptions options) {
        Builder builder = new Builder(options);
        builder.timeout = timeout;
        builder.observer = observer;
        builder.namespace = namespace;
        builder.syscalls = syscalls;
        return builder;
    }

    /** How the socket is opened. */
    public SocketOptions socket() {
        return socket;
    }

    /** How long a request waits for the kernel's next word. */
    public Duration timeout() {
        return timeout;
    }

    /** Who sees every message. */
    public MessageObserver observer() {
        return observer;
    }

    /** The namespace that the socket is opened in; empty for that of the calling thread. */
    public Optional<NetworkNamespace> namespace() {
        return Optional.ofNullable(namespace);
    }

    /** How the kernel is reached; empty for the system's own way. */
    public Optional<Syscalls> syscalls() {
        return Optional.ofNullable(syscalls);
    }

    /**
     * Opens a socket for requests as these settings say, for what a client has no method for, but without a filter: that is
     * meant for notifications, and a reply that it drops would never come.
     *
     * @return the socket; close it
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses
     */
    public NetlinkSocket openSocket() {
        return openSocket(
                socket.filter().isEmpty()
                        ? socket
                        : socket.toBuilder().filter(null).build());
    }

    /**
     * Opens a socket as these settings say, and joins multicast groups.
     *
     * @param groups their numbers, from 1 on
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket or a group
     */
    NetlinkSocket openSocket(Set<Integer> groups) {
        NetlinkSocket opened = openSocket(socket);
        try {
            groups.forEach(opened::join);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private NetlinkSocket openSocket(SocketOptions options) {
        return namespace != null
                ? NetlinkSocket.open(options, namespace)
                : NetlinkSocket.open(options, syscalls != null ? syscalls : Syscalls.system());
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {

        private final SocketOptions socket;
        private Duration timeout = DEFAULT_TIMEOUT;
        private MessageObserver observer = MessageObserver.NONE;
        private @Nullable NetworkNamespace namespace;
        private @Nullable Syscalls syscalls;

        private Builder(SocketOptions socket) {
            this.socket = socket;
        }

        /**
         * Sets how long a request waits for the kernel's next word; a dump may take longer in all.
         *
         * @throws IllegalArgumentException if it is not positive, or longer than {@link Long#MAX_VALUE} nanoseconds
         */
        public Builder timeout(Duration value) {
            if (value.isNegative() || value.isZero() || value.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0) {
                throw new IllegalArgumentException("timeout must be positive and at most 292 years, not " + value);
            }
            timeout = value;
            return this;
        }

        /** Sets who sees every message. */
        public Builder observer(MessageObserver value) {
            observer = value;
            return this;
        }

        /** Sets the namespace that the socket is opened in. It may be closed once the client is open. */
        public Builder namespace(NetworkNamespace value) {
            namespace = value;
            return this;
        }

        /** Sets how the kernel is reached, for kernels that exist in memory only; a namespace brings its own way along. */
        public Builder syscalls(Syscalls value) {
            syscalls = value;
            return this;
        }

        /** Makes the settings. */
        public NetlinkConfig build() {
            return new NetlinkConfig(this);
        }
    }
}
