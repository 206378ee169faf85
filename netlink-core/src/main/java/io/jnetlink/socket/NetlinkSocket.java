package io.jnetlink.socket;

import io.jnetlink.socket.ReceiveResult.Status;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.NativeMemory;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.ReceivedInfo;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.sys.Syscalls;
import io.jnetlink.sys.internal.CloseGuard;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One netlink socket, tied to the kernel: sends and receives whole datagrams and knows nothing of what they mean.
 *
 * <pre>{@code
 * try (NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route())) {
 *     socket.send(request);
 *     ReceiveResult result = socket.receive(socket.nanoTime() + 1_000_000_000L);
 *     if (result.status() == ReceiveResult.Status.DATAGRAM) {
 *         decode(result.datagram());
 *     }
 * }
 * }</pre>
 *
 * <p><b>Threads.</b> Receiving is not thread-safe: one thread at a time, and the result belongs to it. Sending, joining, leaving, {@link
 * #wakeup()}, {@link #counters()} and {@link #close()} may be called from any thread at any time, also while another one receives.
 *
 * <p><b>Virtual threads</b> may do all of that. One that waits parks, and a platform thread of this socket waits in the kernel in its
 * place, so that its carrier is free for others.
 *
 * <p><b>Datagrams come whole.</b> A dump's parts fit the reader's buffer, but single messages do not ask: a link with many names or
 * virtual functions, or an error that echoes its request, can have any length, and the kernel throws away what a read leaves. So the
 * buffer is longer than anything the kernel builds: a message is one piece of kernel memory, whose allocator ends at 4 MiB. The buffer
 * is address space only; pages are taken as far as datagrams reach into it. One system call a datagram is thus enough, where asking
 * for the length first would take two. Should a datagram be cut nevertheless, {@link TruncatedDatagramException} tells.
 *
 * <p><b>Closing.</b> A waiting receiver is woken and gets a {@link SocketClosedException}. The descriptor is closed by the last thread that
 * leaves a call, so its number is never used for a file that somebody else has opened meanwhile.
 */
public final class NetlinkSocket implements AutoCloseable {

    /** A deadline that never comes. */
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    private static final int MAX_PARTS = 64;
    private static final int GATHER_BYTES = Syscalls.gatherBytes(MAX_PARTS);

    private final Syscalls syscalls;
    private final int descriptor;
    private final long portId;
    private final Set<SocketFeature> features;
    private final CloseGuard guard = new CloseGuard(this::release);
    private final Waiter waiter;

    private final ByteBuffer buffer;
    private final ReceivedInfo info = new ReceivedInfo();
    private final ReceiveResult result;

    private volatile @Nullable Thread receiver;

    private final ReentrantLock gathering = new ReentrantLock();
    private @Nullable NativeMemory gather;
    private final Tally tally = new Tally();

    private NetlinkSocket(Syscalls syscalls, SocketOpener opened, ByteBuffer buffer) {
        this.syscalls = syscalls;
        this.descriptor = opened.descriptor();
        this.portId = opened.portId();
        this.features = Collections.unmodifiableSet(opened.features());
        this.waiter = new Waiter(syscalls, descriptor);
        this.buffer = buffer;
        this.result = new ReceiveResult(buffer, info);
    }

    /**
     * Opens a socket in the network namespace of the calling thread.
     *
     * @param options how
     * @return the socket; close it
     * @throws SyscallException when the kernel refuses
     * @throws UnsupportedOperationException when this is not Linux
     */
    public static NetlinkSocket open(SocketOptions options) {
        return open(options, Syscalls.system());
    }

    /**
     * Opens a socket in a network namespace. The socket stays in it; the calling thread never goes there.
     *
     * @param options how
     * @param namespace where
     * @return the socket; close it
     * @throws SyscallException when the namespace cannot be entered or the kernel refuses
     */
    public static NetlinkSocket open(SocketOptions options, NetworkNamespace namespace) {
        return namespace.call(() -> open(options, namespace.syscalls()));
    }

    /**
     * Opens a socket by system calls of the caller's choice, such as those of a kernel that exists in memory only.
     *
     * @param options how
     * @param syscalls how to reach the kernel
     * @return the socket; close it
     * @throws SyscallException when the kernel refuses
     */
    public static NetlinkSocket open(SocketOptions options, Syscalls syscalls) {
        ByteBuffer buffer = syscalls.reserve(options.datagramCapacity());
        return new NetlinkSocket(syscalls, SocketOpener.open(syscalls, options), buffer);
    }

    /**
     * The port id the kernel gave the socket, by which replies are addressed.
     *
     * @return 1 … 4,294,967,295; not the process id
     */
    public long portId() {
        return portId;
    }

    /**
     * The features asked for that the kernel has.
     *
     * @return an unmodifiable set
     */
    public Set<SocketFeature> features() {
        return features;
    }

    /**
     * The time that deadlines of this socket are measured by.
     *
     * @return nanoseconds; the same as {@link System#nanoTime()} unless the kernel is a fake with a clock of its own
     */
    public long nanoTime() {
        return syscalls.nanoTime();
    }

    /**
     * The descriptor, for an event loop to watch. It must be out of the loop before the socket is closed, and nobody else may close
     * it.
     *
     * @return the number
     */
    public int descriptor() {
        return descriptor;
    }

    /**
     * Sends a datagram to the kernel, which has dealt with it when this returns (but for the answer of a dump).
     *
     * @param datagram one or more whole messages, from position to limit, which are not moved; a direct buffer
     * @throws SyscallException when the kernel does not take it, for example {@code EMSGSIZE}
     * @throws SocketClosedException when the socket is closed
     */
    public void send(ByteBuffer datagram) {
        requireDirect(datagram);
        enter();
        try {
            int sent;
            do {
                sent = syscalls.send(descriptor, datagram, 0);
            } while (sent == -Errno.EINTR);
            countSent(sent, datagram.remaining());
        } finally {
            guard.leave();
        }
    }

    /**
     * Sends one datagram to the kernel that is made of several buffers, without copying them together.
     *
     * @param parts direct buffers, each from position to limit, at most 64
     * @throws SyscallException when the kernel does not take it
     * @throws SocketClosedException when the socket is closed
     */
    public void send(ByteBuffer... parts) {
        int length = 0;
        for (ByteBuffer part : parts) {
            requireDirect(part);
            length = Math.addExact(length, part.remaining());
        }
        if (parts.length > MAX_PARTS) {
            throw new IllegalArgumentException(parts.length + " parts, where " + MAX_PARTS + " is the most");
        }
        enter();
        try {
            countSent(sendTogether(parts), length);
        } finally {
            guard.leave();
        }
    }

    /**
     * Waits for a datagram of the kernel until a deadline.
     *
     * <p>What is queued is handed out even when the deadline has passed, unless a datagram of another sender stands in front of it:
     * those are skipped and counted, but not beyond the deadline.
     *
     * @param deadline when to give up, on the scale of {@link #nanoTime()}; or {@link #NO_DEADLINE}
     * @return the socket's result object, filled anew; never null
     * @throws SocketClosedException when the socket is closed, before or while waiting
     * @throws SyscallException when the socket is broken
     * @throws TruncatedDatagramException when a datagram did not fit
     */
    public ReceiveResult receive(long deadline) {
        while (true) {
            ReceiveResult taken = take(deadline);
            if (taken.status() != Status.TIMED_OUT) {
                return taken;
            }
            Waiter.Outcome outcome = await(deadline);
            if (outcome == Waiter.Outcome.TIMED_OUT) {
                return taken;
            }
            if (outcome == Waiter.Outcome.WOKEN) {
                return result.without(Thread.currentThread().isInterrupted() ? Status.INTERRUPTED : Status.WOKEN);
            }
        }
    }

    /**
     * Takes a datagram of the kernel if one is queued, and does not wait.
     *
     * @return the socket's result object, filled anew; never null
     * @throws SocketClosedException when the socket is closed
     * @throws SyscallException when the socket is broken
     * @throws TruncatedDatagramException when a datagram did not fit
     */
    public ReceiveResult tryReceive() {
        return take(NO_DEADLINE);
    }

    /**
     * Makes a waiting {@link #receive} return with {@link Status#WOKEN}, or the next one that would wait. Waking several times before
     * that is waking once. Does nothing on a closed socket.
     */
    public void wakeup() {
        if (guard.enter()) {
            try {
                waiter.wake();
            } finally {
                guard.leave();
            }
        }
    }

    /**
     * Joins a multicast group.
     *
     * @param group its number, from 1 on (a number, not a bit)
     * @throws SyscallException when there is no such group ({@code ENOENT}, {@code EINVAL}) or the process may not ({@code EPERM})
     * @throws SocketClosedException when the socket is closed
     */
    public void join(int group) {
        membership(LinuxAbi.NETLINK_ADD_MEMBERSHIP, group, "to join");
    }

    /**
     * Leaves a multicast group. What was queued before can still be received.
     *
     * @param group its number
     * @throws SyscallException when the kernel refuses
     * @throws SocketClosedException when the socket is closed
     */
    public void leave(int group) {
        membership(LinuxAbi.NETLINK_DROP_MEMBERSHIP, group, "to leave");
    }

    /**
     * The size of the kernel's receive queue as it really is.
     *
     * @return bytes, the kernel's overhead included
     */
    public int receiveBufferBytes() {
        return option(LinuxAbi.SOL_SOCKET, LinuxAbi.SO_RCVBUF);
    }

    /**
     * Sets the size of the kernel's receive queue, beyond {@code net.core.rmem_max} if the process may. What is queued stays.
     *
     * @param bytes bytes; the kernel doubles the number, since it counts its own overhead
     * @return the size as it really is then, the kernel's overhead included
     * @throws SyscallException when the kernel refuses
     * @throws SocketClosedException when the socket is closed
     */
    public int resizeReceiveBuffer(int bytes) {
        enter();
        try {
            SocketOpener.receiveBuffer(syscalls, descriptor, bytes);
        } finally {
            guard.leave();
        }
        return receiveBufferBytes();
    }

    /**
     * The size of the send buffer as it really is; a datagram must be a little shorter.
     *
     * @return bytes
     */
    public int sendBufferBytes() {
        return option(LinuxAbi.SOL_SOCKET, LinuxAbi.SO_SNDBUF);
    }

    /**
     * What the socket did so far, also after it was closed.
     *
     * @return the counters as they are now
     */
    public SocketCounters counters() {
        return tally.counters();
    }

    /**
     * Whether it was closed.
     *
     * @return true from {@link #close()} on
     */
    public boolean isClosed() {
        return guard.isClosed();
    }

    /** Closes the socket and wakes who waits in it; does not wait for them. Closing twice does nothing. */
    @Override
    public void close() {
        if (guard.close()) {
            try {
                waiter.wake();
            } finally {
                guard.leave();
            }
        }
    }

    @Override
    public String toString() {
        return "netlink socket " + portId + (isClosed() ? " (closed)" : "");
    }

    private ReceiveResult take(long deadline) {
        while (true) {
            int received = receiveOnce();
            if (received >= 0) {
                if (info.senderPortId() == 0) {
                    return accept(received);
                }
                tally.foreign();
                if (deadline != NO_DEADLINE && deadline - nanoTime() <= 0) {
                    // Nobody shall be able to hold a receiver here by sending without end.
                    return result.without(Status.TIMED_OUT);
                }
            } else if (received == -Errno.EAGAIN) {
                return result.without(Status.TIMED_OUT);
            } else if (received == -Errno.ENOBUFS) {
                tally.overrun();
                return result.without(Status.OVERRUN);
            } else if (received != -Errno.EINTR) {
                result.without(Status.TIMED_OUT);
                throw new SyscallException("recvmsg", -received, "from a netlink socket");
            }
        }
    }

    private int receiveOnce() {
        enter();
        try {
            Thread current = Thread.currentThread();
            if (receiver != current) {
                receiver = current;
            }
            buffer.clear();
            return syscalls.recvmsg(descriptor, buffer, LinuxAbi.MSG_TRUNC, info);
        } finally {
            guard.leave();
        }
    }

    private int sendTogether(ByteBuffer[] parts) {
        gathering.lock();
        try {
            NativeMemory memory = gather;
            if (memory == null) {
                memory = new NativeMemory(GATHER_BYTES);
                gather = memory;
            }
            int sent;
            do {
                sent = syscalls.sendmsg(descriptor, parts, parts.length, 0, memory);
            } while (sent == -Errno.EINTR);
            return sent;
        } finally {
            gathering.unlock();
        }
    }

    private ReceiveResult accept(int length) {
        if ((info.messageFlags() & LinuxAbi.MSG_TRUNC) != 0) {
            result.without(Status.TIMED_OUT);
            throw new TruncatedDatagramException(length, buffer.capacity());
        }
        tally.received(length);
        return result.datagram(length);
    }

    private Waiter.Outcome await(long deadline) {
        enter();
        try {
            Waiter.Outcome outcome = waiter.await(deadline);
            if (guard.isClosed()) {
                throw new SocketClosedException();
            }
            return outcome;
        } finally {
            guard.leave();
        }
    }

    private void membership(int option, int group, String purpose) {
        if (group <= 0) {
            throw new IllegalArgumentException("not the number of a multicast group: " + group);
        }
        enter();
        try {
            int outcome = syscalls.setsockopt(descriptor, LinuxAbi.SOL_NETLINK, option, group);
            if (outcome < 0) {
                throw new SyscallException("setsockopt", -outcome, purpose + " multicast group " + group);
            }
        } finally {
            guard.leave();
        }
    }

    private int option(int level, int name) {
        enter();
        try {
            long value = syscalls.getsockopt(descriptor, level, name);
            if (value < 0) {
                throw new SyscallException("getsockopt", (int) -value, "of a netlink socket");
            }
            return (int) value;
        } finally {
            guard.leave();
        }
    }

    private void countSent(int sent, int length) {
        if (sent < 0) {
            throw new SyscallException("send", -sent, "of " + length + " bytes", sendHint(-sent));
        }
        tally.sent(sent);
    }

    private void enter() {
        if (!guard.enter()) {
            throw new SocketClosedException();
        }
    }

    private void release() {
        waiter.release();
        syscalls.close(descriptor);
        // Another thread than the receiver cannot know whether the last datagram is still being read, and zeros in its
        // place could
        // pass for an answer. The garbage collector frees the memory then.
        Thread reader = receiver;
        if (reader == null || reader == Thread.currentThread()) {
            syscalls.discard(buffer);
        }
    }

    private static String sendHint(int errno) {
        return switch (errno) {
            case Errno.EMSGSIZE -> "it does not fit the send buffer (SO_SNDBUF)";
            case Errno.ECONNREFUSED -> "nothing in the kernel listens to this netlink protocol";
            default -> "";
        };
    }

    private static void requireDirect(ByteBuffer buffer) {
        if (!buffer.isDirect()) {
            throw new IllegalArgumentException("a netlink socket sends direct buffers only");
        }
    }
}
