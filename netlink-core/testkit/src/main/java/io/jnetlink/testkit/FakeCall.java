package io.jnetlink.testkit;

/**
 * The calls of a {@link FakeKernel} that can be counted and made to fail.
 *
 * <p>Immutable.
 */
public enum FakeCall {
    /** Making a socket. */
    SOCKET,
    /** Giving it its address. */
    BIND,
    /** Tying it to the kernel. */
    CONNECT,
    /** Reading its address. */
    GETSOCKNAME,
    /** Setting an option. */
    SETSOCKOPT,
    /** Reading an option. */
    GETSOCKOPT,
    /** Sending, from one buffer or from several. */
    SEND,
    /** Receiving. */
    RECVMSG,
    /** Waiting. */
    POLL,
    /** Making an event descriptor. */
    EVENTFD,
    /** Closing a descriptor. */
    CLOSE,
    /** Opening a file. */
    OPEN,
    /** Entering a namespace. */
    SETNS,
    /** Making a namespace. */
    UNSHARE
}
