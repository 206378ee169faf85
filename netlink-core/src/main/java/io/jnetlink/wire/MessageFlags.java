package io.jnetlink.wire;

/**
 * The bits of a message header's {@code flags} field ({@code NLM_F_…} in {@code linux/netlink.h}).
 *
 * <p>One bit has several meanings, by the kind of the message: the names say which.
 */
public final class MessageFlags {

    /** Every request carries it. */
    public static final int REQUEST = 0x1;
    /** One message of several; the last is {@code NLMSG_DONE}. */
    public static final int MULTI = 0x2;
    /** Asks for an acknowledgement. */
    public static final int ACK = 0x4;
    /** Asks that the requester be told the notification its request causes. */
    public static final int ECHO = 0x8;
    /** In a dump: what was listed changed meanwhile, so the listing may be inconsistent. */
    public static final int DUMP_INTERRUPTED = 0x10;
    /** In a dump: the kernel honoured the filter of the request. */
    public static final int DUMP_FILTERED = 0x20;

    /** Get request: start at the root of the table. */
    public static final int ROOT = 0x100;
    /** Get request: return all that match. */
    public static final int MATCH = 0x200;
    /** Get request: list everything ({@code NLM_F_ROOT | NLM_F_MATCH}). */
    public static final int DUMP = ROOT | MATCH;

    /** New request: replace what exists. */
    public static final int REPLACE = 0x100;
    /** New request: fail with EEXIST if it exists. */
    public static final int EXCL = 0x200;
    /** New request: make it if it does not exist. */
    public static final int CREATE = 0x400;
    /** New request: add to the end of a list. */
    public static final int APPEND = 0x800;

    /** Delete request: do not delete recursively. */
    public static final int NONREC = 0x100;
    /** Delete request: delete all that match. */
    public static final int BULK = 0x200;

    /** Error message: the request is not echoed in full, only its header. */
    public static final int CAPPED = 0x100;
    /** Error or done message: extended-ack attributes follow. */
    public static final int ACK_TLVS = 0x200;

    private MessageFlags() {}
}
