package io.jnetlink.samples.ovs.run;

import io.jnetlink.client.MessageObserver;
import io.jnetlink.message.MessageDissector;
import io.jnetlink.message.MessageField;
import io.jnetlink.ovs.ctlimit.OvsCtLimitSchema;
import io.jnetlink.ovs.datapath.OvsDatapathSchema;
import io.jnetlink.ovs.flow.OvsFlowSchema;
import io.jnetlink.ovs.meter.OvsMeterSchema;
import io.jnetlink.ovs.packet.OvsPacketSchema;
import io.jnetlink.ovs.vport.OvsVportSchema;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows every message to and from the kernel: those of Open vSwitch's families as trees of names and values, the others by
 * number and length. What number a family has is taken from the kernel's own answers.
 *
 * <p>Not thread-safe.
 */
final class MessageTrace implements MessageObserver {

    private static final String INDENT = "    ";
    private static final int GENERIC_HEADER = 4;
    private static final int CONTROLLER = 16;
    private static final int FAMILY_ID = 1;
    private static final int FAMILY_NAME = 2;

    private static final List<FamilySchema> FAMILIES = List.of(
            OvsDatapathSchema.FAMILY,
            OvsVportSchema.FAMILY,
            OvsFlowSchema.FAMILY,
            OvsPacketSchema.FAMILY,
            OvsMeterSchema.FAMILY,
            OvsCtLimitSchema.FAMILY);

    private final PrintStream err;
    private final Map<Integer, FamilySchema> numbers = new HashMap<>();

    MessageTrace(PrintStream err) {
        this.err = err;
    }

    @Override
    public void sent(NetlinkBuffer buffer, int offset, int length) {
        show("> ", buffer, offset, length);
    }

    @Override
    public void received(NetlinkBuffer buffer, int offset, int length) {
        int type = MessageHeader.type(buffer, offset);
        if (type == MessageHeader.ERROR || type == MessageHeader.DONE) {
            boolean bare = length < MessageHeader.SIZE + Integer.BYTES;
            int error = bare ? 0 : Math.abs(buffer.s32(offset + MessageHeader.SIZE));
            String good = type == MessageHeader.DONE ? "done" : "ack";
            err.println("< " + (error != 0 ? Errno.of(error).toString() : good));
            return;
        }
        if (type == CONTROLLER) {
            learn(buffer, offset, length);
        }
        show("< ", buffer, offset, length);
    }

    private void show(String direction, NetlinkBuffer buffer, int offset, int length) {
        int type = MessageHeader.type(buffer, offset);
        FamilySchema family = numbers.get(type);
        if (family == null || length < MessageHeader.SIZE + GENERIC_HEADER) {
            String name = type == CONTROLLER ? "nlctrl" : "type " + type;
            err.println(direction + name + ", " + length + " bytes");
            return;
        }
        int command = buffer.u8(offset + MessageHeader.SIZE);
        Optional<OperationSchema> operation = family.byRequest(command).or(() -> family.byReply(command));
        String name = operation.map(OperationSchema::name).orElse("command " + command);
        err.println(direction + family.name() + " " + name + ", flags 0x"
                + Integer.toHexString(MessageHeader.flags(buffer, offset)) + ", " + length + " bytes");
        operation.ifPresent(known -> {
            int start = MessageHeader.SIZE + GENERIC_HEADER;
            MessageField body = MessageDissector.body(
                    family.message(known.header(), known.attributes()), buffer, offset + start, length - start);
            err.print(INDENT + body.toTree().stripTrailing().replace("\n", "\n" + INDENT) + "\n");
        });
    }

    private void learn(NetlinkBuffer buffer, int offset, int length) {
        int start = MessageHeader.SIZE + GENERIC_HEADER;
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, offset + start, length - start);
        int number = 0;
        String name = "";
        while (cursor.next()) {
            if (cursor.type() == FAMILY_ID) {
                number = buffer.u16(cursor.payloadOffset());
            } else if (cursor.type() == FAMILY_NAME) {
                name = buffer.text(cursor.payloadOffset(), cursor.payloadLength());
            }
        }
        for (FamilySchema family : FAMILIES) {
            if (family.name().equals(name)) {
                numbers.put(number, family);
            }
        }
    }
}
