package io.jnetlink.client;

import io.jnetlink.NetlinkException;

/** Something changed whenever the kernel listed it, so no listing was whole. */
public final class DumpInterruptedException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    private final int listings;

    DumpInterruptedException(String operation, int listings) {
        super(operation + ": interrupted by changes in each of " + listings
                + (listings == 1 ? " listing" : " listings"));
        this.listings = listings;
    }

    /** How often it was listed. */
    public int listings() {
        return listings;
    }
}
