package io.jnetlink.sys;

import io.jnetlink.NetlinkException;

/**
 * A system call failed: which one, with which error, and what it was wanted for.
 *
 * <p>Immutable.
 */
public final class SyscallException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    private final String call;
    private final int number;

    /**
     * Makes one; the message reads "{@code open /run/netns/a: ENOENT (No such file or directory)}".
     *
     * @param call name of the system call
     * @param errno positive error number
     * @param purpose what the call was made for, as it should follow the call's name
     */
    public SyscallException(String call, int errno, String purpose) {
        this(call, errno, purpose, "");
    }

    /**
     * Makes one that ends with a hint at the remedy.
     *
     * @param call name of the system call
     * @param errno positive error number
     * @param purpose what the call was made for, as it should follow the call's name
     * @param hint what would help, or empty
     */
    public SyscallException(String call, int errno, String purpose, String hint) {
        super(call + " " + purpose + ": " + Errno.of(errno) + (hint.isEmpty() ? "" : "; " + hint));
        this.call = call;
        this.number = errno;
    }

    /**
     * The name of the system call.
     *
     * @return for example {@code setns}
     */
    public String call() {
        return call;
    }

    /**
     * The error the kernel gave.
     *
     * @return the error
     */
    public Errno errno() {
        return Errno.of(number);
    }
}
