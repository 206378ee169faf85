package io.jnetlink.client;

import io.jnetlink.message.Operation;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;
import java.util.Collection;
import java.util.Optional;

/**
 * How the messages of a protocol are addressed: what goes into the header's type, and what stands between header and
 * body.
 *
 * <p>Implementations are thread-safe.
 */
public interface MessageFraming {

    /** Families with a netlink protocol of their own: the type is the operation, and the body follows at once. */
    MessageFraming RAW = new MessageFraming() {
        @Override
        public int messageType(Operation<?, ?> operation) {
            return operation.schema().request();
        }

        @Override
        public int prefixLength() {
            return 0;
        }

        @Override
        public void writePrefix(MessageWriter out, Operation<?, ?> operation) {}

        @Override
        public int groupNumber(FamilySchema family, String group) {
            return family.group(group)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "multicast group " + group + " of " + family.name() + " has no fixed number"));
        }

        @Override
        public boolean isReply(Operation<?, ?> operation, MessageReader message) {
            return message.type() == operation.schema().reply();
        }
    };

    /**
     * The type that a request carries; may ask the kernel for it.
     *
     * @throws io.jnetlink.NetlinkException if it cannot be found out
     */
    int messageType(Operation<?, ?> operation);

    /**
     * How to find out an operation's type anew, if a refusal looks as if the kernel knew the type no more. The request is
     * sent once more then, provided that the type has changed.
     *
     * @param errno positive error number
     * @param extendedAck what the kernel said beside it
     * @return empty, unless types of this protocol come and go
     */
    default Optional<TypeRenewal<?, ?>> renewal(Operation<?, ?> operation, int errno, ExtendedAck extendedAck) {
        return Optional.empty();
    }

    /** Bytes between header and body, the same in requests and replies. */
    int prefixLength();

    /** Writes what stands between header and body. */
    void writePrefix(MessageWriter out, Operation<?, ?> operation);

    /** Whether a message, long enough for the prefix, carries the number of the operation's reply or notification. */
    boolean isReply(Operation<?, ?> operation, MessageReader message);

    /**
     * What keeps a subscription in groups of a family whose groups may vanish and come back, and who is told when that has
     * happened; empty for families that stay.
     *
     * @param groups names of groups of the family
     */
    default Optional<GroupRenewal> groupRenewal(FamilySchema family, Collection<String> groups) {
        return Optional.empty();
    }

    /**
     * The number of a multicast group; may ask the kernel for it.
     *
     * @throws IllegalArgumentException if the family has no such group
     * @throws io.jnetlink.NetlinkException if it cannot be found out
     */
    int groupNumber(FamilySchema family, String group);
}
