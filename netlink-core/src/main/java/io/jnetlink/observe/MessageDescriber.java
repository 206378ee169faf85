package io.jnetlink.observe;

import io.jnetlink.message.MessageDissector;
import io.jnetlink.message.MessageField;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the messages of one netlink protocol into texts, by what the specs of its families say.
 *
 * <p>Thread-safe. Never fails: what no family knows is shown in hexadecimal. The numbers of generic families are picked up
 * from the controller's answers as they come by, so describe those too; {@link #learn} tells them directly.
 *
 * <pre>{@code
 * MessageDescriber describer = MessageDescriber.of(RtLinkSchema.FAMILY);
 * System.out.println(describer.describe(MessageDirection.TO_KERNEL, buffer, 0, length).toText());
 * }</pre>
 */
public final class MessageDescriber {

    /** Bytes of {@code struct genlmsghdr}; the first is the command. */
    static final int GENERIC_HEADER = 4;

    private final List<FamilySchema> families;
    private final GenericFamilyNumbers numbers = new GenericFamilyNumbers();

    private MessageDescriber(List<FamilySchema> families) {
        this.families = families;
    }

    /**
     * A describer of these families' messages, and of the control messages that all protocols have.
     *
     * @throws IllegalArgumentException if they belong to several protocols, whose message types mean different things
     */
    public static MessageDescriber of(FamilySchema... families) {
        List<FamilySchema> list = List.of(families);
        if (list.stream().mapToInt(FamilySchema::protocol).distinct().count() > 1) {
            throw new IllegalArgumentException("families of several netlink protocols: "
                    + list.stream().map(FamilySchema::name).toList());
        }
        return new MessageDescriber(list);
    }

    /** Tells which number a generic family has in the running kernel. */
    public MessageDescriber learn(String family, int id) {
        numbers.put(id, family);
        return this;
    }

    /**
     * Describes a message.
     *
     * @param offset where its header starts
     * @param length bytes of header and body, at least those of a header
     */
    public MessageDescription describe(MessageDirection direction, NetlinkBuffer buffer, int offset, int length) {
        return describe(direction, new MessageBytes(buffer, offset, length));
    }

    MessageDescription describe(MessageDirection direction, MessageBytes message) {
        if (message.type() < MessageHeader.FIRST_PROTOCOL_TYPE) {
            return new ControlMessage(this, message).describe();
        }
        if (isGeneric() && direction == MessageDirection.FROM_KERNEL) {
            numbers.learnFrom(message);
        }
        FamilySchema family = family(message.type());
        if (isGeneric() && message.bodyLength() < GENERIC_HEADER) {
            return message.describedAs(nameOf(family, message), FlagNames.UNKNOWN, message.hex());
        }
        int number = isGeneric() ? message.buffer().u8(message.body()) : message.type();
        OperationSchema operation = family == null ? null : operation(family, direction, number);
        if (operation != null) {
            return known(family, operation, message);
        }
        String command = isGeneric() ? " command " + number : "";
        return message.describedAs(nameOf(family, message) + command, FlagNames.UNKNOWN, message.hex());
    }

    private static MessageDescription known(FamilySchema family, OperationSchema operation, MessageBytes message) {
        int prefix = family.isGeneric() ? GENERIC_HEADER : 0;
        MessageField content = MessageDissector.body(
                family.message(operation.header(), operation.attributes()),
                message.buffer(),
                message.body() + prefix,
                message.bodyLength() - prefix);
        String name = family.isGeneric() ? family.name() + " " + operation.name() : operation.name();
        return message.describedAs(name, FlagNames.of(family, operation, message.type()), content);
    }

    private static String nameOf(@Nullable FamilySchema family, MessageBytes message) {
        return family == null ? "type " + message.type() : family.name();
    }

    private boolean isGeneric() {
        return !families.isEmpty() && families.get(0).isGeneric();
    }

    private @Nullable FamilySchema family(int type) {
        return families.stream().filter(f -> owns(f, type)).findFirst().orElse(null);
    }

    private boolean owns(FamilySchema family, int type) {
        return family.isGeneric()
                ? numbers.is(type, family.name())
                : family.byRequest(type).isPresent() || family.byReply(type).isPresent();
    }

    /** In a family with a protocol of its own, requests and replies share one row of numbers, which name themselves. */
    private static @Nullable OperationSchema operation(FamilySchema family, MessageDirection direction, int number) {
        Optional<OperationSchema> found = family.isGeneric() && direction == MessageDirection.FROM_KERNEL
                ? family.byReply(number).or(() -> family.byRequest(number))
                : family.byRequest(number).or(() -> family.byReply(number));
        return found.orElse(null);
    }
}
