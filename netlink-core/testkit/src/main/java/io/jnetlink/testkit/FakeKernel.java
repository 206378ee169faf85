package io.jnetlink.testkit;

import io.jnetlink.sys.Errno;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.NativeMemory;
import io.jnetlink.sys.PollSet;
import io.jnetlink.sys.ReceivedInfo;
import io.jnetlink.sys.Syscalls;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A kernel in memory, whose answers a test writes: for what the running kernel would not do on demand, or must never be asked.
 *
 * <pre>{@code
 * FakeKernel kernel = FakeKernel.answering(request -> List.of(ack(request)));
 * NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), kernel);
 * kernel.failNext(FakeCall.RECVMSG, Errno.EINTR);
 * }</pre>
 *
 * <p>Datagrams keep their order, arrive whole or truncated by the rules of Linux, and wake who waits. Descriptors are never given out
 * twice, so a use after the close shows: it fails with {@code EBADF} and is counted by {@link #badDescriptorUses()}.
 *
 * <p>Thread-safe.
 */
public final class FakeKernel implements Syscalls {

    /** Events that poll reports without being asked for them. */
    private static final int ALWAYS = LinuxAbi.POLLERR | LinuxAbi.POLLHUP | LinuxAbi.POLLNVAL;

    private static final int FIRST_DESCRIPTOR = 1000;
    private static final long DEFAULT_FIRST_PORT_ID = 4242;

    private final FakeResponder responder;
    private final FakeClock clock;
    private final Map<Integer, Object> descriptors = new HashMap<>();
    private final List<FakeSocket> sockets = new ArrayList<>();
    private final CallScript script = new CallScript();
    private final Map<Integer, Integer> refusedOptions = new HashMap<>();
    private int nextDescriptor = FIRST_DESCRIPTOR;
    private long nextPortId = DEFAULT_FIRST_PORT_ID;
    private int polling;
    private int badDescriptorUses;

    private static final class EventCounter {
        long value;
    }

    private static final class OpenFile {}

    private FakeKernel(FakeResponder responder, FakeClock clock) {
        this.responder = responder;
        this.clock = clock;
    }

    /**
     * A kernel that answers nothing by itself.
     *
     * @return a kernel
     */
    public static FakeKernel silent() {
        return new FakeKernel((socket, request) -> {}, FakeClock.real());
    }

    /**
     * A kernel that answers each request by what a function makes of it.
     *
     * @param answers from the request's bytes, in native byte order, to the datagrams of the answer
     * @return a kernel
     */
    public static FakeKernel answering(Function<ByteBuffer, List<byte[]>> answers) {
        return respondingBy((socket, request) -> answers.apply(request).forEach(socket::deliver));
    }

    /**
     * A kernel that hands each request to a responder.
     *
     * @param responder what answers
     * @return a kernel
     */
    public static FakeKernel respondingBy(FakeResponder responder) {
        return new FakeKernel(responder, FakeClock.real());
    }

    /**
     * The same kernel, not used yet, with a clock of its own: a wait for which nothing is there takes no time and moves the clock on by
     * its time-out.
     *
     * @return a kernel
     */
    public FakeKernel withVirtualTime() {
        return new FakeKernel(responder, FakeClock.virtual());
    }

    /**
     * Sets the port id of the next socket; those after it count on.
     *
     * @param portId 1 … 4,294,967,295
     * @return this
     */
    public synchronized FakeKernel assigningPortIdsFrom(long portId) {
        nextPortId = portId;
        return this;
    }

    /**
     * Makes every attempt to set an option fail, as an old kernel or a lack of capabilities does.
     *
     * @param level level of the option
     * @param option its number
     * @param errno positive error number
     * @return this
     */
    public synchronized FakeKernel refusingOption(int level, int option, int errno) {
        refusedOptions.put(level << 16 | option, errno);
        return this;
    }

    /**
     * Makes the next call of a kind fail; several are used up in their order.
     *
     * @param call the kind
     * @param errno positive error number
     * @return this
     */
    public synchronized FakeKernel failNext(FakeCall call, int errno) {
        script.failNext(call, errno);
        return this;
    }

    /**
     * The sockets made so far, closed ones too.
     *
     * @return a copy, oldest first
     */
    public synchronized List<FakeSocket> sockets() {
        return List.copyOf(sockets);
    }

    /**
     * The only socket made so far.
     *
     * @return the socket
     * @throws IllegalStateException when there is none or more than one
     */
    public synchronized FakeSocket socket() {
        if (sockets.size() != 1) {
            throw new IllegalStateException("there are " + sockets.size() + " sockets");
        }
        return sockets.get(0);
    }

    /**
     * Queues a datagram of the kernel to every socket that is in a multicast group.
     *
     * @param group number of the group
     * @param datagram the bytes
     */
    public synchronized void multicast(int group, byte[] datagram) {
        for (FakeSocket socket : sockets) {
            if (!socket.isClosed() && socket.groups().contains(group)) {
                socket.deliver(FakeDatagram.of(datagram).toGroup(group));
            }
        }
    }

    /**
     * How often a call was made.
     *
     * @param call the kind of call
     * @return the count, failed ones included
     */
    public synchronized int calls(FakeCall call) {
        return script.count(call);
    }

    /**
     * How many descriptors are open.
     *
     * @return the count
     */
    public synchronized int openDescriptors() {
        return descriptors.size();
    }

    /**
     * How often a descriptor was used that is not open.
     *
     * @return the count; anything but 0 is a fault of the program
     */
    public synchronized int badDescriptorUses() {
        return badDescriptorUses;
    }

    /**
     * Waits until that many threads wait in {@link #poll}.
     *
     * @param threads how many
     * @throws InterruptedException when interrupted
     */
    public synchronized void awaitPolling(int threads) throws InterruptedException {
        while (polling < threads) {
            wait();
        }
    }

    @Override
    public synchronized int socket(int domain, int type, int protocol) {
        int failure = script.begin(FakeCall.SOCKET);
        if (failure != 0) {
            return failure;
        }
        if (domain != LinuxAbi.AF_NETLINK) {
            return -Errno.EAFNOSUPPORT;
        }
        FakeSocket socket = new FakeSocket(this, protocol);
        sockets.add(socket);
        return add(socket);
    }

    @Override
    public synchronized int bind(int fd, long portId, int groups) {
        return onSocket(FakeCall.BIND, fd, socket -> socket.bind(portId != 0 ? portId : nextPortId++, groups));
    }

    @Override
    public synchronized int connect(int fd, long portId) {
        return onSocket(FakeCall.CONNECT, fd, FakeSocket::connect);
    }

    @Override
    public synchronized long getsockname(int fd) {
        long[] portId = new long[1];
        int result = onSocket(FakeCall.GETSOCKNAME, fd, socket -> {
            portId[0] = socket.portId();
            return 0;
        });
        return result < 0 ? result : portId[0];
    }

    @Override
    public synchronized int setsockopt(int fd, int level, int option, int value) {
        return onSocket(FakeCall.SETSOCKOPT, fd, socket -> {
            Integer refused = refusedOptions.get(level << 16 | option);
            return refused != null ? -refused : socket.setOption(level, option, value);
        });
    }

    @Override
    public synchronized long getsockopt(int fd, int level, int option) {
        return onSocket(FakeCall.GETSOCKOPT, fd, socket -> socket.option(level, option));
    }

    @Override
    public synchronized int attachFilter(int fd, ByteBuffer program) {
        return onSocket(FakeCall.SETSOCKOPT, fd, socket -> {
            Integer refused = refusedOptions.get(LinuxAbi.SOL_SOCKET << 16 | LinuxAbi.SO_ATTACH_FILTER);
            return refused != null ? -refused : socket.attachFilter(program);
        });
    }

    @Override
    public int send(int fd, ByteBuffer datagram, int flags) {
        return send(fd, new ByteBuffer[] {datagram}, 1);
    }

    @Override
    public int sendmsg(int fd, ByteBuffer[] parts, int count, int flags, NativeMemory memory) {
        return send(fd, parts, count);
    }

    @Override
    public synchronized int recvmsg(int fd, ByteBuffer buffer, int flags, ReceivedInfo info) {
        return onSocket(FakeCall.RECVMSG, fd, socket -> socket.receive(buffer, flags, info));
    }

    @Override
    public synchronized int poll(PollSet set, long timeoutNanos) {
        int failure = script.begin(FakeCall.POLL);
        if (failure != 0) {
            return failure;
        }
        polling++;
        notifyAll();
        boolean interrupted = false;
        try {
            long deadline = nanoTime() + timeoutNanos;
            boolean inTime = true;
            int ready = ready(set);
            while (ready == 0 && inTime) {
                try {
                    inTime = clock.await(this, timeoutNanos < 0, deadline);
                } catch (InterruptedException e) {
                    // The real call would not notice.
                    interrupted = true;
                }
                ready = ready(set);
            }
            return ready;
        } finally {
            polling--;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized int eventfd() {
        int failure = script.begin(FakeCall.EVENTFD);
        return failure != 0 ? failure : add(new EventCounter());
    }

    @Override
    public synchronized int eventfdWrite(int fd) {
        if (!(descriptors.get(fd) instanceof EventCounter counter)) {
            return badDescriptor();
        }
        counter.value++;
        notifyAll();
        return 0;
    }

    @Override
    public synchronized int eventfdRead(int fd) {
        if (!(descriptors.get(fd) instanceof EventCounter counter)) {
            return badDescriptor();
        }
        int result = counter.value == 0 ? -Errno.EAGAIN : 0;
        counter.value = 0;
        return result;
    }

    @Override
    public synchronized int close(int fd) {
        Object closed = descriptors.remove(fd);
        if (closed == null) {
            return badDescriptor();
        }
        if (closed instanceof FakeSocket socket) {
            socket.close();
        }
        return script.begin(FakeCall.CLOSE);
    }

    @Override
    public synchronized int open(String path, int flags) {
        int failure = script.begin(FakeCall.OPEN);
        return failure != 0 ? failure : add(new OpenFile());
    }

    @Override
    public synchronized int setns(int fd, int type) {
        int failure = script.begin(FakeCall.SETNS);
        if (failure == 0 && !(descriptors.get(fd) instanceof OpenFile)) {
            return badDescriptor();
        }
        return failure;
    }

    @Override
    public synchronized int unshare(int flags) {
        return script.begin(FakeCall.UNSHARE);
    }

    @Override
    public int getpid() {
        return 1;
    }

    @Override
    public int gettid() {
        return 1;
    }

    @Override
    public int geteuid() {
        return 0;
    }

    @Override
    public long nanoTime() {
        return clock.nanoTime();
    }

    @Override
    public ByteBuffer reserve(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public void discard(ByteBuffer reserved) {
        ByteBuffer all = reserved.duplicate();
        all.clear();
        byte[] zeros = new byte[1 << 16];
        while (all.hasRemaining()) {
            all.put(zeros, 0, Math.min(zeros.length, all.remaining()));
        }
    }

    private int send(int fd, ByteBuffer[] parts, int count) {
        FakeSocket[] sender = new FakeSocket[1];
        byte[] datagram = join(parts, count);
        int taken;
        synchronized (this) {
            taken = onSocket(FakeCall.SEND, fd, socket -> {
                sender[0] = socket;
                return socket.take(datagram);
            });
            notifyAll();
        }
        if (taken >= 0) {
            // Without the lock: the answer may be made by code that waits for other threads.
            responder.onRequest(sender[0], ByteBuffer.wrap(datagram.clone()).order(ByteOrder.nativeOrder()));
        }
        return taken;
    }

    private interface SocketCall {
        int on(FakeSocket socket);
    }

    private int onSocket(FakeCall kind, int fd, SocketCall call) {
        int failure = script.begin(kind);
        if (failure != 0) {
            return failure;
        }
        return descriptors.get(fd) instanceof FakeSocket socket ? call.on(socket) : badDescriptor();
    }

    private int ready(PollSet set) {
        int ready = 0;
        for (int entry = 0; entry < set.size(); entry++) {
            int found = set.descriptor(entry) < 0 ? 0 : found(set.descriptor(entry)) & (set.events(entry) | ALWAYS);
            set.setReturned(entry, found);
            ready += found != 0 ? 1 : 0;
        }
        return ready;
    }

    private int found(int fd) {
        Object described = descriptors.get(fd);
        if (described instanceof FakeSocket socket) {
            return LinuxAbi.POLLOUT
                    | (socket.isReadable() ? LinuxAbi.POLLIN : 0)
                    | (socket.isBroken() ? LinuxAbi.POLLERR : 0);
        }
        if (described instanceof EventCounter counter) {
            return LinuxAbi.POLLOUT | (counter.value != 0 ? LinuxAbi.POLLIN : 0);
        }
        badDescriptor();
        return LinuxAbi.POLLNVAL;
    }

    private int add(Object described) {
        descriptors.put(nextDescriptor, described);
        return nextDescriptor++;
    }

    private int badDescriptor() {
        badDescriptorUses++;
        return -Errno.EBADF;
    }

    private static byte[] join(ByteBuffer[] parts, int count) {
        int length = 0;
        for (int part = 0; part < count; part++) {
            length += parts[part].remaining();
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (int part = 0; part < count; part++) {
            joined.put(parts[part].duplicate());
        }
        return joined.array();
    }
}
