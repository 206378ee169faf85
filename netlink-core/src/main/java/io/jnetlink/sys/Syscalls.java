package io.jnetlink.sys;

import java.nio.ByteBuffer;

/**
 * The system calls jnetlink makes: the one place through which it reaches the kernel.
 *
 * <p>Each method is one call under the name its manual page has, and they share these rules:
 *
 * <ul>
 *   <li>A result below zero is an error number with its sign turned, such as {@code -Errno.EAGAIN}. Nothing is thrown for an
 *       error of the kernel, so that the busy paths (an empty queue is an error too) allocate nothing.
 *   <li>{@code EINTR} is handed up like any other error. The caller knows how much of its time is left; see {@code
 *       NetlinkSocket}.
 *   <li>Buffers are <em>direct</em>. A call works on the bytes from position to limit and moves neither.
 *   <li>Port ids and group masks are unsigned 32-bit numbers.
 * </ul>
 *
 * <p>Thread-safe, as far as the memory handed in ({@link ReceivedInfo}, {@link PollSet}, {@link NativeMemory}, buffers) is used by
 * one thread at a time.
 */
public interface Syscalls {

    /**
     * The system calls of the running kernel.
     *
     * @return the back end of this process, always the same
     * @throws UnsupportedOperationException where there is none, with the reason {@link #availability()} gives
     */
    static Syscalls system() {
        return SystemBackend.require();
    }

    /**
     * Whether {@link #system()} works here, and if not, why.
     *
     * @return the back end's name or the reason
     */
    static BackendAvailability availability() {
        return SystemBackend.availability();
    }

    /**
     * Makes a socket.
     *
     * @param domain {@link LinuxAbi#AF_NETLINK}
     * @param type {@link LinuxAbi#SOCK_RAW} with {@code SOCK_…} flags
     * @param protocol netlink protocol number
     * @return a descriptor, or a negative error number
     */
    int socket(int domain, int type, int protocol);

    /**
     * Gives a netlink socket its address.
     *
     * @param fd the socket
     * @param portId port id, or 0 to let the kernel choose
     * @param groups mask of the multicast groups 1 … 32 to join, as {@link GroupMask} makes it
     * @return 0, or a negative error number
     */
    int bind(int fd, long portId, int groups);

    /**
     * Ties a netlink socket to a peer: the kernel then refuses what other sockets send to it.
     *
     * @param fd the socket
     * @param portId port id of the peer, 0 for the kernel
     * @return 0, or a negative error number
     */
    int connect(int fd, long portId);

    /**
     * Reads the port id of a netlink socket.
     *
     * @param fd the socket
     * @return the port id, 0 when it is not bound, or a negative error number
     */
    long getsockname(int fd);

    /**
     * Sets an option whose value is an {@code int}.
     *
     * @param fd the socket
     * @param level level of the option
     * @param option number of the option
     * @param value the value
     * @return 0, or a negative error number
     */
    int setsockopt(int fd, int level, int option, int value);

    /**
     * Reads an option whose value is an {@code int}.
     *
     * @param fd the socket
     * @param level level of the option
     * @param option number of the option
     * @return the value as an unsigned 32-bit number, or a negative error number
     */
    long getsockopt(int fd, int level, int option);

    /**
     * Attaches a program of the classic Berkeley Packet Filter, which drops what it does not accept ({@code setsockopt} with
     * {@link LinuxAbi#SO_ATTACH_FILTER}).
     *
     * @param fd the socket
     * @param program instructions of 8 bytes each, from position to limit
     * @return 0, or a negative error number
     */
    int attachFilter(int fd, ByteBuffer program);

    /**
     * Sends a datagram to the kernel.
     *
     * @param fd a netlink socket
     * @param datagram the bytes, from position to limit
     * @param flags {@code MSG_…} flags
     * @return bytes taken, or a negative error number
     */
    int send(int fd, ByteBuffer datagram, int flags);

