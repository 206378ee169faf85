package io.jnetlink.spec.ir;

import java.util.List;

/**
 * One message of an operation. The attribute list says what the spec names for it, which is often incomplete: decode
 * against the whole attribute set.
 *
 * <p>Immutable.
 *
 * @param number message number: {@code nlmsg_type} of a raw protocol, else the generic netlink command
 * @param attributes names of attributes of the operation's set, without duplicates
 */
public record OperationMessage(int number, List<String> attributes) {

    /** Copies the list. */
    public OperationMessage {
        attributes = List.copyOf(attributes);
    }
}
