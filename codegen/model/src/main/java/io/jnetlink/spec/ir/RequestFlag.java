package io.jnetlink.spec.ir;

import java.util.Locale;

/**
 * A flag of the netlink message header that an operation sends by default (overlay key {@code x-flags}). Several share
 * a bit, because the kernel reads the upper byte by the kind of request.
 *
 * <p>Immutable.
 */
public enum RequestFlag {
    /** Ask for an acknowledgement. */
    ACK(0x004),
    /** Ask to see the resulting notification. */
    ECHO(0x008),
    /** Get: start at the root of the table. */
    ROOT(0x100),
    /** Get: return all that match. */
    MATCH(0x200),
    /** Get: take an atomic snapshot. */
    ATOMIC(0x400),
    /** Get: {@link #ROOT} and {@link #MATCH} together. */
    DUMP(0x300),
    /** New: replace an existing object. */
    REPLACE(0x100),
    /** New: fail if the object exists. */
    EXCL(0x200),
    /** New: create the object if it does not exist. */
    CREATE(0x400),
    /** New: add at the end of the list. */
    APPEND(0x800),
    /** Delete: do not delete recursively. */
    NONREC(0x100),
    /** Delete: delete several objects. */
    BULK(0x200);

    private final int mask;

    RequestFlag(int mask) {
        this.mask = mask;
    }

    /** Returns the bits in {@code nlmsg_flags}. */
    public int mask() {
        return mask;
    }

    /** Returns the spelling used in specs, for example {@code create}. */
    public String specName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
