package io.jnetlink.ovs.text;

/**
 * How one value is written, read and told from a wildcard. Immutable.
 *
 * <p>A mask follows its value behind a slash; none means that all bits count. {@code *} stands for a value of which no
 * bit counts.
 */
abstract class Notation {

    private final int size;

    Notation(int size) {
        this.size = size;
    }

    /** Bytes in a message. */
    final int size() {
        return size;
    }

    /** Reads a value, and its mask if there is one. */
    final void parse(TextCursor in, MaskedBytes into) {
        if (in.skip("*")) {
            into.put(new byte[size], new byte[size]);
        } else {
            parseValue(in, into);
        }
    }

    abstract void parseValue(TextCursor in, MaskedBytes into);

    /** Writes the value, and the mask unless all bits count. */
    abstract void format(StringBuilder out, MaskedBytes from);

    boolean isWildcard(MaskedBytes from) {
        return from.isWildcard();
    }

    /** Whether a field is written at all. */
    boolean isShown(MaskedBytes from, boolean verbose) {
        return verbose || !isWildcard(from);
    }
}
