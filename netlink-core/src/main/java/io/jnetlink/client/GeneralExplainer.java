package io.jnetlink.client;

import io.jnetlink.sys.Errno;
import java.util.Map;
import java.util.Optional;

/**
 * What error numbers mean for any family.
 *
 * <p>Immutable.
 */
final class GeneralExplainer implements RefusalExplainer {

    private static final String NOT_THERE = "the running kernel does not have this";

    private static final Map<Integer, String> ALWAYS = Map.ofEntries(
            Map.entry(
                    Errno.EPERM,
                    "it takes CAP_NET_ADMIN in the user namespace that the network namespace belongs to; a few families"
                            + " want it in the initial one"),
            Map.entry(Errno.EACCES, "a security module or the family's own rules forbid it"),
            Map.entry(Errno.EOPNOTSUPP, NOT_THERE + ", or the object's driver does not; a module may not be loaded"),
            Map.entry(Errno.ENOTSUPP, "the object's driver does not have this"),
            Map.entry(Errno.EAFNOSUPPORT, NOT_THERE + " address family; a module may not be loaded"),
            Map.entry(Errno.EPROTONOSUPPORT, NOT_THERE + " protocol; a module may not be loaded"),
            Map.entry(Errno.ENOBUFS, "the kernel had no memory for the answer or for what it tells others"),
            Map.entry(Errno.ENOMEM, "the kernel had no memory for it"));

    @Override
    public Optional<String> explain(RefusedRequest refused) {
        return Optional.ofNullable(ALWAYS.get(refused.errno().number())).or(() -> byCircumstances(refused));
    }

    private static Optional<String> byCircumstances(RefusedRequest refused) {
        return switch (refused.errno().number()) {
            case Errno.EBUSY ->
                refused.dump() ? Optional.of("another dump on this socket was not read to its end") : Optional.empty();
            case Errno.EMSGSIZE ->
                Optional.of(
                        refused.dump()
                                ? "an object is longer than the piece of a dump that the kernel fills at a time; ask for"
                                        + " it alone"
                                : "the answer is longer than the message that the kernel made for it");
            case Errno.ENOENT ->
                refused.is("nlctrl", "getfamily")
                        ? Optional.of("no generic family of this name is registered; its module may not be loaded")
                        : Optional.empty();
            case Errno.EINVAL -> invalid(refused.extendedAck());
            default -> Optional.empty();
        };
    }

    /** Only what is not told already by the name of an attribute. */
    private static Optional<String> invalid(ExtendedAck ack) {
        boolean told = ack.offset().isPresent()
                || ack.missingType().isPresent()
                || ack.policy().isPresent();
        return told
                ? Optional.empty()
                : Optional.of("a value, a length or a combination that this kernel does not take; it gives no reason");
    }
}
