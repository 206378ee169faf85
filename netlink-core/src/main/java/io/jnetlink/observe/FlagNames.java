package io.jnetlink.observe;

import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.wire.MessageFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names of the header's flag bits, which mean different things in messages of different kinds. */
enum FlagNames {
    /** Messages that make or change something. */
    NEW("replace", "excl", "create", "append"),
    /** Messages that delete something. */
    DELETE("nonrec", "bulk"),
    /** Messages that ask. */
    GET("root", "match", "atomic"),
    /** Errors, acknowledgements and ends of dumps. */
    CONTROL("capped", "ack-tlvs"),
    /** Messages of which nothing is known. */
    UNKNOWN();

    private static final String[] COMMON = {"request", "multi", "ack", "echo", "dump-intr", "dump-filtered"};
    private static final int FIRST_OWN_BIT = 8;
    private static final int ROUTE_PROTOCOL = 0;

    private static final Set<String> MAKING = Set.of("new", "add", "create", "set", "replace");
    private static final Set<String> DELETING = Set.of("del", "delete", "remove");

    private final String[] own;

    FlagNames(String... own) {
        this.own = own;
    }

    /**
     * The names for an operation's messages.
     *
     * @param type the message's type
     */
    static FlagNames of(FamilySchema family, OperationSchema operation, int type) {
        if (family.isGeneric()) {
            return byWords(operation.name());
        }
        // rtnetlink numbers its messages in fours: new, delete, get, set.
        return family.protocol() == ROUTE_PROTOCOL
                ? new FlagNames[] {NEW, DELETE, GET, NEW}[type & 3]
                : byPrefix(operation.name());
    }

    private static FlagNames byWords(String operation) {
        for (String word : operation.split("[-_]")) {
            if (MAKING.contains(word)) {
                return NEW;
            } else if (DELETING.contains(word)) {
                return DELETE;
            }
        }
        return GET;
    }

    private static FlagNames byPrefix(String operation) {
        if (MAKING.stream().anyMatch(operation::startsWith)) {
            return NEW;
        }
        return DELETING.stream().anyMatch(operation::startsWith) ? DELETE : GET;
    }

    /** The names of the bits that are set, lowest first; bits without a name as one hexadecimal number. */
    List<String> namesOf(int flags) {
        List<String> names = new ArrayList<>();
        int left = take(names, COMMON, 0, flags);
        if (this == GET && (left & MessageFlags.DUMP) == MessageFlags.DUMP) {
            names.add("dump");
            left &= ~MessageFlags.DUMP;
        }
        left = take(names, own, FIRST_OWN_BIT, left);
        if (left != 0) {
            names.add("0x" + Integer.toHexString(left));
        }
        return names;
    }

    private static int take(List<String> names, String[] table, int firstBit, int flags) {
        int left = flags;
        for (int i = 0; i < table.length; i++) {
            int bit = 1 << firstBit + i;
            if ((left & bit) != 0) {
                names.add(table[i]);
                left &= ~bit;
            }
        }
        return left;
    }
}
