package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.OperationKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Hands out message numbers in the order of the operation list.
 *
 * <p>Not thread-safe.
 */
abstract sealed class OperationNumbering {
    private final int max;
    private final Map<Integer, String> taken = new HashMap<>();

    private OperationNumbering(int max) {
        this.max = max;
    }

    /** One count for all: an explicit value moves it, and every entry takes a number. */
    static OperationNumbering unified(int max) {
        return new Unified(max);
    }

    /** One count per direction. */
    static OperationNumbering directional(int max) {
        return new Directional(max);
    }

    abstract OperationEntry next(String name, Section operation, OperationKind kind);

    /** Returns the number a message gives itself; 0 means none, as the kernel's tools read it. */
    static OptionalInt ownNumber(Optional<Section> message, int max) {
        return message.flatMap(m -> m.integer("value", 0, max))
                .filter(v -> v != 0)
                .map(v -> OptionalInt.of(v.intValue()))
                .orElse(OptionalInt.empty());
    }

    final int max() {
        return max;
    }

    final void checkRange(Section operation, int number) {
        if (number > max) {
            operation.report(Rule.OUT_OF_RANGE, "message numbers end at " + max + ", but this is " + number);
        }
    }

    final void claim(Section operation, int number, String name) {
        String owner = taken.putIfAbsent(number, name);
        if (owner != null) {
            String message = "the number %d is taken by operation '%s'".formatted(number, owner);
            operation.report(Rule.DUPLICATE_NUMBER, message);
        }
    }

    private static final class Unified extends OperationNumbering {
        private int next = 1;

        Unified(int max) {
            super(max);
        }

        @Override
        OperationEntry next(String name, Section operation, OperationKind kind) {
            int number =
                    operation.integer("value", 0, max()).map(Long::intValue).orElse(next);
            next = number + 1;
            checkRange(operation, number);
            claim(operation, number, name);
            return new OperationEntry(name, operation, kind, OptionalInt.of(number), OptionalInt.of(number));
        }
    }

    private static final class Directional extends OperationNumbering {
        private int nextRequest = 1;
        private int nextReply = 1;

        Directional(int max) {
            super(max);
        }

        @Override
        OperationEntry next(String name, Section operation, OperationKind kind) {
            if (kind == OperationKind.REQUEST) {
                return request(name, operation);
            }
            int number =
                    operation.integer("value", 0, max()).map(Long::intValue).orElse(nextReply);
            nextReply = number + 1;
            checkRange(operation, number);
            return new OperationEntry(name, operation, kind, OptionalInt.empty(), OptionalInt.of(number));
        }

        private OperationEntry request(String name, Section operation) {
            if (operation.has("value")) {
                String message = "in a directional model the numbers stand in 'request' and 'reply'";
                operation.report("value", Rule.OPERATION, message);
            }
            Optional<Section> leading = operation.section(operation.has("do") ? "do" : "dump");
            Optional<Section> reply = leading.flatMap(l -> l.section("reply"));
            int request =
                    ownNumber(leading.flatMap(l -> l.section("request")), max()).orElse(nextRequest);
            nextRequest = request + 1;
            checkRange(operation, request);
            claim(operation, request, name);
            OptionalInt replyNumber = OptionalInt.empty();
            if (reply.isPresent()) {
                int number = ownNumber(reply, max()).orElse(nextReply);
                nextReply = number + 1;
                checkRange(operation, number);
                replyNumber = OptionalInt.of(number);
            }
            return new OperationEntry(name, operation, OperationKind.REQUEST, OptionalInt.of(request), replyNumber);
        }
    }
}
