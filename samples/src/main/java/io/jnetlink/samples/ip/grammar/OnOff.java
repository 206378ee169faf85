package io.jnetlink.samples.ip.grammar;

/** {@code on} and {@code off}, which may be cut short. Stateless. */
public final class OnOff {

    /** Status with which some commands end on a wrong word: the number of {@code EINVAL} slips through. */
    public static final int INVALID_ARGUMENT = 22;

    /** Status with which the others end. */
    public static final int FAILED = 1;

    private OnOff() {}

    /**
     * Reads a word.
     *
     * @param option what it belongs to
     * @param status the exit status if it is neither
     */
    public static boolean parse(String option, String word, int status) {
        // In this order: a lone "o" means off.
        if (Arguments.abbreviates(word, "off")) {
            return false;
        }
        if (Arguments.abbreviates(word, "on")) {
            return true;
        }
        throw CommandException.withStatus(
                status, "Error: argument of \"" + option + "\" must be one of \"off\", \"on\", not \"" + word + "\"");
    }
}
