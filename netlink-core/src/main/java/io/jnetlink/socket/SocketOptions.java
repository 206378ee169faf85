package io.jnetlink.socket;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a netlink socket is opened.
 *
 * <pre>{@code
 * SocketOptions options = SocketOptions.builder(SocketOptions.ROUTE).receiveBufferBytes(8 << 20).build();
 * }</pre>
 *
 * <p>Immutable.
 */
public final class SocketOptions {

    /** Protocol number of rtnetlink: links, addresses, routes. */
    public static final int ROUTE = 0;

    /** Protocol number of generic netlink. */
    public static final int GENERIC = 16;

    /** What is turned on unless said otherwise: extended and capped acknowledgements, strict checks. */
    public static final Set<SocketFeature> DEFAULT_FEATURES = Collections.unmodifiableSet(
            EnumSet.of(SocketFeature.EXTENDED_ACK, SocketFeature.CAPPED_ACK, SocketFeature.STRICT_CHECK));

    /** Leaves a buffer size as the kernel sets it. */
    public static final int KERNEL_DEFAULT = 0;

    /** Longest datagram that is received whole, unless said otherwise: 4 MiB, more than the kernel can build. */
    public static final int DEFAULT_DATAGRAM_CAPACITY = 4 << 20;

    /** Least that {@link Builder#datagramCapacity} takes: 32 KiB, which the kernel fills at most with one part of a dump. */
    public static final int MIN_DATAGRAM_CAPACITY = 32 << 10;

    private final int protocol;
    private final Set<SocketFeature> features;
    private final int receiveBufferBytes;
    private final int sendBufferBytes;
    private final int datagramCapacity;
    private final @Nullable SocketFilter filter;

    private SocketOptions(Builder builder) {
        this.protocol = builder.protocol;
        this.features = Collections.unmodifiableSet(EnumSet.copyOf(builder.features));
        this.receiveBufferBytes = builder.receiveBufferBytes;
        this.sendBufferBytes = builder.sendBufferBytes;
        this.datagramCapacity = builder.datagramCapacity;
        this.filter = builder.filter;
    }

    /**
     * The defaults for rtnetlink.
     *
     * @return options
     */
    public static SocketOptions route() {
        return builder(ROUTE).build();
    }

    /**
     * The defaults for generic netlink.
     *
     * @return options
     */
    public static SocketOptions generic() {
        return builder(GENERIC).build();
    }

    /**
     * Begins with the defaults.
     *
     * @param protocol number of the netlink protocol
     * @return a builder
     */
    public static Builder builder(int protocol) {
        return new Builder(protocol);
    }

    /**
     * Begins with these options.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder(protocol);
        builder.features.clear();
        builder.features.addAll(features);
        return builder.receiveBufferBytes(receiveBufferBytes)
                .sendBufferBytes(sendBufferBytes)
                .datagramCapacity(datagramCapacity)
                .filter(filter);
    }

    /**
     * The netlink protocol.
     *
     * @return its number
     */
    public int protocol() {
        return protocol;
    }

    /**
     * What shall be turned on.
     *
     * @return an unmodifiable set
     */
    public Set<SocketFeature> features() {
        return features;
    }

    /**
     * The size of the kernel's receive queue asked for.
     *
     * @return bytes, or {@link #KERNEL_DEFAULT}
     */
    public int receiveBufferBytes() {
        return receiveBufferBytes;
    }

    /**
     * The size of the send buffer asked for, which bounds the longest request.
     *
     * @return bytes, or {@link #KERNEL_DEFAULT}
     */
    public int sendBufferBytes() {
        return sendBufferBytes;
    }

    /**
     * The longest datagram that is received whole.
     *
     * @return bytes
     */
    public int datagramCapacity() {
        return datagramCapacity;
    }

    /**
     * What decides in the kernel which datagrams get into the receive queue.
     *
     * @return the filter; empty if all do
     */
    public Optional<SocketFilter> filter() {
        return Optional.ofNullable(filter);
    }

    @Override
    public String toString() {
        return "protocol " + protocol + " " + features + ", receive buffer " + size(receiveBufferBytes)
                + ", send buffer " + size(sendBufferBytes) + ", datagrams up to " + size(datagramCapacity)
                + (filter == null ? "" : ", " + filter);
    }

    private static String size(int bytes) {
        return bytes == KERNEL_DEFAULT ? "by default" : bytes + " bytes";
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {

        private final int protocol;
        private final EnumSet<SocketFeature> features = EnumSet.copyOf(DEFAULT_FEATURES);
        private int receiveBufferBytes = KERNEL_DEFAULT;
        private int sendBufferBytes = KERNEL_DEFAULT;
        private int datagramCapacity = DEFAULT_DATAGRAM_CAPACITY;
        private @Nullable SocketFilter filter;

        private Builder(int protocol) {
            if (protocol < 0) {
                throw new IllegalArgumentException("not a netlink protocol: " + protocol);
            }
            this.protocol = protocol;
        }

        /**
         * Turns a feature on, where the kernel has it.
         *
         * @param feature the feature
         * @return this
         */
        public Builder with(SocketFeature feature) {
            features.add(feature);
            return this;
        }

        /**
         * Leaves a feature off.
         *
         * @param feature the feature
         * @return this
         */
        public Builder without(SocketFeature feature) {
            features.remove(feature);
            return this;
        }

        /**
         * Sets the size of the kernel's receive queue, beyond {@code net.core.rmem_max} if the process may.
         *
         * <p>The kernel doubles the number, since it counts its own overhead.
         *
         * @param bytes bytes, or {@link #KERNEL_DEFAULT}
         * @return this
         */
        public Builder receiveBufferBytes(int bytes) {
            receiveBufferBytes = requireSize(bytes, KERNEL_DEFAULT);
            return this;
        }

        /**
         * Sets the size of the send buffer, beyond {@code net.core.wmem_max} if the process may. The kernel doubles the number.
         *
         * @param bytes bytes, or {@link #KERNEL_DEFAULT}
         * @return this
         */
        public Builder sendBufferBytes(int bytes) {
            sendBufferBytes = requireSize(bytes, KERNEL_DEFAULT);
            return this;
        }

        /**
         * Sets the longest datagram that is received whole. Only what is touched of it takes memory.
         *
         * @param bytes bytes, at least {@link #MIN_DATAGRAM_CAPACITY}
         * @return this
         */
        public Builder datagramCapacity(int bytes) {
            datagramCapacity = requireSize(bytes, MIN_DATAGRAM_CAPACITY);
            return this;
        }

        /**
         * Lets the kernel drop what a filter does not accept, before it takes room in the receive queue. Replies to requests are
         * dropped too, so clients use it for their subscriptions only.
         *
         * @param value the filter; null for none
         * @return this
         */
        public Builder filter(@Nullable SocketFilter value) {
            filter = value;
            return this;
        }

        /**
         * Makes the options.
         *
         * @return options
         */
        public SocketOptions build() {
            return new SocketOptions(this);
        }

        private static int requireSize(int bytes, int least) {
            if (bytes < least) {
                throw new IllegalArgumentException("a size of " + bytes + " bytes, where " + least + " is the least");
            }
            return bytes;
        }
    }
}
