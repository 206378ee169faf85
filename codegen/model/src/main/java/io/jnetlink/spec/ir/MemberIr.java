package io.jnetlink.spec.ir;

import java.util.Optional;

/**
 * One member of a {@link StructIr}, placed as a C compiler places it.
 *
 * <p>Immutable.
 *
 * @param name name within the struct
 * @param doc description, empty if there is none
 * @param type a {@link TypeIr.Scalar}, {@link TypeIr.Text}, {@link TypeIr.Binary}, {@link TypeIr.Struct} or
 *     {@link TypeIr.Pad}
 * @param offset distance from the start of the struct in bytes
 * @param size length in bytes
 * @param alignment natural alignment in bytes
 * @param displayHint how to print it
 * @param cName name of the C member
 */
public record MemberIr(
        String name,
        String doc,
        TypeIr type,
        int offset,
        int size,
        int alignment,
        Optional<DisplayHint> displayHint,
        String cName) {}
