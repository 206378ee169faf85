package io.jnetlink.client;

import io.jnetlink.message.MessageBody;
import io.jnetlink.socket.NetlinkSocket;
import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * Opens a socket for each subscriber to a dump.
 *
 * <p>Immutable; thread-safe.
 *
 * @param client whose settings the sockets have
 * @param steps what subscribers are told
 */
record DumpPublisher<M extends MessageBody, T>(
        AsyncNetlinkClient client, Request<M, ?> request, DumpPolicy policy, DumpSteps<M, T> steps)
        implements Flow.Publisher<T> {

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        try {
            int type = client.codec().framing().messageType(request.operation());
            NetlinkSocket socket = client.config().openSocket();
            try {
                client.loop().execute(new DumpSubscription<>(this, type, socket, subscriber)::start);
            } catch (RuntimeException e) {
                socket.close();
                throw e;
            }
        } catch (RuntimeException e) {
            subscriber.onSubscribe(EventPublisher.NONE);
            subscriber.onError(e);
        }
    }
}
