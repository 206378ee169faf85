package io.jnetlink.samples.ip;

import io.jnetlink.message.MessageDissector;
import io.jnetlink.message.MessageField;
import io.jnetlink.route.link.RtLinkSchema;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows every request as a tree of names and values, and what became of it.
 *
 * <p>Not thread-safe. Answers are counted rather than shown: the command prints what matters of them.
 */
final class MessageExplainer extends KernelWarnings {

    private static final String INDENT = "    ";

    private final List<FamilySchema> families = List.of(RtLinkSchema.FAMILY);
    private final PrintStream err;
    private int answers;

    MessageExplainer(PrintStream err) {
        super(err);
        this.err = err;
    }

    @Override
    public void sent(NetlinkBuffer buffer, int offset, int length) {
        answers = 0;
        int type = MessageHeader.type(buffer, offset);
        Optional<FamilySchema> family =
                families.stream().filter(f -> f.byRequest(type).isPresent()).findFirst();
        String name = family.flatMap(f -> f.byRequest(type))
                .map(OperationSchema::name)
                .orElse("type " + type);
        err.println("> " + name + flags(MessageHeader.flags(buffer, offset), name.startsWith("get")) + ", "
                + MessageHeader.length(buffer, offset) + " bytes");
        family.ifPresent(f -> {
            OperationSchema operation = f.byRequest(type).orElseThrow();
            MessageField body = MessageDissector.body(
                    f.message(operation.header(), operation.attributes()),
                    buffer,
                    offset + MessageHeader.SIZE,
                    length - MessageHeader.SIZE);
            err.print(INDENT + body.toTree().stripTrailing().replace("\n", "\n" + INDENT) + "\n");
        });
    }

    private static String flags(int flags, boolean reads) {
        List<String> names = new ArrayList<>();
        if (reads && (flags & MessageFlags.DUMP) == MessageFlags.DUMP) {
            names.add("dump");
        }
        if (!reads) {
            add(names, flags, MessageFlags.CREATE, "create");
            add(names, flags, MessageFlags.EXCL, "excl");
            add(names, flags, MessageFlags.REPLACE, "replace");
            add(names, flags, MessageFlags.APPEND, "append");
        }
        return names.isEmpty() ? "" : " " + String.join(" ", names);
    }

    private static void add(List<String> names, int flags, int flag, String name) {
        if ((flags & flag) != 0) {
            names.add(name);
        }
    }

    @Override
    public void received(NetlinkBuffer buffer, int offset, int length) {
        int type = MessageHeader.type(buffer, offset);
        if (type == MessageHeader.ERROR || type == MessageHeader.DONE) {
            boolean bare = length < MessageHeader.SIZE + Integer.BYTES;
            int error = bare ? 0 : Math.abs(buffer.s32(offset + MessageHeader.SIZE));
            err.println("< " + (error != 0 ? Errno.of(error).toString() : verdict(type)));
        } else {
            answers++;
        }
        super.received(buffer, offset, length);
    }

    private String verdict(int type) {
        String count = answers == 1 ? "1 answer" : answers + " answers";
        return type == MessageHeader.DONE ? count + ", done" : answers == 0 ? "ack" : count + ", ack";
    }
}
