package io.jnetlink.samples.ovs.run;

import io.jnetlink.sys.Errno;
import java.util.Optional;

/**
 * Ends a command: what to complain of. The texts are those of {@code ovs-dpctl}, with the error number in words behind
 * them; why it is so may stand in lines of its own. Immutable.
 */
public final class JovsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String detail;

    private JovsException(String text, String detail) {
        super(text, null, false, false);
        this.detail = detail;
    }

    /** A complaint in words only. */
    public static JovsException of(String text) {
        return new JovsException(text, "");
    }

    /** A complaint with an error number. */
    public static JovsException of(String text, int errno) {
        return new JovsException(text + " (" + Errno.of(errno).text() + ")", "");
    }

    /** A complaint with an error number, and the reason in words. */
    public static JovsException of(String text, int errno, String reason) {
        return new JovsException(text + " (" + Errno.of(errno).text() + ")", reason);
    }

    /**
     * A complaint about something that failed, with the error number that goes with it.
     *
     * @param text what could not be done
     */
    public static JovsException of(String text, RuntimeException failure) {
        return new JovsException(
                text + " (" + ErrorNumbers.of(failure).text() + ")",
                ErrorNumbers.hasWords(failure) ? words(failure) : "");
    }

    private static String words(RuntimeException failure) {
        String message = failure.getMessage();
        return message == null ? "" : message;
    }

    /** The same about a line of a file. */
    public JovsException inLine(int number) {
        String where = "line " + number;
        return new JovsException(text(), detail.isEmpty() ? where : where + ": " + detail);
    }

    /** The complaint, in one line. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** The reason in words, if there is more to say than the complaint does. */
    public Optional<String> detail() {
        return detail.isEmpty() ? Optional.empty() : Optional.of(detail);
    }
}
