package io.jnetlink.sys.internal.jnr;

import java.util.HashMap;
import java.util.Map;
import jnr.constants.platform.linux.Errno;
import jnr.posix.POSIXFactory;

/**
 * Texts of error numbers from the JNR tables.
 *
 * <p>jnr-constants has the texts as plain data, so that the common case loads no native library; libc itself is asked, through
 * jnr-posix, only for a number the tables lack.
 */
public final class JnrErrnoText {

    private static final Map<Integer, String> TEXTS = texts();

    private JnrErrnoText() {}

    /**
     * The text of an error number.
     *
     * @param number error number
     * @return what libc would print for it
     */
    public static String of(int number) {
        String known = TEXTS.get(number);
        return known != null ? known : ask(number);
    }

    private static String ask(int number) {
        String text = null;
        if (number == 0) {
            return "Success";
        }
        try {
            text = POSIXFactory.getNativePOSIX().strerror(number);
        } catch (LinkageError | RuntimeException unavailable) {
            // Without natives a number is all there is to say; the caller is reporting another failure already.
        }
        return text != null ? text : "Unknown error " + number;
    }

    private static Map<Integer, String> texts() {
        Map<Integer, String> texts = new HashMap<>();
        for (Errno errno : Errno.values()) {
            texts.putIfAbsent(errno.intValue(), errno.toString());
        }
        return Map.copyOf(texts);
    }
}
