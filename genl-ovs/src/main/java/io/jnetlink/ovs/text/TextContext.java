package io.jnetlink.ovs.text;

/**
 * What reading and writing depend on beside the text itself. Immutable.
 *
 * @param accepted port names that are understood
 * @param printed port names that are written in place of numbers
 * @param verbose whether fields are written of which no bit counts
 * @param depth how many nests are around
 */
record TextContext(PortNames accepted, PortNames printed, boolean verbose, int depth) {

    /** Open vSwitch reads as many levels, and the kernel takes fewer. */
    private static final int MAX_DEPTH = 32;

    TextContext deeper() {
        return new TextContext(accepted, printed, verbose, depth + 1);
    }

    TextContext withVerbose(boolean on) {
        return new TextContext(accepted, printed, on, depth);
    }

    /** Port names are not written inside {@code encap} and {@code set}. */
    TextContext withoutNames() {
        return new TextContext(accepted, PortNames.none(), verbose, depth);
    }

    boolean isTooDeep() {
        return depth >= MAX_DEPTH;
    }

    /** Refuses text that is nested deeper than any reader of it goes. */
    void checkDepth(TextCursor in) {
        if (isTooDeep()) {
            throw in.failure("at most " + MAX_DEPTH + " levels of parentheses");
        }
    }

    void appendPort(StringBuilder out, long number) {
        out.append(printed.nameOf(number).orElseGet(() -> Long.toString(number)));
    }
}
