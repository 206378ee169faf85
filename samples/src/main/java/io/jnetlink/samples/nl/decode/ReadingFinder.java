package io.jnetlink.samples.nl.decode;

import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.samples.nl.OperationFinder;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which of the given families a message belongs to, and what it is there.
 *
 * <p>Not thread-safe: numbers of generic families are learnt from the messages of the controller as they come by.
 */
final class ReadingFinder {

    private static final int GENERIC = 16;
    private static final int GENERIC_HEADER = 4;
    private static final int CONTROLLER = 0x10;
    private static final int NEW_FAMILY = 1;
    private static final int FAMILY_ID = 1;
    private static final int FAMILY_NAME = 2;

    private final List<DynamicFamily> families;
    private final Map<Integer, String> genericNames = new HashMap<>();

    /**
     * @param families in the order in which they are tried
     * @param genericIds numbers of generic families, by name, as far as they are known
     */
    ReadingFinder(List<DynamicFamily> families, Map<String, Integer> genericIds) {
        this.families = families;
        genericNames.put(CONTROLLER, "nlctrl");
        genericIds.forEach((name, id) -> genericNames.put(id, name));
    }

    Optional<Reading> find(MessageReader message, OptionalInt protocol) {
        if (protocol.isEmpty() || protocol.getAsInt() != GENERIC) {
            Optional<Reading> raw = raw(message, protocol);
            if (raw.isPresent() || protocol.isPresent()) {
                return raw;
            }
        }
        return generic(message);
    }

    private Optional<Reading> raw(MessageReader message, OptionalInt protocol) {
        return families.stream()
                .filter(f -> !f.schema().isGeneric())
                .filter(f ->
                        protocol.isEmpty() || protocol.getAsInt() == f.schema().protocol())
                .flatMap(f -> operation(f, message, message.type(), 0).map(o -> new Reading(f, o, 0)).stream())
                .findFirst();
    }

    private Optional<Reading> generic(MessageReader message) {
        if (message.bodyLength() < GENERIC_HEADER) {
            return Optional.empty();
        }
        int command = message.buffer().u8(message.bodyOffset());
        if (message.type() == CONTROLLER && command == NEW_FAMILY) {
            learn(message);
        }
        DynamicFamily family = genericFamily(genericNames.get(message.type()));
        return family == null
                ? Optional.empty()
                : operation(family, message, command, GENERIC_HEADER).map(o -> new Reading(family, o, GENERIC_HEADER));
    }

    /** The family of the name; without a name the only generic one that there is. */
    private @Nullable DynamicFamily genericFamily(@Nullable String name) {
        List<DynamicFamily> candidates = families.stream()
                .filter(f -> f.schema().isGeneric())
                .filter(f -> name == null || f.name().equals(name))
                .toList();
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    private static Optional<Operation> operation(DynamicFamily family, MessageReader message, int number, int prefix) {
        OperationFinder finder = new OperationFinder(family);
        if ((message.flags() & MessageFlags.REQUEST) != 0) {
            return finder.request(number);
        }
        NetlinkBuffer buffer = message.buffer();
        int firstByte = message.bodyLength() > prefix ? buffer.u8(message.bodyOffset() + prefix) : 0;
        return finder.fromKernel(number, firstByte, (message.flags() & MessageFlags.MULTI) != 0);
    }

    private void learn(MessageReader message) {
        NetlinkBuffer buffer = message.buffer();
        int id = 0;
        String name = "";
        AttributeCursor cursor = new AttributeCursor()
                .wrap(buffer, message.bodyOffset() + GENERIC_HEADER, message.bodyLength() - GENERIC_HEADER);
        while (cursor.next()) {
            if (cursor.type() == FAMILY_ID && cursor.payloadLength() >= Short.BYTES) {
                id = buffer.u16(cursor.payloadOffset());
            } else if (cursor.type() == FAMILY_NAME) {
                name = buffer.text(cursor.payloadOffset(), cursor.payloadLength());
            }
        }
        if (id != 0 && !name.isEmpty()) {
            genericNames.put(id, name);
        }
    }
}
