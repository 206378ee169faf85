package io.jnetlink.schema;

import java.nio.ByteOrder;

/** The byte order of a number on the wire; part of the field's type. */
public enum FieldOrder {
    /** The machine's own. */
    HOST,
    /** Network order. */
    BIG,
    /** Least significant byte first. */
    LITTLE;

    /**
     * As the JDK's type.
     *
     * @param host what the machine has whose bytes are read
     */
    public ByteOrder resolve(ByteOrder host) {
        return switch (this) {
            case HOST -> host;
            case BIG -> ByteOrder.BIG_ENDIAN;
            case LITTLE -> ByteOrder.LITTLE_ENDIAN;
        };
    }
}
