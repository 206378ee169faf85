package io.jnetlink.property;

/** Who sends what is drawn, which decides on its form. Immutable. */
enum Direction {
    /** The caller, in the form the spec asks for: within all checks, nothing unknown, flags and terminators as said. */
    REQUEST,
    /** The kernel, which may be newer than the spec: any number, unknown attributes, structs that have grown. */
    REPLY,
    /** Either, for decoders that take both; numbers are within the checks, so that builders take them too. */
    EITHER;

    /** Whether the spec's input checks hold. */
    boolean keepsChecks() {
        return this != REPLY;
    }

    /** Whether the form is exactly the spec's. */
    boolean isStrict() {
        return this == REQUEST;
    }
}
