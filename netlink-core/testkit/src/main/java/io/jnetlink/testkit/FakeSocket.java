package io.jnetlink.testkit;

import io.jnetlink.socket.SocketFilter;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.ReceivedInfo;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's side of one socket of a {@link FakeKernel}: what the program sent, and the queue it reads from.
 *
 * <p>Thread-safe.
 */
public final class FakeSocket {

    private static final long SOCKET_LEVEL = (long) LinuxAbi.SOL_SOCKET << 32;
    private static final long NETLINK_LEVEL = (long) LinuxAbi.SOL_NETLINK << 32;
    private static final int DEFAULT_BUFFER = 212_992;
    private static final int SEND_OVERHEAD = 32;

    private final FakeKernel kernel;
    private final int protocol;
    private final Map<Long, Integer> options = new HashMap<>();
    private final Set<Integer> groups = new TreeSet<>();
    private final List<byte[]> sent = new ArrayList<>();
    private final Deque<Entry> queue = new ArrayDeque<>();
    private long portId;
    private boolean connected;
    private boolean closed;
    private @Nullable SocketFilter filter;
    private int mostQueued = Integer.MAX_VALUE;
    private boolean congested;
    private boolean overrun;

    /** A datagram, or the error that the receive fails with when it comes to it. */
    private record Entry(FakeDatagram datagram, int errno) {}

    FakeSocket(FakeKernel kernel, int protocol) {
        this.kernel = kernel;
        this.protocol = protocol;
        options.put(SOCKET_LEVEL | LinuxAbi.SO_SNDBUF, DEFAULT_BUFFER);
        options.put(SOCKET_LEVEL | LinuxAbi.SO_RCVBUF, DEFAULT_BUFFER);
    }

    /**
     * Its port id.
     *
     * @return the id, 0 before it is bound
     */
    public long portId() {
        synchronized (kernel) {
            return portId;
        }
    }

    /**
     * Its netlink protocol.
     *
     * @return the protocol's number
     */
    public int protocol() {
        return protocol;
    }

    /**
     * The multicast groups it is in.
     *
     * @return a copy, in order
     */
    public Set<Integer> groups() {
        synchronized (kernel) {
            return new TreeSet<>(groups);
        }
    }

    /**
     * The datagrams the program sent.
     *
     * @return a copy, oldest first
     */
    public List<byte[]> sent() {
        synchronized (kernel) {
            return sent.stream().map(byte[]::clone).toList();
        }
    }

    /**
     * Whether the program tied it to the kernel.
     *
     * @return true after a {@code connect}
     */
    public boolean isConnected() {
        synchronized (kernel) {
            return connected;
        }
    }

    /**
     * Whether the program closed it.
     *
     * @return true after the close
     */
    public boolean isClosed() {
        synchronized (kernel) {
            return closed;
        }
    }

    /**
     * How many datagrams and errors wait to be received.
     *
     * @return the length of the queue
     */
    public int queued() {
        synchronized (kernel) {
            return queue.size();
        }
    }

    /**
     * Queues a unicast datagram of the kernel.
     *
     * @param datagram its bytes
     */
    public void deliver(byte[] datagram) {
        deliver(FakeDatagram.of(datagram));
    }

    /**
     * Queues a datagram.
     *
     * @param datagram the datagram
     */
    public void deliver(FakeDatagram datagram) {
        add(new Entry(datagram, 0));
    }

    /**
     * Queues an error: the receive that comes to it fails, and the next one goes on behind it.
     *
     * @param errno positive error number, such as {@link Errno#ENOBUFS} for an overrun
     */
    public void deliverError(int errno) {
        add(new Entry(FakeDatagram.of(new byte[0]), errno));
    }

    /**
     * Gives the queue an end, with all that Linux does then: a datagram that finds it full is dropped, the next receive tells of
     * an overrun ahead of what is queued, and everything is dropped without another word until the queue was empty once.
     *
     * @param most how many datagrams it holds
     * @return this
     */
    public FakeSocket holdingAtMost(int most) {
        synchronized (kernel) {
            mostQueued = most;
            return this;
        }
    }

    /**
     * The value of an option.
     *
     * @param level its level
     * @param option its number
     * @return the value last set, or 0
     */
    public int option(int level, int option) {
        synchronized (kernel) {
            return options.getOrDefault((long) level << 32 | option, 0);
        }
    }

