package io.jnetlink.spec.ir;

import java.util.Locale;

/**
 * What the kernel lets a caller do with an attribute after the object was created (overlay key {@code x-mutability}).
 *
 * <p>Immutable.
 */
public enum Mutability {
    /** Accepted at creation only; later values are refused or ignored. */
    CREATE_ONLY,
    /** Can be changed at any time. */
    MUTABLE,
    /** Accepted, but never reported back. */
    WRITE_ONLY,
    /** Can be set but not taken back. */
    STICKY;

    /** Returns the spelling used in specs, for example {@code create-only}. */
    public String specName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