    /**
     * Sends a datagram to the kernel that is the concatenation of several buffers.
     *
     * @param fd a netlink socket
     * @param parts the buffers, each from position to limit
     * @param count how many of them
     * @param flags {@code MSG_…} flags
     * @param memory room for the call's structures, {@link #gatherBytes} of it
     * @return bytes taken, or a negative error number
     */
    int sendmsg(int fd, ByteBuffer[] parts, int count, int flags, NativeMemory memory);

    /**
     * Receives a datagram.
     *
     * @param fd a netlink socket
     * @param buffer where the bytes go, from position to limit
     * @param flags {@code MSG_…} flags
     * @param info takes the sender, the flags and the control data
     * @return bytes received (with {@link LinuxAbi#MSG_TRUNC} among the flags: the datagram's real length), or a negative error
     *     number
     */
    int recvmsg(int fd, ByteBuffer buffer, int flags, ReceivedInfo info);

    /**
     * Waits until a descriptor is ready ({@code ppoll}).
     *
     * @param set descriptors and events; takes what was found
     * @param timeoutNanos how long to wait at most; 0 does not wait, a negative number waits for ever
     * @return number of entries with events, 0 when the time is up, or a negative error number
     */
    int poll(PollSet set, long timeoutNanos);

    /**
     * Makes a counter that is readable when it is not zero; never waits, closed by {@code execve}.
     *
     * @return a descriptor, or a negative error number
     */
    int eventfd();

    /**
     * Adds one to the counter of an event descriptor, which wakes who polls it.
     *
     * @param fd the event descriptor
     * @return 0, or a negative error number
     */
    int eventfdWrite(int fd);

    /**
     * Sets the counter of an event descriptor back to zero.
     *
     * @param fd the event descriptor
     * @return 0, or a negative error number ({@code -EAGAIN} when it is zero)
     */
    int eventfdRead(int fd);

    /**
     * Closes a descriptor. It is gone whatever the result says.
     *
     * @param fd the descriptor
     * @return 0, or a negative error number
     */
    int close(int fd);

    /**
     * Opens a file.
     *
     * @param path its path
     * @param flags {@code O_…} flags
     * @return a descriptor, or a negative error number
     */
    int open(String path, int flags);

    /**
     * Moves the calling thread into a namespace.
     *
     * @param fd a descriptor of the namespace
     * @param type {@code CLONE_NEW…} bit it must be of
     * @return 0, or a negative error number
     */
    int setns(int fd, int type);

    /**
     * Moves the calling thread into new namespaces.
     *
     * @param flags {@code CLONE_NEW…} bits
     * @return 0, or a negative error number
     */
    int unshare(int flags);

    /**
     * The id of this process.
     *
     * @return the id
     */
    int getpid();

    /**
     * The id of the calling thread.
     *
     * @return the id, or {@code -ENOSYS} where libc is too old to tell
     */
    int gettid();

    /**
     * The effective user id.
     *
     * @return the id, 0 for root
     */
    int geteuid();

    /**
     * The time that deadlines are measured by.
     *
     * @return nanoseconds on the scale of {@link System#nanoTime()}
     */
    default long nanoTime() {
        return System.nanoTime();
    }

    /**
     * Direct memory whose pages take room only once they are written.
     *
     * <p>It belongs to the garbage collector, like that of {@link ByteBuffer#allocateDirect}: it is addressable as long as the
     * buffer or a slice of it is reachable.
     *
     * @param bytes how much
     * @return a zeroed buffer in native byte order
     * @throws SyscallException when the kernel gives no more address space
     */
    ByteBuffer reserve(int bytes);

    /**
     * Gives the pages of reserved memory back at once: it stays addressable and reads as zeros.
     *
     * @param reserved a buffer made by {@link #reserve}, not a slice of one
     */
    void discard(ByteBuffer reserved);

    /**
     * How much memory {@link #sendmsg} needs.
     *
     * @param parts number of parts
     * @return bytes
     */
    static int gatherBytes(int parts) {
        return 64 + parts * 16;
    }
}
