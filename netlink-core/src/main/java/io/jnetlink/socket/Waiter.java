package io.jnetlink.socket;

import io.jnetlink.sys.Errno;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.PollSet;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.sys.Syscalls;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a socket can be read, and can be woken from any thread.
 *
 * <p>{@code close} wakes nobody who waits in the kernel, so a second descriptor is watched along with the socket. It is made on the
 * first wait: who only asks and is answered at once never needs it. A virtual thread parks, and lets another thread wait.
 */
final class Waiter {

    /** How a wait ended. */
    enum Outcome {
        READABLE,
        TIMED_OUT,
        WOKEN
    }

    private static final int NONE = -1;
    private static final int SOCKET_ENTRY = 0;
    private static final int WAKE_ENTRY = 1;

    private final Syscalls syscalls;
    private final int socket;
    private final PollSet set = new PollSet(2);
    private final InterruptWaker interrupts = new InterruptWaker(this::wake);
    private @Nullable WaitingThread elsewhere;
    private volatile int wakeDescriptor = NONE;
    private volatile boolean wakeRequested;

    Waiter(Syscalls syscalls, int socket) {
        this.syscalls = syscalls;
        this.socket = socket;
    }

    /** Makes the present wait end, or the next one if nobody waits. Must not run after {@link #release()}. */
    void wake() {
        wakeRequested = true;
        // Written before the descriptor is looked at, as await() publishes the descriptor before it looks at the flag:
        // one of the
        // two sees the other.
        int descriptor = wakeDescriptor;
        if (descriptor != NONE) {
            syscalls.eventfdWrite(descriptor);
        }
    }

    /** Waits until the deadline; only one thread at a time. */
    Outcome await(long deadline) {
        int descriptor = wakeDescriptor();
        set.watch(SOCKET_ENTRY, socket, LinuxAbi.POLLIN);
        set.watch(WAKE_ENTRY, descriptor, LinuxAbi.POLLIN);
        if (ThreadKind.isVirtual()) {
            return elsewhere().await(() -> poll(descriptor, deadline), this::wake);
        }
        interrupts.arm();
        try {
            return poll(descriptor, deadline);
        } finally {
            interrupts.disarm();
        }
    }

    /** Closes the second descriptor, and ends the thread if there is one. Nobody waits any more. */
    void release() {
        WaitingThread thread = elsewhere;
        if (thread != null) {
            thread.release();
        }
        if (wakeDescriptor != NONE) {
            syscalls.close(wakeDescriptor);
        }
    }

    private Outcome poll(int descriptor, long deadline) {
        while (true) {
            if (wakeRequested) {
                wakeRequested = false;
                return Outcome.WOKEN;
            }
            long left = -1;
            if (deadline != NetlinkSocket.NO_DEADLINE) {
                left = deadline - syscalls.nanoTime();
                if (left <= 0) {
                    return Outcome.TIMED_OUT;
                }
            }
            int ready = syscalls.poll(set, left);
            if (ready < 0 && ready != -Errno.EINTR) {
                throw new SyscallException("ppoll", -ready, "for a netlink datagram");
            }
            if (ready > 0 && set.returned(WAKE_ENTRY) != 0) {
                syscalls.eventfdRead(descriptor);
            } else if (ready > 0) {
                return Outcome.READABLE;
            }
        }
    }

    private WaitingThread elsewhere() {
        WaitingThread thread = elsewhere;
        if (thread == null) {
            thread = new WaitingThread();
            elsewhere = thread;
        }
        return thread;
    }

    private int wakeDescriptor() {
        if (wakeDescriptor == NONE) {
            int made = syscalls.eventfd();
            if (made < 0) {
                throw new SyscallException("eventfd", -made, "to wake the reader of a netlink socket");
            }
            wakeDescriptor = made;
        }
        return wakeDescriptor;
    }
}
