package io.jnetlink.genl;

import io.jnetlink.NetlinkException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kernel has no generic-netlink family of a name, at present or in this network namespace.
 *
 * <p>Not a {@link io.jnetlink.client.NotFoundException}, which says that a family does not know an object.
 */
public final class UnknownFamilyException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    private final String family;

    UnknownFamilyException(String family, @Nullable Throwable cause) {
        super(sentence(family), cause);
        this.family = family;
    }

    /** Name of the family. */
    public String family() {
        return family;
    }

    /** Name of the kernel module that brings it along, if that is known. */
    public Optional<String> module() {
        return FamilyModule.of(family);
    }

    private static String sentence(String family) {
        String hint = FamilyModule.of(family)
                .map(module -> " (module " + module + " not loaded?)")
                .orElse("");
        return "the kernel has no generic-netlink family " + family + hint;
    }
}
