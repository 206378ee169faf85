package io.jnetlink.sys;

import io.jnetlink.sys.internal.jnr.JnrSyscalls;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The back end of this process, looked for once and on first need. */
final class SystemBackend {

    private static final SystemBackend INSTANCE = find();

    private final @Nullable Syscalls syscalls;
    private final BackendAvailability availability;

    private SystemBackend(@Nullable Syscalls syscalls, BackendAvailability availability) {
        this.syscalls = syscalls;
        this.availability = availability;
    }

    static BackendAvailability availability() {
        return INSTANCE.availability;
    }

    static Syscalls require() {
        Syscalls found = INSTANCE.syscalls;
        if (found == null) {
            throw new UnsupportedOperationException(
                    "netlink needs system calls that cannot be made here: " + INSTANCE.availability.description(),
                    INSTANCE.availability.cause().orElse(null));
        }
        return found;
    }

    private static SystemBackend find() {
        String reason =
                reasonAgainst(System.getProperty("os.name", ""), System.getProperty("sun.arch.data.model", "64"));
        if (reason != null) {
            return new SystemBackend(null, BackendAvailability.unavailable(reason, null));
        }
        try {
            return new SystemBackend(JnrSyscalls.load(), BackendAvailability.available("jnr (jffi)"));
        } catch (LinkageError | RuntimeException failure) {
            String message = "the native library did not load: " + failure;
            return new SystemBackend(null, BackendAvailability.unavailable(message, failure));
        }
    }

    /** Why that system cannot be served, or null. */
    static @Nullable String reasonAgainst(String osName, String bits) {
        if (!osName.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return "this is " + (osName.isEmpty() ? "an unknown system" : osName)
                    + ", and netlink exists on Linux only";
        }
        if (!bits.equals("64")) {
            return "this is a " + bits + "-bit Java, and the C structures are laid out for 64 bits";
        }
        return null;
    }
}
