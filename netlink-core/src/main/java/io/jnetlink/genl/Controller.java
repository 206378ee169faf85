package io.jnetlink.genl;

import io.jnetlink.message.AttributeBuilder;
import io.jnetlink.message.AttributeReader;
import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageValidator;
import io.jnetlink.message.MessageView;
import io.jnetlink.message.Operation;
import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The family that knows the others ({@code nlctrl}). Its id is fixed, so it needs no look-up itself.
 *
 * <p>Written by hand, since generated code stands on the layers above this one.
 */
final class Controller {

    /** Its name, the only one whose number is known beforehand. */
    static final String NAME = "nlctrl";

    /** Its message type ({@code GENL_ID_CTRL}). */
    static final int ID = 0x10;

    /** The group in which it announces families; the kernel gives it the number of the family. */
    static final String NOTIFY = "notify";

    static final int NOTIFY_GROUP = ID;

    private static final int GET_FAMILY = 3;
    static final int NEW_FAMILY = 1;
    private static final int DELETE_FAMILY = 2;
    private static final int NEW_GROUP = 7;
    private static final int DELETE_GROUP = 8;

    private static final int FAMILY_ID = 1;
    private static final int FAMILY_NAME = 2;
    private static final int VERSION = 3;
    private static final int HEADER_SIZE = 4;
    private static final int MULTICAST_GROUPS = 7;
    private static final int GROUP_NAME = 1;
    private static final int GROUP_ID = 2;

    static final FamilySchema FAMILY = FamilySchema.generic(NAME)
            .version(2)
            .set(
                    "ctrl-attrs",
                    attribute(FAMILY_ID, "family-id", AttributeKind.U16),
                    attribute(FAMILY_NAME, "family-name", AttributeKind.STRING),
                    attribute(VERSION, "version", AttributeKind.U32),
                    attribute(HEADER_SIZE, "hdrsize", AttributeKind.U32),
                    attribute(MULTICAST_GROUPS, "mcast-groups", AttributeKind.INDEXED_ARRAY)
                            .withNested("mcast-group-attrs"))
            .set(
                    "mcast-group-attrs",
                    AttributeSchema.of(GROUP_NAME, "name", "CTRL_ATTR_MCAST_GRP_NAME", AttributeKind.STRING),
                    AttributeSchema.of(GROUP_ID, "id", "CTRL_ATTR_MCAST_GRP_ID", AttributeKind.U32))
            .operation(new OperationSchema("getfamily", GET_FAMILY, NEW_FAMILY, null, "ctrl-attrs"))
            .operation(new OperationSchema("delfamily-ntf", -1, DELETE_FAMILY, null, "ctrl-attrs"))
            .operation(new OperationSchema("newmcast-grp-ntf", -1, NEW_GROUP, null, "ctrl-attrs"))
            .operation(new OperationSchema("delmcast-grp-ntf", -1, DELETE_GROUP, null, "ctrl-attrs"))
            .group(NOTIFY, NOTIFY_GROUP)
            .build();

    static final Operation<Reply, Reply> GETFAMILY =
            new Operation<>(FAMILY, FAMILY.operation("getfamily"), 0, Reply::new, Reply::new);

    private Controller() {}

    /** Asks for a family by name. */
    static Reply byName(String name) {
        return new Query().name(name).toReply();
    }

    /** Asks for all families. */
    static Reply all() {
        return new Query().toReply();
    }

    private static AttributeSchema attribute(int number, String name, AttributeKind kind) {
        return AttributeSchema.of(
                number, name, "CTRL_ATTR_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), kind);
    }

    private static final class Query extends AttributeBuilder {

        private Query() {
            super(FAMILY.attributeSet("ctrl-attrs"), MessageWriter.onHeap());
        }

        private Query name(String name) {
            putText(FAMILY_NAME, name, true);
            return this;
        }

        private Reply toReply() {
            byte[] bytes = writtenBytes();
            return new Reply(NetlinkBuffer.wrap(bytes), 0, bytes.length);
        }
    }

    /** What the controller says of a family; the same attributes make the question. */
    static final class Reply extends AttributeReader implements MessageBody, MessageView {

        private Reply() {
            super(FAMILY.attributeSet("ctrl-attrs"));
        }

        private Reply(NetlinkBuffer source, int offset, int length) {
            this();
            MessageValidator.check(schema(), source, offset, length);
            attach(NetlinkBuffer.wrap(source.bytes(offset, length)), 0, length);
        }

        @Override
        public void wrapBody(NetlinkBuffer source, int offset, int length) {
            attach(source, offset, length);
        }

        /** The name of the family that it is about; null if it does not tell. */
        @Nullable
        String familyName() {
            return has(FAMILY_NAME) ? text(FAMILY_NAME) : null;
        }

        /**
         * The family told of.
         *
         * @throws MalformedMessageException if what makes a family is missing
         */
        GenericFamily family() {
            if (!has(FAMILY_NAME) || !has(FAMILY_ID) || !has(VERSION) || !has(HEADER_SIZE)) {
                throw new MalformedMessageException("a family without name, id, version or header size", offset());
            }
            return new GenericFamily(
                    text(FAMILY_NAME), u16(FAMILY_ID), (int) u32(VERSION), (int) u32(HEADER_SIZE), groups());
        }

        private Map<String, Integer> groups() {
            Map<String, Integer> groups = new HashMap<>();
            if (has(MULTICAST_GROUPS)) {
                AttributeCursor array = new AttributeCursor()
                        .wrap(buffer(), payload(MULTICAST_GROUPS, 0), payloadLength(MULTICAST_GROUPS));
                while (array.next()) {
                    addGroup(groups, array.payloadOffset(), array.payloadLength());
                }
            }
            return groups;
        }

        private void addGroup(Map<String, Integer> groups, int offset, int length) {
            Group group = new Group(buffer(), offset, length);
            if (!group.has(GROUP_NAME) || !group.has(GROUP_ID)) {
                throw new MalformedMessageException("a multicast group without name or id", offset);
            }
            groups.put(group.name(), group.id());
        }
    }

    private static final class Group extends AttributeReader {

        private Group(NetlinkBuffer source, int offset, int length) {
            super(FAMILY.attributeSet("mcast-group-attrs"));
            attach(source, offset, length);
        }

        private String name() {
            return text(GROUP_NAME);
        }

        private int id() {
            return (int) u32(GROUP_ID);
        }
    }
}
