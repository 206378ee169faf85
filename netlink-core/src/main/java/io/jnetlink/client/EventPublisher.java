package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;
import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * Opens a socket for each subscriber to multicast groups.
 *
 * <p>Immutable; thread-safe.
 */
record EventPublisher(NetlinkConfig config, MessageFraming framing, SocketLoop loop, GroupChoice groups)
        implements Flow.Publisher<SubscriptionEvent> {

    /** For who could not be subscribed and must be told so by way of a subscription. */
    static final Flow.Subscription NONE = new Flow.Subscription() {
        @Override
        public void request(long events) {}

        @Override
        public void cancel() {}
    };

    @Override
    public void subscribe(Flow.Subscriber<? super SubscriptionEvent> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        try {
            NetlinkSocket socket = config.openSocket(groups.numbers());
            try {
                EventReader reader = groups.reader(socket, framing, config.observer());
                loop.execute(new EventSubscription(socket, reader, loop, subscriber)::start);
            } catch (RuntimeException e) {
                socket.close();
                throw e;
            }
        } catch (RuntimeException e) {
            refuse(subscriber, e);
        }
    }

    /** Tells a subscriber that it could not be subscribed. */
    static void refuse(Flow.Subscriber<?> subscriber, RuntimeException reason) {
        subscriber.onSubscribe(NONE);
        subscriber.onError(reason);
    }
}
