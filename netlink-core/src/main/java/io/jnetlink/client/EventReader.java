package io.jnetlink.client;

import io.jnetlink.client.internal.jfr.OverrunEvent;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteBuffer;
import java.util.Queue;

/**
 * Makes events of what a socket in multicast groups receives.
 *
 * <p>Belongs to the thread that receives.
 */
final class EventReader {

    private final NetlinkSocket socket;
    private final MessageFraming framing;
    private final MessageObserver observer;

    EventReader(NetlinkSocket socket, MessageFraming framing, MessageObserver observer) {
        this.socket = socket;
        this.framing = framing;
        this.observer = observer;
    }

    /** Adds the events of one receive. */
    void read(ReceiveResult result, Queue<SubscriptionEvent> events) {
        if (result.status() == ReceiveResult.Status.OVERRUN) {
            long count = socket.counters().overruns();
            OverrunEvent.report("subscription", count);
            events.add(new Overrun(count));
        } else if (result.status() == ReceiveResult.Status.DATAGRAM) {
            takeApart(result, events);
        }
    }

    private void takeApart(ReceiveResult result, Queue<SubscriptionEvent> events) {
        ByteBuffer datagram = result.datagram();
        byte[] copy = new byte[datagram.limit()];
        datagram.get(0, copy);
        NetlinkBuffer bytes = NetlinkBuffer.wrap(copy);
        MessageReader reader = new MessageReader().wrap(bytes, 0, copy.length);
        while (reader.next()) {
            observer.received(bytes, reader.offset(), reader.length());
            byte[] message = bytes.bytes(reader.offset(), reader.length());
            events.add(new Notification(framing, NetlinkBuffer.wrap(message), result.multicastGroup()));
        }
    }
}
