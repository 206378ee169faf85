package io.jnetlink.wire;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An attribute that no spec in use has a name for, kept as it came.
 *
 * <p>Immutable.
 */
public final class RawAttribute {

    private final int rawType;
    private final byte[] payload;

    /**
     * @param rawType the type, flag bits included
     * @param payload its bytes, without padding
     */
    public RawAttribute(int rawType, byte[] payload) {
        this.rawType = rawType;
        this.payload = payload.clone();
    }

    /** Type without flag bits. */
    public int type() {
        return rawType & AttributeHeader.TYPE_MASK;
    }

    /** Type with flag bits. */
    public int rawType() {
        return rawType;
    }

    /** A copy of the payload. */
    public byte[] payload() {
        return payload.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawAttribute that && rawType == that.rawType && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * rawType + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return type() + "=" + HexFormat.of().formatHex(payload);
    }
}
