package io.jnetlink.sys;

/**
 * Numbers of the Linux system-call interface that sockets and namespaces need, under the names the C headers use.
 *
 * <p>They are those of the generic ABI, which x86, ARM, RISC-V, LoongArch, s390 and POWER share; MIPS, PA-RISC, SPARC and Alpha
 * number some of them differently and are not supported.
 *
 * <p>Immutable.
 */
public final class LinuxAbi {

    /** Address family of netlink sockets. */
    public static final int AF_NETLINK = 16;
    /** Datagram socket without any header of its own. */
    public static final int SOCK_RAW = 3;
    /** Socket type flag: calls on the descriptor never wait. */
    public static final int SOCK_NONBLOCK = 0x800;
    /** Socket type flag: the descriptor is closed by {@code execve}. */
    public static final int SOCK_CLOEXEC = 0x80000;

    /** Option level of sockets of any kind. */
    public static final int SOL_SOCKET = 1;
    /** Send buffer in bytes, up to {@code net.core.wmem_max}; the kernel doubles the value. */
    public static final int SO_SNDBUF = 7;
    /** Receive buffer in bytes, up to {@code net.core.rmem_max}; the kernel doubles the value. */
    public static final int SO_RCVBUF = 8;
    /** Attach a classic packet filter. */
    public static final int SO_ATTACH_FILTER = 26;
    /** Send buffer in bytes without the ceiling; needs CAP_NET_ADMIN in the first user namespace. */
    public static final int SO_SNDBUFFORCE = 32;
    /** Receive buffer in bytes without the ceiling; needs CAP_NET_ADMIN in the first user namespace. */
    public static final int SO_RCVBUFFORCE = 33;

    /** Option level of netlink sockets. */
    public static final int SOL_NETLINK = 270;
    /** Join the multicast group of that number. */
    public static final int NETLINK_ADD_MEMBERSHIP = 1;
    /** Leave the multicast group of that number. */
    public static final int NETLINK_DROP_MEMBERSHIP = 2;
    /** Deliver the multicast group's number with each datagram. */
    public static final int NETLINK_PKTINFO = 3;
    /** Hide overruns from the reader; jnetlink never sets it. */
    public static final int NETLINK_NO_ENOBUFS = 5;
    /** Receive multicast from every network namespace that has an id in the socket's own. */
    public static final int NETLINK_LISTEN_ALL_NSID = 8;
    /** Acknowledgements echo the request's header only. */
    public static final int NETLINK_CAP_ACK = 10;
    /** Acknowledgements carry the kernel's text and the offset of the attribute at fault. */
    public static final int NETLINK_EXT_ACK = 11;
    /** Dump requests are checked and their filters obeyed (Linux 4.20). */
    public static final int NETLINK_GET_STRICT_CHK = 12;

    /** Leave the datagram in the queue. */
    public static final int MSG_PEEK = 0x02;
    /** Control data did not fit. */
    public static final int MSG_CTRUNC = 0x08;
    /** In: report the datagram's real length. Out: it did not fit the buffer. */
    public static final int MSG_TRUNC = 0x20;
    /** This one call does not wait. */
    public static final int MSG_DONTWAIT = 0x40;

    /** There is something to read. */
    public static final int POLLIN = 0x01;
    /** Writing would not wait. */
    public static final int POLLOUT = 0x04;
    /** An error is pending; always reported. */
    public static final int POLLERR = 0x08;
    /** The other side hung up; always reported. */
    public static final int POLLHUP = 0x10;
    /** The descriptor is not open; always reported. */
    public static final int POLLNVAL = 0x20;

    /** Network namespace, for {@code setns} and {@code unshare}. */
    public static final int CLONE_NEWNET = 0x40000000;

    /** Open a file for reading. */
    public static final int O_RDONLY = 0;
    /** Do not wait for the other end of a pipe when opening. */
    public static final int O_NONBLOCK = 0x800;
    /** The descriptor is closed by {@code execve}. */
    public static final int O_CLOEXEC = 0x80000;

    private LinuxAbi() {}
}
