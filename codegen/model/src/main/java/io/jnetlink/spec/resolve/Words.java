package io.jnetlink.spec.resolve;

import io.jnetlink.spec.ir.DisplayHint;
import io.jnetlink.spec.ir.Mutability;
import io.jnetlink.spec.ir.OperationModel;
import io.jnetlink.spec.ir.Protocol;
import io.jnetlink.spec.ir.RequestFlag;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.Scope;
import io.jnetlink.spec.ir.WireOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fixed words of the language and what they stand for.
 *
 * <p>Immutable.
 */
final class Words {
    static final Map<String, Protocol> PROTOCOLS = table(Protocol.values(), Protocol::specName);
    static final Map<String, OperationModel> MODELS =
            Map.of("unified", OperationModel.UNIFIED, "directional", OperationModel.DIRECTIONAL);
    static final Map<String, Scope> SCOPES = table(Scope.values(), Scope::specName);
    static final Map<String, ScalarKind> SCALARS = table(ScalarKind.values(), ScalarKind::specName);
    static final Map<String, WireOrder> ORDERS =
            Map.of("big-endian", WireOrder.BIG_ENDIAN, "little-endian", WireOrder.LITTLE_ENDIAN);
    static final Map<String, DisplayHint> HINTS = table(DisplayHint.values(), DisplayHint::specName);
    static final Map<String, Mutability> MUTABILITIES = table(Mutability.values(), Mutability::specName);
    static final Map<String, RequestFlag> REQUEST_FLAGS = table(RequestFlag.values(), RequestFlag::specName);
    static final Map<String, String> PERMISSIONS = same("admin-perm", "uns-admin-perm");
    static final Map<String, String> LOOSENINGS = same("strict", "dump", "dump-strict");
    static final Map<String, String> KERNEL_POLICIES = same("split", "per-op", "global");

    private Words() {}

    private static <T> Map<String, T> table(T[] values, Function<T, String> spelling) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(spelling, Function.identity()));
    }

    private static Map<String, String> same(String... words) {
        return List.of(words).stream().collect(Collectors.toUnmodifiableMap(w -> w, w -> w));
    }
}
