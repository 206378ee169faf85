package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.runtime.Payloads;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Writes the two methods between an enum's constants and their numbers.
 *
 * <p>Immutable.
 *
 * @param mapping constants and numbers
 */
record EnumWriter(EnumMapping mapping) {

    /** Body of {@code static long numberOf(E constant, String field)}. */
    void emitToNumber(Code code) {
        Local constant = code.local(mapping.type());
        Local field = code.local(String.class);
        TreeMap<Integer, Label> labels = new TreeMap<>();
        mapping.numbers().forEach((e, number) -> labels.put(e.ordinal(), code.label()));
        Label unlisted = code.label();
        code.load(constant).call(Enum.class, "ordinal").choose(labels, unlisted);
        mapping.numbers()
                .forEach((e, number) ->
                        code.mark(labels.get(e.ordinal())).push((long) number).result(long.class));
        code.mark(unlisted)
                .load(field)
                .load(constant)
                .call(Payloads.class, "unsendable", String.class, Object.class)
                .instruction(Opcodes.ATHROW);
    }

    /** Body of {@code static E constantOf(long number, int at, String name)}. Numbers differ in their low 32 bits. */
    void emitFromNumber(Code code) {
        Local number = code.local(long.class);
        Local at = code.local(int.class);
        Local name = code.local(String.class);
        TreeMap<Integer, Enum<?>> byNumber = new TreeMap<>();
        mapping.numbers().forEach((e, n) -> byNumber.putIfAbsent(n.intValue(), e));
        TreeMap<Integer, Label> labels = new TreeMap<>();
        byNumber.keySet().forEach(n -> labels.put(n, code.label()));
        Label unlisted = code.label();
        code.load(number).instruction(Opcodes.L2I).choose(labels, unlisted);
        for (Map.Entry<Integer, Enum<?>> entry : byNumber.entrySet()) {
            code.mark(labels.get(entry.getKey()))
                    .field(mapping.type(), entry.getValue().name(), mapping.type())
                    .result(mapping.type());
        }
        code.mark(unlisted);
        if (mapping.unlisted().isPresent()) {
            code.field(mapping.type(), mapping.unlisted().get().name(), mapping.type())
                    .result(mapping.type());
        } else {
            code.load(number)
                    .push(mapping.type().getSimpleName())
                    .load(at)
                    .load(name)
                    .call(Payloads.class, "unlisted", long.class, String.class, int.class, String.class)
                    .instruction(Opcodes.ATHROW);
        }
    }
}
