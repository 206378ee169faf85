package io.jnetlink.observe;

import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which generic family has which number, as the controller tells: numbers are given out when a family is registered.
 *
 * <p>Thread-safe.
 */
final class GenericFamilyNumbers {

    private static final String CONTROLLER = "nlctrl";
    private static final int CONTROLLER_ID = 0x10;
    private static final int NEW_FAMILY = 1;
    private static final int FAMILY_ID = 1;
    private static final int FAMILY_NAME = 2;

    private final Map<Integer, String> names = new ConcurrentHashMap<>(Map.of(CONTROLLER_ID, CONTROLLER));

    void put(int id, String name) {
        names.put(id, name);
    }

    boolean is(int id, String name) {
        return name.equals(names.get(id));
    }

    /** Takes in a message from the kernel if it is the controller's word about a family. */
    void learnFrom(MessageBytes message) {
        int prefix = MessageDescriber.GENERIC_HEADER;
        NetlinkBuffer buffer = message.buffer();
        if (message.type() != CONTROLLER_ID
                || message.bodyLength() < prefix
                || buffer.u8(message.body()) != NEW_FAMILY) {
            return;
        }
        try {
            take(buffer, new AttributeCursor().wrap(buffer, message.body() + prefix, message.bodyLength() - prefix));
        } catch (MalformedMessageException e) {
            // Whoever asked for it will complain; who only looks on goes without.
            return;
        }
    }

    private void take(NetlinkBuffer buffer, AttributeCursor attributes) {
        int id = 0;
        String name = "";
        while (attributes.next()) {
            int size = attributes.payloadLength();
            if (attributes.type() == FAMILY_ID && size >= Short.BYTES) {
                id = buffer.u16(attributes.payloadOffset());
            } else if (attributes.type() == FAMILY_NAME) {
                name = buffer.text(attributes.payloadOffset(), size);
            }
        }
        if (id != 0 && !name.isEmpty()) {
            put(id, name);
        }
    }
}
