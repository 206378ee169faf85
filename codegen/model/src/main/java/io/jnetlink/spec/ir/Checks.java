package io.jnetlink.spec.ir;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The kernel's input checks on an attribute, with constants and type limits already replaced by numbers. They describe
 * what a request may carry and must not be applied to received data.
 *
 * <p>For unsigned kinds, {@code min} and {@code max} hold the unsigned 64-bit pattern: compare with
 * {@link Long#compareUnsigned}.
 *
 * <p>Immutable.
 *
 * @param min smallest allowed number
 * @param max greatest allowed number
 * @param minLength smallest allowed payload length in bytes
 * @param maxLength greatest allowed payload length in bytes
 * @param exactLength the only allowed payload length in bytes
 * @param flagsMask name of the enum whose entries are the allowed bits
 * @param unterminatedOk whether a string may lack its terminating zero byte
 */
public record Checks(
        OptionalLong min,
        OptionalLong max,
        OptionalInt minLength,
        OptionalInt maxLength,
        OptionalInt exactLength,
        Optional<String> flagsMask,
        boolean unterminatedOk) {

    /** No restriction at all. */
    public static final Checks NONE = new Checks(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            false);

    /** Tells whether there is no restriction. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
