package io.jnetlink.client;

import io.jnetlink.client.internal.jfr.OverrunEvent;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import java.util.Queue;

/**
 * Makes events of what a socket in multicast groups receives.
 *
 * <p>Belongs to the thread that receives.
 */
final class EventReader {

    private final NetlinkSocket socket;
    private final MessageFraming framing;
    private final Inbox inbox;

    EventReader(NetlinkSocket socket, MessageFraming framing, MessageObserver observer) {
        this.socket = socket;
        this.framing = framing;
        this.inbox = new Inbox(observer);
    }

    /**
     * Adds the events of one receive.
     *
     * @throws io.jnetlink.wire.MalformedMessageException if a message's length is wrong; those before it were added
     */
    void read(ReceiveResult result, Queue<? super SubscriptionEvent> events) {
        if (result.status() == ReceiveResult.Status.OVERRUN) {
            long count = socket.counters().overruns();
            OverrunEvent.report("subscription", count);
            events.add(new Overrun(count));
        } else if (result.status() == ReceiveResult.Status.DATAGRAM) {
            int group = result.multicastGroup();
            int namespaceId = result.namespaceId();
            // The one copy: from the buffer that the socket receives into, message by message.
            inbox.deliver(
                    result,
                    message ->
                            events.add(new Notification(ReceivedMessage.copyOf(message, framing), group, namespaceId)));
        }
    }
}
