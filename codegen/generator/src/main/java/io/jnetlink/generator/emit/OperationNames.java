package io.jnetlink.generator.emit;

import io.jnetlink.generator.naming.BodyShape;
import io.jnetlink.generator.naming.NameScope;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the operations of a family are called in Java.
 *
 * <p>Immutable once made. A dump's method has {@code Dump} behind the operation's name, also where the operation knows
 * nothing but dumps: kernels add single requests to such operations, and no name may change its meaning then.
 */
final class OperationNames {

    private static final String DUMP = "Dump";

    private final Map<String, String> constants = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();

    OperationNames(Family family) {
        NameScope constantScope = new NameScope(Set.of());
        NameScope methodScope = new NameScope(Set.of("subscribe"));
        for (Operation operation : family.operations()) {
            if (BodyShape.of(operation).isPresent()) {
                String name = operation.name();
                constants.put(name, constantScope.unique(JavaNames.constant(name)));
                boolean dumps = operation.dumpExchange().isPresent();
                methods.put(
                        name, methodScope.unique(JavaNames.member(name), n -> dumps ? List.of(n + DUMP) : List.of()));
            }
        }
    }

    String constant(Operation operation) {
        return constants.get(operation.name());
    }

    String single(Operation operation) {
        return methods.get(operation.name());
    }

    String dump(Operation operation) {
        return methods.get(operation.name()) + DUMP;
    }
}
