package io.jnetlink.spec.ir;

import java.util.List;
import java.util.Optional;

/**
 * One entry of a family's operation list.
 *
 * <p>Immutable.
 *
 * @param name name within the spec
 * @param doc description, empty if there is none
 * @param kind what starts it
 * @param attributeSet set of the attributes after the fixed header; for a notification that of the operation it follows
 * @param fixedHeader struct after the netlink headers and before the attributes, own or inherited from the family
 * @param doExchange the single request, if there is one
 * @param dumpExchange the dump, if there is one
 * @param message what a notification or event carries, its number being in the space of messages from the kernel; for
 *     a reserved entry its number alone
 * @param notifies name of the operation whose reply a notification repeats
 * @param multicastGroup name of the group it is sent to, if the spec says so
 * @param permissions privileges it needs, such as {@code admin-perm}
 * @param requestFlags header flags a request carries by default, beside those every request has
 * @param cName name of the C constant, if derivable
 * @param since first kernel version that knows it, if the spec says so
 */
public record Operation(
        String name,
        String doc,
        OperationKind kind,
        Optional<String> attributeSet,
        Optional<String> fixedHeader,
        Optional<Exchange> doExchange,
        Optional<Exchange> dumpExchange,
        Optional<OperationMessage> message,
        Optional<String> notifies,
        Optional<String> multicastGroup,
        List<String> permissions,
        List<RequestFlag> requestFlags,
        Optional<String> cName,
        Optional<String> since) {

    /** Creates an operation whose age is not known. */
    public Operation(
            String name,
            String doc,
            OperationKind kind,
            Optional<String> attributeSet,
            Optional<String> fixedHeader,
            Optional<Exchange> doExchange,
            Optional<Exchange> dumpExchange,
            Optional<OperationMessage> message,
            Optional<String> notifies,
            Optional<String> multicastGroup,
            List<String> permissions,
            List<RequestFlag> requestFlags,
            Optional<String> cName) {
        this(
                name,
                doc,
                kind,
                attributeSet,
                fixedHeader,
                doExchange,
                dumpExchange,
                message,
                notifies,
                multicastGroup,
                permissions,
                requestFlags,
                cName,
                Optional.empty());
    }

    /** Copies the lists. */
    public Operation {
        permissions = List.copyOf(permissions);
        requestFlags = List.copyOf(requestFlags);
    }
}
