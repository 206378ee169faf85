package io.jnetlink.spec.ir;

/**
 * A function over {@link TypeIr} with one method per case, so that a new case breaks the compilation of all who must
 * know it. Implementations state their own thread rule.
 *
 * @param <R> result
 */
public interface TypeVisitor<R> {
    /** Handles an integer. */
    R scalar(TypeIr.Scalar type);

    /** Handles a pair of value and selector words. */
    R bitfield32(TypeIr.Bitfield32 type);

    /** Handles a flag. */
    R flag(TypeIr.Flag type);

    /** Handles text. */
    R text(TypeIr.Text type);

    /** Handles bytes. */
    R binary(TypeIr.Binary type);

    /** Handles a C struct. */
    R struct(TypeIr.Struct type);

    /** Handles a C array of structs. */
    R structArray(TypeIr.StructArray type);

    /** Handles a C array of integers. */
    R scalarArray(TypeIr.ScalarArray type);

    /** Handles nested attributes. */
    R nest(TypeIr.Nest type);

    /** Handles nested attributes whose types are data. */
    R nestTypeValue(TypeIr.NestTypeValue type);

    /** Handles an array of indexed elements. */
    R indexedArray(TypeIr.IndexedArray type);

    /** Handles a payload with a selected format. */
    R subMessage(TypeIr.SubMessage type);

    /** Handles filler. */
    R pad(TypeIr.Pad type);

    /** Handles a reserved number. */
    R unused(TypeIr.Unused type);
}
