package io.jnetlink.schema;

/**
 * The shape of an attribute's payload.
 *
 * <p>{@link #minimumLength()} is what a decoder insists on; longer payloads are read from their start, as the kernel
 * does.
 */
public enum AttributeKind {
    /** Unsigned 8 bits. */
    U8(1, false),
    /** Unsigned 16 bits. */
    U16(2, false),
    /** Unsigned 32 bits. */
    U32(4, false),
    /** Unsigned 64 bits. */
    U64(8, false),
    /** Signed 8 bits. */
    S8(1, true),
    /** Signed 16 bits. */
    S16(2, true),
    /** Signed 32 bits. */
    S32(4, true),
    /** Signed 64 bits. */
    S64(8, true),
    /** Unsigned, 4 or 8 bytes as the sender pleases. */
    UINT(4, false),
    /** Signed, 4 or 8 bytes as the sender pleases. */
    SINT(4, true),
    /** Present or absent; a payload is ignored. */
    FLAG(0, false),
    /** Text, with or without a NUL at its end. */
    STRING(0, false),
    /** Bytes; with a struct or an element type they are looked into. */
    BINARY(0, false),
    /** Value and mask, 32 bits each. */
    BITFIELD32(8, false),
    /** A list of attributes of another set. */
    NEST(0, false),
    /** A nest whose entries are typed by their index. */
    INDEXED_ARRAY(0, false),
    /** A nest whose inner types are values: one level for each. */
    NEST_TYPE_VALUE(0, false),
    /** Layout chosen by the value of another attribute. */
    SUB_MESSAGE(0, false),
    /** Alignment filler. */
    PAD(0, false),
    /** A reserved number. */
    UNUSED(0, false);

    private final int minimumLength;
    private final boolean signed;

    AttributeKind(int minimumLength, boolean signed) {
        this.minimumLength = minimumLength;
        this.signed = signed;
    }

    /** Fewest bytes of a well-formed payload. */
    public int minimumLength() {
        return minimumLength;
    }

    /** Whether the number may be negative. */
    public boolean isSigned() {
        return signed;
    }

    /** Whether it is one number. */
    public boolean isNumber() {
        return ordinal() <= SINT.ordinal();
    }
}
