package io.jnetlink.sys.internal.jnr;

/**
 * How the structures of {@code sendmsg} and {@code recvmsg} lie in a {@code NativeMemory}, for 64-bit Linux.
 *
 * <pre>
 *   0          8          16         24         32         40           48
 *   +----------+----------+----------+----------+----------+------------+-------+
 *   | name     | namelen  | iov      | iovlen   | control  | controllen | flags |  struct msghdr, 56 bytes
 *   +----------+----------+----------+----------+----------+------------+-------+
 *   64         76
 *   +----------+                        128
 *   | nl addr  |  struct sockaddr_nl    control data (receive)
 *   +----------+
 *   80 base, 88 length: the one struct iovec of a receive;  64 …: the array of a send, which has no address
 * </pre>
 */
final class MessageLayout {

    static final int NAME = 0;
    static final int NAME_LENGTH = 8;
    static final int VECTORS = 16;
    static final int VECTOR_COUNT = 24;
    static final int CONTROL = 32;
    static final int CONTROL_LENGTH = 40;
    static final int FLAGS = 48;

    static final int ADDRESS = 64;
    static final int ADDRESS_BYTES = 12;
    static final int ADDRESS_PORT_ID = ADDRESS + 4;
    static final int ADDRESS_GROUPS = ADDRESS + 8;
    static final int RECEIVE_VECTOR = 80;
    static final int SEND_VECTORS = 64;
    static final int VECTOR_BYTES = 16;

    static final int CONTROL_DATA = 128;
    static final int CONTROL_BYTES = 128;

    /** Of a {@code struct cmsghdr}: an 8-byte length that counts the header, then level and type. */
    static final int CONTROL_LEVEL = 8;

    static final int CONTROL_TYPE = 12;
    static final int CONTROL_HEADER_BYTES = 16;

    private MessageLayout() {}
}
