package io.jnetlink.client;

/**
 * What to do when something changed while the kernel listed it ({@code NLM_F_DUMP_INTR}), so that entries may be missing or
 * stand twice.
 *
 * <p>Not every kind of object is watched like that. Linux 6.18 marks listings of links, addresses and next hops; listings of
 * routes, rules, neighbours and forwarding entries (FDB) may miss something and come unmarked, so no policy helps there.
 *
 * <p>Immutable.
 */
public final class DumpPolicy {

    private static final DumpPolicy FAILING = new DumpPolicy(0, false);
    private static final DumpPolicy ACCEPT_MARKED = new DumpPolicy(0, true);

    private final int retries;
    private final boolean acceptingMarked;

    private DumpPolicy(int retries, boolean acceptingMarked) {
        this.retries = retries;
        this.acceptingMarked = acceptingMarked;
    }

    /** Fails with {@link DumpInterruptedException}. */
    public static DumpPolicy failing() {
        return FAILING;
    }

    /** Returns what was listed, marked as interrupted. */
    public static DumpPolicy acceptMarked() {
        return ACCEPT_MARKED;
    }

    /**
     * Lists anew, at once, until a listing is whole. After the last try it fails, unless {@link #thenAcceptMarked()} is
     * asked for.
     *
     * @param most how often to list anew
     * @throws IllegalArgumentException if it is not positive
     */
    public static DumpPolicy retrying(int most) {
        if (most <= 0) {
            throw new IllegalArgumentException("retries must be positive, not " + most);
        }
        return new DumpPolicy(most, false);
    }

    /** The same, but the last listing is returned, marked, if none was whole. */
    public DumpPolicy thenAcceptMarked() {
        return new DumpPolicy(retries, true);
    }

    /**
     * Decides on an interrupted listing.
     *
     * @param listings how many there were
     * @return whether to list anew; otherwise it shall be returned, marked
     * @throws DumpInterruptedException if it is to fail
     */
    boolean listsAnew(String operation, int listings) {
        if (listings <= retries) {
            return true;
        }
        if (!acceptingMarked) {
            throw new DumpInterruptedException(operation, listings);
        }
        return false;
    }

    @Override
    public String toString() {
        return "retries " + retries + ", then " + (acceptingMarked ? "accepts marked" : "fails");
    }
}
