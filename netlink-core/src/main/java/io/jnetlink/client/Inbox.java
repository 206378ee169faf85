package io.jnetlink.client;

import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the datagrams of a socket apart, shows each message to the observer and then to whom it may concern.
 *
 * <p>Belongs to one socket; not thread-safe. Allocates nothing.
 */
final class Inbox {

    private final MessageObserver observer;
    private final MessageReader in = new MessageReader();
    /** The socket receives into one buffer all its life, so one wrapper serves. */
    private @Nullable NetlinkBuffer received;

    Inbox(MessageObserver observer) {
        this.observer = observer;
    }

    /**
     * Hands out the messages of a datagram. What nobody wants is dropped: it belongs to requests that were given up.
     *
     * @return whether there was one for the addressee
     * @throws io.jnetlink.wire.MalformedMessageException if a message's length is wrong
     */
    boolean deliver(ReceiveResult datagram, Addressee addressee) {
        if (received == null) {
            received = NetlinkBuffer.wrap(datagram.datagram());
        }
        in.wrap(received, 0, datagram.datagram().limit());
        boolean wanted = false;
        while (in.next()) {
            observer.received(in.buffer(), in.offset(), in.length());
            wanted |= addressee.take(in);
        }
        return wanted;
    }
}
