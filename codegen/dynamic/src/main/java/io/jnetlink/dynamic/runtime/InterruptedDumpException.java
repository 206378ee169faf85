package io.jnetlink.dynamic.runtime;

import io.jnetlink.NetlinkException;

/** Something changed each time while the kernel listed its objects, so no list is known to be complete. */
public final class InterruptedDumpException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    InterruptedDumpException(String operation, int attempts) {
        super(operation + ": the dump was interrupted by changes " + attempts + " times in a row");
    }
}
