package io.jnetlink.samples.nl;

import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.spec.ir.Exchange;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the operation that a message belongs to, by its number.
 *
 * <p>Immutable.
 *
 * @param family the family
 */
public record OperationFinder(DynamicFamily family) {

    /** Messages about bridge ports have the numbers of those about links and other attributes; their family tells. */
    private static final String BRIDGE_PREFIX = "bridge-";

    private static final int AF_BRIDGE = 7;

    /** The operation of a request. */
    public Optional<Operation> request(int number) {
        return operations()
                .filter(o -> exchanges(o).anyMatch(e -> e.request().number() == number))
                .findFirst();
    }

    /**
     * The operation of a message from the kernel. Several may have a number: a notification repeats a reply.
     *
     * @param firstByte the first byte of the body, by which messages of bridges are told
     * @param isAnswer whether it is known to be a reply, as parts of a dump are
     */
    public Optional<Operation> fromKernel(int number, int firstByte, boolean isAnswer) {
        List<Operation> candidates = operations()
                .filter(o -> isReply(o, number) || isNotification(o, number))
                .toList();
        boolean bridge = family.name().equals("rt-link") && firstByte == AF_BRIDGE;
        return candidates.stream()
                .filter(o -> o.name().startsWith(BRIDGE_PREFIX) == bridge)
                .filter(o -> bridge || !isAnswer || isReply(o, number))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static boolean isReply(Operation operation, int number) {
        return exchanges(operation).flatMap(e -> e.reply().stream()).anyMatch(m -> m.number() == number);
    }

    private static boolean isNotification(Operation operation, int number) {
        return operation.message().filter(m -> m.number() == number).isPresent();
    }

    private Stream<Operation> operations() {
        return family.model().operations().stream().filter(o -> o.kind() != OperationKind.RESERVED);
    }

    private static Stream<Exchange> exchanges(Operation operation) {
        return Stream.of(operation.doExchange(), operation.dumpExchange()).flatMap(Optional::stream);
    }
}
