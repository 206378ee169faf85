package io.jnetlink.samples.ip.grammar;

/**
 * Ends a command: what to write to standard error, and the exit status.
 *
 * <p>The texts and the statuses are those of {@code ip}, which ends with 255 where a word is wrong or missing, and with 1
 * where the words are right but do not go together. Immutable.
 */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A wrong or a missing word. */
    private static final int WRONG_WORD = 255;

    /** Anything else that is found before the kernel is asked. */
    private static final int FAILED = 1;

    private final int status;

    private CommandException(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    /** The exit status. */
    public int status() {
        return status;
    }

    /** What to write to standard error, without the last line break; empty for nothing. */
    public String text() {
        return getMessage();
    }

    /** Ends with a status and a text. */
    public static CommandException withStatus(int status, String text) {
        return new CommandException(status, text);
    }

    /** Words that do not go together, or name something that does not exist. */
    public static CommandException failed(String text) {
        return new CommandException(FAILED, text);
    }

    /** A complaint about a word, in free form. */
    public static CommandException rejected(String text) {
        return new CommandException(WRONG_WORD, text);
    }

    /** The line ends where a word is needed. */
    public static CommandException incomplete() {
        return rejected("Command line is not complete. Try option \"help\"");
    }

    /** The value of an option is not acceptable. */
    public static CommandException wrong(String value, String reason) {
        return rejected("Error: argument \"" + value + "\" is wrong: " + reason);
    }

    /** An option stands twice. */
    public static CommandException duplicate(String option, String secondValue) {
        return rejected("Error: duplicate \"" + option + "\": \"" + secondValue + "\" is the second value.");
    }

    /** An option stands twice, or a word is where none should be: it cannot be told which. */
    public static CommandException duplicateOrGarbage(String option, String word) {
        return rejected("Error: either \"" + option + "\" is duplicate, or \"" + word + "\" is a garbage.");
    }

    /** An option without which the others make no sense is not there. */
    public static CommandException missing(String option) {
        return rejected("Error: argument \"" + option + "\" is required");
    }

    /** No interface has that name. */
    public static CommandException noDevice(String name) {
        return failed("Cannot find device \"" + name + "\"");
    }
}
