package io.jnetlink.client;

import io.jnetlink.client.internal.jfr.OverrunEvent;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.wire.MessageReader;
import java.util.List;
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
    private final List<GroupRenewal> renewals;
    /** Losses that the kernel's receive queue knows nothing of. */
    private long absences;

    EventReader(NetlinkSocket socket, MessageFraming framing, MessageObserver observer, List<GroupRenewal> renewals) {
        this.socket = socket;
        this.framing = framing;
        this.inbox = new Inbox(observer);
        this.renewals = renewals;
    }

    /**
     * Adds the events of one receive.
     *
     * @throws io.jnetlink.wire.MalformedMessageException if a message's length is wrong; those before it were added
     */
    void read(ReceiveResult result, Queue<? super SubscriptionEvent> events) {
        if (result.status() == ReceiveResult.Status.OVERRUN) {
            events.add(overrun());
            renewals.forEach(renewal -> renewal.lookUp().forEach(socket::join));
        } else if (result.status() == ReceiveResult.Status.DATAGRAM) {
            int group = result.multicastGroup();
            int namespaceId = result.namespaceId();
            inbox.deliver(result, message -> {
                if (isForSubscriber(message, events)) {
                    // The one copy: from the buffer that the socket receives into, message by message.
                    events.add(new Notification(ReceivedMessage.copyOf(message, framing), group, namespaceId));
                }
                return true;
            });
        }
    }

    private boolean isForSubscriber(MessageReader message, Queue<? super SubscriptionEvent> events) {
        boolean announcement = false;
        for (GroupRenewal renewal : renewals) {
            if (renewal.isAnnouncement(message)) {
                announcement = true;
                renewal.announced(message).ifPresent(groups -> {
                    groups.forEach(socket::join);
                    absences++;
                    events.add(overrun());
                });
            }
        }
        return !announcement;
    }

    private Overrun overrun() {
        long count = socket.counters().overruns() + absences;
        OverrunEvent.report("subscription", count);
        return new Overrun(count);
    }
}
