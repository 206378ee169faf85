package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.runtime.BoundCall;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.Opcodes;

/** What a method does with the answers, as its return type tells. */
enum CallKind {
    /** {@code void}: waits for the acknowledgement. */
    ACKNOWLEDGE(false, "acknowledge"),
    /** A record: the answer. */
    ONLY(false, "only"),
    /** {@code Optional}: the answer, if there is one. */
    GET(false, "get"),
    /** {@code List}: all that the kernel lists. */
    LIST(true, "list"),
    /** {@code Dump}: the same with its mark of interruption. */
    DUMP(true, "dump"),
    /** {@code boolean} with a {@code Consumer}: hands on each. */
    VISIT(true, "visit");

    private final boolean dump;
    private final String method;

    CallKind(boolean dump, String method) {
        this.dump = dump;
        this.method = method;
    }

    boolean isDump() {
        return dump;
    }

    /** Writes the call of {@link BoundCall}, whose arguments are on the stack, and returns what it returns. */
    void emit(Code code, Class<?> result) {
        switch (this) {
            case ACKNOWLEDGE -> code.call(BoundCall.class, method, Object.class).instruction(Opcodes.RETURN);
            case ONLY ->
                code.call(BoundCall.class, method, Object.class).cast(result).result(result);
            case GET -> code.call(BoundCall.class, method, Object.class).result(Optional.class);
            case LIST -> code.call(BoundCall.class, method, Object.class).result(List.class);
            case DUMP -> code.call(BoundCall.class, method, Object.class).result(result);
            case VISIT ->
                code.call(BoundCall.class, method, Object.class, Consumer.class).result(boolean.class);
        }
    }
}
