package io.jnetlink.generator.emit;

import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives operations that carry no attributes an empty attribute set, so that every message has a body type.
 *
 * <p>Stateless.
 */
final class BodySets {

    private static final String EMPTY = "no-attrs";

    private BodySets() {}

    static Family complete(Family family) {
        if (family.operations().stream().noneMatch(BodySets::lacksSet)) {
            return family;
        }
        List<AttributeSetIr> sets = new ArrayList<>(family.attributeSets());
        sets.add(new AttributeSetIr(EMPTY, "No attributes.", Optional.empty(), List.of(), Optional.empty()));
        return new Family(
                family.name(),
                family.doc(),
                family.protocol(),
                family.protocolNumber(),
                family.version(),
                family.operationModel(),
                family.header(),
                family.constants(),
                family.enums(),
                family.structs(),
                sets,
                family.subMessages(),
                family.operations().stream().map(BodySets::complete).toList(),
                family.multicastGroups(),
                family.imports());
    }

    private static boolean lacksSet(Operation operation) {
        return operation.kind() != OperationKind.RESERVED
                && operation.attributeSet().isEmpty();
    }

    private static Operation complete(Operation operation) {
        return !lacksSet(operation)
                ? operation
                : new Operation(
                        operation.name(),
                        operation.doc(),
                        operation.kind(),
                        Optional.of(EMPTY),
                        operation.fixedHeader(),
                        operation.doExchange(),
                        operation.dumpExchange(),
                        operation.message(),
                        operation.notifies(),
                        operation.multicastGroup(),
                        operation.permissions(),
                        operation.requestFlags(),
                        operation.cName(),
                        operation.since());
    }
}
