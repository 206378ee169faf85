package io.jnetlink.spec.ir;

import java.util.Locale;

/**
 * An integer format.
 *
 * <p>Immutable.
 */
public enum ScalarKind {
    /** Unsigned, 1 byte. */
    U8(1, false),
    /** Unsigned, 2 bytes. */
    U16(2, false),
    /** Unsigned, 4 bytes. */
    U32(4, false),
    /** Unsigned, 8 bytes. */
    U64(8, false),
    /** Signed, 1 byte. */
    S8(1, true),
    /** Signed, 2 bytes. */
    S16(2, true),
    /** Signed, 4 bytes. */
    S32(4, true),
    /** Signed, 8 bytes. */
    S64(8, true),
    /** Unsigned, 4 or 8 bytes: senders use 4 if the value fits, receivers accept both. */
    UINT(8, false),
    /** Signed, 4 or 8 bytes: senders use 4 if the value fits, receivers accept both. */
    SINT(8, true);

    private final int bytes;
    private final boolean signed;

    ScalarKind(int bytes, boolean signed) {
        this.bytes = bytes;
        this.signed = signed;
    }

    /** Returns the spelling used in specs, for example {@code u32}. */
    public String specName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the width in bytes; for {@link #UINT} and {@link #SINT} the greater of the two, 8. */
    public int bytes() {
        return bytes;
    }

    /** Tells whether values below zero exist. */
    public boolean signed() {
        return signed;
    }

    /** Tells whether the payload may be 4 or 8 bytes long. */
    public boolean variableWidth() {
        return this == UINT || this == SINT;
    }
}
