package io.jnetlink.generator.emit;

import io.jnetlink.spec.ir.Exchange;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationMessage;
import io.jnetlink.spec.ir.RequestFlag;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The numbers of an operation in one pair: those of the single request, or else of the dump.
 *
 * <p>Stateless.
 */
final class OperationNumbers {

    private static final int NONE = -1;

    private OperationNumbers() {}

    static int request(Operation operation) {
        return exchanges(operation)
                .map(Exchange::request)
                .map(OperationMessage::number)
                .findFirst()
                .orElse(NONE);
    }

    static int reply(Operation operation) {
        return operation
                .message()
                .or(() -> exchanges(operation)
                        .map(Exchange::reply)
                        .flatMap(Optional::stream)
                        .findFirst())
                .map(OperationMessage::number)
                .orElse(NONE);
    }

    /** The number of a dump's messages where it is another than that of a single reply. */
    static OptionalInt otherDumpReply(Operation operation) {
        return operation
                .dumpExchange()
                .flatMap(Exchange::reply)
                .map(OperationMessage::number)
                .filter(n -> n != reply(operation))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    static int flags(Operation operation) {
        return operation.requestFlags().stream().mapToInt(RequestFlag::mask).reduce(0, (a, b) -> a | b);
    }

    private static Stream<Exchange> exchanges(Operation operation) {
        return Stream.of(operation.doExchange(), operation.dumpExchange()).flatMap(Optional::stream);
    }
}