    private void add(Entry entry) {
        synchronized (kernel) {
            if (entry.errno != 0 || hasRoomFor(entry.datagram)) {
                queue.add(entry);
            }
            kernel.notifyAll();
        }
    }

    private boolean hasRoomFor(FakeDatagram datagram) {
        if (filter != null && !filter.accepts(ByteBuffer.wrap(datagram.shared()))) {
            return false;
        }
        if (!congested && queue.size() >= mostQueued) {
            congested = true;
            overrun = true;
        }
        return !congested;
    }

    // The rest is called by the kernel, with its lock held.

    int bind(long id, int groupMask) {
        portId = id;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((groupMask >>> bit & 1) != 0) {
                groups.add(bit + 1);
            }
        }
        return 0;
    }

    int connect() {
        connected = true;
        return 0;
    }

    void close() {
        closed = true;
        queue.clear();
    }

    int setOption(int level, int option, int value) {
        if (level == LinuxAbi.SOL_NETLINK && option == LinuxAbi.NETLINK_ADD_MEMBERSHIP) {
            groups.add(value);
        } else if (level == LinuxAbi.SOL_NETLINK && option == LinuxAbi.NETLINK_DROP_MEMBERSHIP) {
            groups.remove(value);
        } else if (level == LinuxAbi.SOL_SOCKET) {
            options.put(SOCKET_LEVEL | unforced(option), 2 * value);
        } else {
            options.put((long) level << 32 | option, value);
        }
        return 0;
    }

    int attachFilter(ByteBuffer program) {
        filter = SocketFilter.ofProgram(program);
        return 0;
    }

    int take(byte[] datagram) {
        if (datagram.length > options.get(SOCKET_LEVEL | LinuxAbi.SO_SNDBUF) - SEND_OVERHEAD) {
            return -Errno.EMSGSIZE;
        }
        sent.add(datagram);
        return datagram.length;
    }

    boolean isReadable() {
        return !queue.isEmpty();
    }

    boolean isBroken() {
        return overrun || !queue.isEmpty() && queue.peek().errno != 0;
    }

    int receive(ByteBuffer buffer, int flags, ReceivedInfo info) {
        int received = overrun ? -Errno.ENOBUFS : receiveQueued(buffer, flags, info);
        overrun = false;
        congested &= !queue.isEmpty();
        return received;
    }

    private int receiveQueued(ByteBuffer buffer, int flags, ReceivedInfo info) {
        Entry entry = queue.peek();
        if (entry == null) {
            return -Errno.EAGAIN;
        }
        if (entry.errno != 0 || (flags & LinuxAbi.MSG_PEEK) == 0) {
            queue.remove();
        }
        if (entry.errno != 0) {
            return -entry.errno;
        }
        return copy(entry.datagram, buffer, flags, info);
    }

    private int copy(FakeDatagram datagram, ByteBuffer buffer, int flags, ReceivedInfo info) {
        byte[] bytes = datagram.shared();
        int copied = Math.min(bytes.length, buffer.remaining());
        buffer.duplicate().put(bytes, 0, copied);
        boolean truncated = copied < datagram.realLength();
        int group = datagram.multicastGroup();
        int mask = group >= 1 && group <= Integer.SIZE ? 1 << group - 1 : 0;
        info.set(datagram.senderPortId(), mask, truncated ? LinuxAbi.MSG_TRUNC : 0);
        if (options.containsKey(NETLINK_LEVEL | LinuxAbi.NETLINK_PKTINFO)) {
            info.setMulticastGroup(group);
        }
        if (options.containsKey(NETLINK_LEVEL | LinuxAbi.NETLINK_LISTEN_ALL_NSID)) {
            info.setNamespaceId(datagram.namespaceId());
        }
        return (flags & LinuxAbi.MSG_TRUNC) != 0 ? datagram.realLength() : copied;
    }

    private static int unforced(int option) {
        return switch (option) {
            case LinuxAbi.SO_RCVBUFFORCE -> LinuxAbi.SO_RCVBUF;
            case LinuxAbi.SO_SNDBUFFORCE -> LinuxAbi.SO_SNDBUF;
            default -> option;
        };
    }
}
