package io.jnetlink.generator.naming;

import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import java.util.List;
import java.util.Optional;

/**
 * What a message's body is made of.
 *
 * <p>Immutable.
 *
 * @param header name of the struct in front, if any
 * @param set name of the attribute set behind it
 */
public record BodyShape(Optional<String> header, String set) {

    /** The body of an operation's messages; empty for one that has none. */
    public static Optional<BodyShape> of(Operation operation) {
        return operation.kind() == OperationKind.RESERVED
                ? Optional.empty()
                : operation.attributeSet().map(set -> new BodyShape(operation.fixedHeader(), set));
    }

    /** The different bodies of a family, in the order in which its operations first use them. */
    public static List<BodyShape> all(Family family) {
        return family.operations().stream()
                .map(BodyShape::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
