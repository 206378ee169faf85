package io.jnetlink.ovs.upcall;

import io.jnetlink.client.SocketLoop;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.socket.SocketClosedException;
import io.jnetlink.socket.TruncatedDatagramException;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One socket that upcalls are sent to, watched by a loop.
 *
 * <p>Starting and stopping are thread-safe; the rest runs on the loop's thread.
 */
final class UpcallSocket implements SocketLoop.Handler {

    /** Others on the loop want their turn as well. */
    private static final int MOST_AT_ONCE = 50;

    private final NetlinkSocket socket;
    private final UpcallDispatch dispatch;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable NetlinkBuffer received;
    private SocketLoop.@Nullable Watch watch;
    private volatile boolean stopping;
    private @Nullable RuntimeException failure;

    UpcallSocket(NetlinkSocket socket, UpcallDispatch dispatch) {
        this.socket = socket;
        this.dispatch = dispatch;
    }

    /** Begins to read, and closes the socket if that fails. */
    synchronized void start(SocketLoop loop) {
        try {
            watch = loop.watch(socket, this);
        } catch (RuntimeException e) {
            stopping = true;
            socket.close();
            ended.completeExceptionally(e);
            throw e;
        }
    }

    /** Lets the loop go of the socket, which is closed then. */
    synchronized void stop() {
        stopping = true;
        if (watch != null) {
            watch.release();
        } else {
            socket.close();
            ended.complete(null);
        }
    }

    long portId() {
        return socket.portId();
    }

    /** Is completed once the socket is closed. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void ready() {
        try {
            for (int count = 0; count < MOST_AT_ONCE && !stopping; count++) {
                if (!readOne()) {
                    return;
                }
            }
        } catch (SocketClosedException | SyscallException e) {
            failure = e;
            stop();
        }
    }

    /** Returns false if there is nothing to read. */
    private boolean readOne() {
        ReceiveResult result;
        try {
            result = socket.tryReceive();
        } catch (TruncatedDatagramException e) {
            dispatch.malformed(e);
            return true;
        }
        switch (result.status()) {
            case DATAGRAM -> dispatch.datagram(buffer(result), result.datagram().limit());
            case OVERRUN -> dispatch.overrun();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void released(@Nullable Throwable reason) {
        stopping = true;
        socket.close();
        Throwable cause = reason != null ? reason : failure;
        if (cause != null) {
            ended.completeExceptionally(cause);
        } else {
            ended.complete(null);
        }
    }

    /** The socket always hands out the same bytes. */
    private NetlinkBuffer buffer(ReceiveResult result) {
        NetlinkBuffer whole = received;
        if (whole == null) {
            whole = NetlinkBuffer.wrap(result.datagram());
            received = whole;
        }
        return whole;
    }
}
