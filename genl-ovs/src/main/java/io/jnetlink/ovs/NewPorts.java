package io.jnetlink.ovs;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.SocketLoop;
import io.jnetlink.genl.GenericNetlink;
import io.jnetlink.ovs.vport.OvsVport;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.socket.ReceiveResult.Status;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that a datapath has got a port, on the loop that reads its upcalls.
 *
 * <p>Starting and stopping are thread-safe; the rest runs on the loop's thread.
 */
final class NewPorts implements SocketLoop.Handler {

    private static final Logger LOG = LoggerFactory.getLogger(NewPorts.class);
    private static final String FAMILY = "ovs_vport";
    private static final int HEADERS = 8;

    private final NetlinkSocket socket;
    private final int datapath;
    private final Runnable action;
    private final MessageReader reader = new MessageReader();
    private SocketLoop.@Nullable Watch watch;
    private volatile boolean stopped;

    private NewPorts(NetlinkSocket socket, int datapath, Runnable action) {
        this.socket = socket;
        this.datapath = datapath;
        this.action = action;
    }

    /**
     * Begins to watch.
     *
     * @param action is run on the loop when there is a new port, or when news were lost
     */
    static NewPorts watch(
            GenericNetlink generic, NetlinkConfig config, int datapath, Runnable action, SocketLoop loop) {
        int group = generic.family(FAMILY).group(FAMILY).orElseThrow();
        NetlinkSocket socket = config.openSocket();
        try {
            socket.join(group);
            NewPorts ports = new NewPorts(socket, datapath, action);
            ports.start(loop);
            return ports;
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private synchronized void start(SocketLoop loop) {
        watch = loop.watch(socket, this);
    }

    synchronized void stop() {
        stopped = true;
        if (watch != null) {
            watch.release();
        }
    }

    @Override
    public void ready() {
        try {
            boolean news = false;
            ReceiveResult result;
            while (!stopped && (result = socket.tryReceive()).status() != Status.TIMED_OUT) {
                news |= result.status() == Status.OVERRUN || tellsOfPort(result);
            }
            if (news && !stopped) {
                action.run();
            }
        } catch (NetlinkException | IllegalStateException e) {
            // The datapath may be on its way out, and the port as well.
            LOG.debug("A new port was not told where its upcalls go", e);
            if (socket.isClosed()) {
                stop();
            }
        }
    }

    @Override
    public void released(@Nullable Throwable failure) {
        socket.close();
    }

    private boolean tellsOfPort(ReceiveResult result) {
        if (result.status() != Status.DATAGRAM) {
            return false;
        }
        NetlinkBuffer buffer = NetlinkBuffer.wrap(result.datagram());
        boolean found = false;
        try {
            reader.wrap(buffer, 0, result.datagram().limit());
            while (reader.next()) {
                found |= reader.bodyLength() >= HEADERS
                        && buffer.u8(reader.bodyOffset())
                                == OvsVport.NEW.schema().reply()
                        && buffer.s32(reader.bodyOffset() + HEADERS / 2, buffer.hostOrder()) == datapath;
            }
        } catch (MalformedMessageException e) {
            return true;
        }
        return found;
    }
}
