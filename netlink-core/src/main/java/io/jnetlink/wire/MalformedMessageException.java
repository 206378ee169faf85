package io.jnetlink.wire;

import io.jnetlink.NetlinkException;

/**
 * Received bytes break the rules of the message format.
 *
 * <p>The text names the place by its path and offset: {@code "linkinfo.data.port: expected 2 bytes, got 1 (at offset
 * 132)"}. While the exception travels outwards through nested attributes each level adds its own name in front.
 */
public final class MalformedMessageException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String rule;
    private final int offset;

    /**
     * @param rule what is wrong, for example {@code "expected 4 bytes, got 2"}
     * @param offset where, counted from the start of the buffer that was read
     */
    public MalformedMessageException(String rule, int offset) {
        this("", rule, offset);
    }

    private MalformedMessageException(String path, String rule, int offset) {
        super((path.isEmpty() ? "" : path + ": ") + rule + " (at offset " + offset + ")");
        this.path = path;
        this.rule = rule;
        this.offset = offset;
    }

    /**
     * The same failure, seen from one level further out.
     *
     * @param name the attribute that holds the faulty bytes
     * @return a new exception whose path starts with {@code name}
     */
    public MalformedMessageException inside(String name) {
        MalformedMessageException outer =
                new MalformedMessageException(path.isEmpty() ? name : name + "." + path, rule, offset);
        outer.setStackTrace(getStackTrace());
        return outer;
    }

    /** Attribute names from the outside in, joined by dots; empty if the message itself is at fault. */
    public String path() {
        return path;
    }

    /** Offset of the fault, counted from the start of the buffer that was read. */
    public int offset() {
        return offset;
    }
}
