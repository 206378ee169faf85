package io.jnetlink.samples.nl.decode;

import io.jnetlink.message.MessageDissector;
import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Messages as lines for people. Stateless. */
final class MessageText {

    /** Attributes of {@code enum nlmsgerr_attrs}. */
    private static final AttributeSet EXTENDED_ACK = FamilySchema.raw("error", 0)
            .set(
                    "nlmsgerr-attrs",
                    AttributeSchema.of(1, "message", "NLMSGERR_ATTR_MSG", AttributeKind.STRING),
                    AttributeSchema.of(2, "offset", "NLMSGERR_ATTR_OFFS", AttributeKind.U32),
                    AttributeSchema.of(3, "cookie", "NLMSGERR_ATTR_COOKIE", AttributeKind.BINARY),
                    AttributeSchema.of(4, "policy", "NLMSGERR_ATTR_POLICY", AttributeKind.BINARY),
                    AttributeSchema.of(5, "missing-type", "NLMSGERR_ATTR_MISS_TYPE", AttributeKind.U32),
                    AttributeSchema.of(6, "missing-nest", "NLMSGERR_ATTR_MISS_NEST", AttributeKind.U32))
            .build()
            .attributeSet("nlmsgerr-attrs");

    private MessageText() {}

    /** The first line: what it is, and its header. */
    static String title(String name, Optional<Reading> reading, MessageReader message) {
        return name + "  type " + message.type() + "  flags " + flags(message, reading) + "  seq " + message.sequence()
                + "  port " + message.portId() + "  " + message.length() + " bytes";
    }

    private static String flags(MessageReader message, Optional<Reading> reading) {
        int flags = message.flags();
        List<String> names = new ArrayList<>();
        flag(names, flags, MessageFlags.REQUEST, "request");
        flag(names, flags, MessageFlags.MULTI, "multi");
        flag(names, flags, MessageFlags.ACK, "ack");
        flag(names, flags, MessageFlags.ECHO, "echo");
        flag(names, flags, MessageFlags.DUMP_INTERRUPTED, "dump-interrupted");
        flag(names, flags, MessageFlags.DUMP_FILTERED, "dump-filtered");
        if (message.type() < MessageHeader.FIRST_PROTOCOL_TYPE) {
            flag(names, flags, MessageFlags.CAPPED, "capped");
            flag(names, flags, MessageFlags.ACK_TLVS, "ack-tlvs");
            return names.isEmpty() ? "none" : String.join(",", names);
        }
        upperFlags(names, flags, (flags & MessageFlags.REQUEST) == 0 ? Optional.empty() : reading);
        return names.isEmpty() ? "none" : String.join(",", names);
    }

    /** What they mean depends on the operation. */
    private static void upperFlags(List<String> names, int flags, Optional<Reading> request) {
        int rest = flags & ~0xff;
        if (request.isPresent() && request.get().operation().dumpExchange().isPresent()) {
            if ((flags & MessageFlags.DUMP) == MessageFlags.DUMP) {
                names.add("dump");
                rest &= ~MessageFlags.DUMP;
            }
        } else if (request.isPresent() && request.get().operation().name().matches(".*(new|add|set|create).*")) {
            flag(names, flags, MessageFlags.REPLACE, "replace");
            flag(names, flags, MessageFlags.EXCL, "excl");
            flag(names, flags, MessageFlags.CREATE, "create");
            flag(names, flags, MessageFlags.APPEND, "append");
            rest &= ~(MessageFlags.REPLACE | MessageFlags.EXCL | MessageFlags.CREATE | MessageFlags.APPEND);
        }
        if (rest != 0) {
            names.add("0x" + Integer.toHexString(rest));
        }
    }

    private static void flag(List<String> names, int flags, int mask, String name) {
        if ((flags & mask) != 0) {
            names.add(name);
        }
    }

    /** The body of a message that was recognised. */
    static String body(Reading reading, MessageReader message) {
        int at = message.bodyOffset() + reading.prefix();
        int size = Math.max(0, message.bodyLength() - reading.prefix());
        return MessageDissector.body(reading.schema(), message.buffer(), at, size)
                .toTree()
                .indent(2);
    }

    /** The body of one that was not. */
    static String unknown(MessageReader message) {
        return "  " + HexFormat.of().formatHex(message.buffer().bytes(message.bodyOffset(), message.bodyLength()))
                + "\n";
    }

    /** Name of a message that belongs to no family; empty for others. */
    static Optional<String> control(MessageReader message) {
        return switch (message.type()) {
            case MessageHeader.NOOP -> Optional.of("noop");
            case MessageHeader.ERROR -> Optional.of(verdict("error", message));
            case MessageHeader.DONE -> Optional.of(verdict("done", message));
            case MessageHeader.OVERRUN -> Optional.of("overrun");
            default -> Optional.empty();
        };
    }

    private static String verdict(String name, MessageReader message) {
        if (message.bodyLength() < Integer.BYTES) {
            return name;
        }
        int error = message.buffer().s32(message.bodyOffset());
        if (error == 0) {
            return name.equals("error") ? "acknowledgement" : name;
        }
        return name + " " + Errno.of(-error);
    }

    /** What the kernel said beside the error number. */
    static String extendedAck(MessageReader message) {
        boolean hasEcho = message.type() == MessageHeader.ERROR;
        if ((message.flags() & MessageFlags.ACK_TLVS) == 0
                || hasEcho && message.bodyLength() < Integer.BYTES + MessageHeader.SIZE) {
            return "";
        }
        NetlinkBuffer buffer = message.buffer();
        int body = message.bodyOffset();
        long echo = 0;
        if (hasEcho) {
            boolean capped = (message.flags() & MessageFlags.CAPPED) != 0;
            echo = capped ? MessageHeader.SIZE : MessageHeader.length(buffer, body + Integer.BYTES);
        }
        long start = Integer.BYTES + (echo + 3 & ~3L);
        if (start >= message.bodyLength()) {
            return "";
        }
        return MessageDissector.attributes(EXTENDED_ACK, buffer, body + (int) start, message.bodyLength() - (int) start)
                .toTree()
                .indent(2);
    }
}
