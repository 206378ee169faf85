package io.jnetlink.client;

import io.jnetlink.socket.NetlinkSocket;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * Opens the sockets of each subscriber to kernel state.
 *
 * <p>Immutable; thread-safe.
 */
record StatePublisher(
        NetlinkConfig config, MessageFraming framing, SocketLoop loop, ResyncPolicy policy, List<StateSource> sources)
        implements Flow.Publisher<StateEvent> {

    @Override
    public void subscribe(Flow.Subscriber<? super StateEvent> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        try {
            GroupChoice groups = StateSockets.groups(framing, sources);
            NetlinkSocket socket = StateSockets.openEvents(config, groups);
            try {
                start(socket, groups, subscriber);
            } catch (RuntimeException e) {
                socket.close();
                throw e;
            }
        } catch (RuntimeException e) {
            EventPublisher.refuse(subscriber, e);
        }
    }

    private void start(NetlinkSocket socket, GroupChoice groups, Flow.Subscriber<? super StateEvent> subscriber) {
        // On this thread: the loop's must not wait if the kernel has to be asked.
        sources.forEach(source -> source.listings().forEach(listing -> framing.messageType(listing.operation())));
        EventReader reader = groups.reader(socket, framing, config.observer());
        StateSync sync = new StateSync(sources, new ReceiveQueue(socket), reader, policy);
        AsyncNetlinkClient client = AsyncNetlinkClient.open(config, framing, loop, AsyncLimits.DEFAULT);
        try {
            AsyncStateListing listing = new AsyncStateListing(client, framing, sources, sync);
            loop.execute(new StateSubscription(socket, client, listing, sync, loop, subscriber)::start);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }
}
