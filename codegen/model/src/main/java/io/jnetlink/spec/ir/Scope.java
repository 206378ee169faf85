package io.jnetlink.spec.ir;

import java.util.Locale;

/**
 * Which header a definition is rendered into by the kernel's own generator.
 *
 * <p>Immutable.
 */
public enum Scope {
    /** The user API header; the default. */
    UAPI,
    /** A header internal to the kernel. */
    KERNEL,
    /** A header of the user side only. */
    USER;

    /** Returns the spelling used in specs, for example {@code kernel}. */
    public String specName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
