package io.jnetlink.observe;

import io.jnetlink.message.MessageDissector;
import io.jnetlink.message.MessageField;
import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import java.util.ArrayList;
import java.util.List;

/** A message of the kinds that every netlink protocol has: errors, acknowledgements, ends of dumps. */
final class ControlMessage {

    private static final FamilySchema NETLINK = FamilySchema.raw("netlink", 0)
            .set(
                    "nlmsgerr-attrs",
                    AttributeSchema.of(1, "message", "NLMSGERR_ATTR_MSG", AttributeKind.STRING),
                    AttributeSchema.of(2, "offset", "NLMSGERR_ATTR_OFFS", AttributeKind.U32),
                    AttributeSchema.of(3, "cookie", "NLMSGERR_ATTR_COOKIE", AttributeKind.BINARY),
                    AttributeSchema.nest(4, "policy", "NLMSGERR_ATTR_POLICY", "policy-attrs"),
                    AttributeSchema.of(5, "missing-type", "NLMSGERR_ATTR_MISS_TYPE", AttributeKind.U32),
                    AttributeSchema.of(6, "missing-nest", "NLMSGERR_ATTR_MISS_NEST", AttributeKind.U32))
            .set(
                    "policy-attrs",
                    AttributeSchema.of(1, "type", "NL_POLICY_TYPE_ATTR_TYPE", AttributeKind.U32),
                    AttributeSchema.of(2, "min-value-s", "NL_POLICY_TYPE_ATTR_MIN_VALUE_S", AttributeKind.S64),
                    AttributeSchema.of(3, "max-value-s", "NL_POLICY_TYPE_ATTR_MAX_VALUE_S", AttributeKind.S64),
                    AttributeSchema.of(4, "min-value-u", "NL_POLICY_TYPE_ATTR_MIN_VALUE_U", AttributeKind.U64),
                    AttributeSchema.of(5, "max-value-u", "NL_POLICY_TYPE_ATTR_MAX_VALUE_U", AttributeKind.U64),
                    AttributeSchema.of(6, "min-length", "NL_POLICY_TYPE_ATTR_MIN_LENGTH", AttributeKind.U32),
                    AttributeSchema.of(7, "max-length", "NL_POLICY_TYPE_ATTR_MAX_LENGTH", AttributeKind.U32),
                    AttributeSchema.of(10, "bitfield32-mask", "NL_POLICY_TYPE_ATTR_BITFIELD32_MASK", AttributeKind.U32),
                    AttributeSchema.of(12, "mask", "NL_POLICY_TYPE_ATTR_MASK", AttributeKind.U64))
            .build();

    private static final AttributeSet EXTENDED_ACK = NETLINK.attributeSet("nlmsgerr-attrs");
    private static final int ERRNO_SIZE = Integer.BYTES;

    private final MessageDescriber describer;
    private final MessageBytes message;
    private final List<MessageField> fields = new ArrayList<>();

    ControlMessage(MessageDescriber describer, MessageBytes message) {
        this.describer = describer;
        this.message = message;
    }

    MessageDescription describe() {
        int type = message.type();
        String name = switch (type) {
            case MessageHeader.NOOP -> "noop";
            case MessageHeader.OVERRUN -> "overrun";
            case MessageHeader.ERROR -> verdict("ack", "error ");
            case MessageHeader.DONE -> verdict("done", "done with ");
            default -> "type " + type;
        };
        if (type == MessageHeader.ERROR) {
            addRequest();
        } else if (type == MessageHeader.DONE) {
            addExtendedAck(ERRNO_SIZE);
        }
        return message.describedAs(name, FlagNames.CONTROL, MessageField.group("", fields));
    }

    private String verdict(String success, String failure) {
        int errno = message.bodyLength() < ERRNO_SIZE
                ? 0
                : Math.abs(message.buffer().s32(message.body()));
        return errno == 0 ? success : failure + Errno.of(errno);
    }

    /** The request that it answers, of which the kernel repeats the header or everything. */
    private void addRequest() {
        int left = message.bodyLength() - ERRNO_SIZE;
        int at = message.body() + ERRNO_SIZE;
        // An error about an error would lead in circles; no kernel sends one.
        if (left < MessageHeader.SIZE || MessageHeader.type(message.buffer(), at) < MessageHeader.FIRST_PROTOCOL_TYPE) {
            return;
        }
        long claimed = MessageHeader.length(message.buffer(), at);
        boolean whole = !message.has(MessageFlags.CAPPED) && claimed >= MessageHeader.SIZE && claimed <= left;
        int echoed = whole ? (int) claimed : MessageHeader.SIZE;
        MessageDescription request =
                describer.describe(MessageDirection.TO_KERNEL, new MessageBytes(message.buffer(), at, echoed));
        fields.add(MessageField.leaf("of", request.name() + " seq " + request.sequence() + ", " + claimed + " bytes"));
        if (whole && !request.body().children().isEmpty()) {
            fields.add(MessageField.group("request", request.body().children()));
        }
        addExtendedAck(ERRNO_SIZE + MessageHeader.align(echoed));
    }

    private void addExtendedAck(int start) {
        int length = message.bodyLength() - start;
        if (message.has(MessageFlags.ACK_TLVS) && length > 0) {
            fields.addAll(MessageDissector.attributes(EXTENDED_ACK, message.buffer(), message.body() + start, length)
                    .children());
        }
    }
}
