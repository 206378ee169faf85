package io.jnetlink.genl;

import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.socket.SocketClosedException;
import io.jnetlink.socket.TruncatedDatagramException;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the controller announces of families that come and go, on a socket of its own that is read when somebody is about to
 * rely on the table.
 *
 * <p>Thread-safe: one thread reads, and others do not wait for it.
 */
final class FamilyNews implements AutoCloseable {

    private final FamilyTable table;
    private final @Nullable NetlinkSocket socket;
    private final long interval;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile long lastRead;

    private FamilyNews(FamilyTable table, @Nullable NetlinkSocket socket, Duration interval) {
        this.table = table;
        this.socket = socket;
        this.interval = interval.toNanos();
        this.lastRead = socket == null ? 0 : socket.nanoTime() - this.interval;
    }

    /**
     * Begins to listen. Where that is not allowed, there are no news, and who relies on the table learns from refusals.
     *
     * @param table what is kept right
     * @param interval news need not be looked for again before that time has passed
     * @throws SyscallException if the kernel refuses the socket
     */
    static FamilyNews open(NetlinkConfig config, FamilyTable table, Duration interval) {
        NetlinkSocket socket = config.openSocket();
        try {
            socket.join(Controller.NOTIFY_GROUP);
            return new FamilyNews(table, socket, interval);
        } catch (SyscallException e) {
            socket.close();
            return new FamilyNews(table, null, interval);
        }
    }

    /** Whether there will be news. */
    boolean isListening() {
        return socket != null;
    }

    /** Reads what has come, unless that was done a moment ago. */
    void catchUp() {
        NetlinkSocket source = socket;
        if (source == null || source.nanoTime() - lastRead < interval || !turn.tryLock()) {
            return;
        }
        try {
            boolean more = true;
            while (more) {
                more = readOne(source);
            }
            lastRead = source.nanoTime();
        } catch (SocketClosedException e) {
            // So is the client: its request will say so.
            table.clear();
        } finally {
            turn.unlock();
        }
    }

    /** Stops listening. */
    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
    }

    private boolean readOne(NetlinkSocket source) {
        try {
            ReceiveResult result = source.tryReceive();
            switch (result.status()) {
                case DATAGRAM ->
                    takeApart(
                            NetlinkBuffer.wrap(result.datagram()),
                            result.datagram().limit());
                case OVERRUN -> table.clear();
                default -> {
                    return false;
                }
            }
        } catch (MalformedMessageException | TruncatedDatagramException e) {
            // Something happened, and nobody knows what.
            table.clear();
        }
        return true;
    }

    private void takeApart(NetlinkBuffer buffer, int length) {
        MessageReader message = new MessageReader().wrap(buffer, 0, length);
        Controller.Reply announcement = Controller.GETFAMILY.view().get();
        while (message.next()) {
            if (message.type() == Controller.ID && message.bodyLength() >= GenericHeader.SIZE) {
                announcement.wrapBody(
                        buffer, message.bodyOffset() + GenericHeader.SIZE, message.bodyLength() - GenericHeader.SIZE);
                forget(announcement.familyName());
            }
        }
    }

    private void forget(@Nullable String family) {
        if (family != null) {
            table.remove(family);
        } else {
            table.clear();
        }
    }
}
