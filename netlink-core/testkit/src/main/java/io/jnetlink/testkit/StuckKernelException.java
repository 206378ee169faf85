package io.jnetlink.testkit;

/**
 * The running kernel does not answer any more, or a test took longer than it may.
 *
 * <p>Immutable.
 */
public final class StuckKernelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a kernel that has stopped answering looks like from here, and what helps. */
    static final String EXPLANATION =
            "If \"unshare -n true\" does not return within ten seconds either, the lock that guards all network"
                    + " configuration of the running kernel (RTNL) is held by a thread that died with it. Every netlink"
                    + " request and every new namespace then waits for ever, in all namespaces, and only a reboot ends"
                    + " that.";

    StuckKernelException(String message) {
        super(message);
    }
}
