package io.jnetlink.samples.ip;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.sys.Errno;

/** The kernel's refusals in the words of {@code ip}. Stateless. */
public final class KernelComplaint {

    private KernelComplaint() {}

    /** The kernel's own sentence, or the text of the error number if it has none. */
    public static String of(KernelRejectedException refusal) {
        return refusal.kernelMessage()
                .filter(text -> !text.isEmpty())
                .map(text -> sentence("Error", text))
                .orElseGet(() -> "RTNETLINK answers: " + text(refusal.errno()));
    }

    static String sentence(String kind, String text) {
        return kind + ": " + text + (text.endsWith(".") ? "" : ".");
    }

    private static String text(Errno errno) {
        return errno.number() == Errno.ENOTSUPP ? "Unknown error " + Errno.ENOTSUPP : errno.text();
    }
}
