package io.jnetlink.spec.ir;

import java.util.List;
import java.util.Optional;

/**
 * A C struct, laid out with natural alignment. Received structs may be shorter or longer than this, since kernels
 * append members.
 *
 * <p>Immutable.
 *
 * @param name name within the spec
 * @param doc description, empty if there is none
 * @param members the members in order of their offsets
 * @param size length in bytes including the padding at the end
 * @param alignment greatest alignment of the members, 1 if there are none
 * @param header C header that defines it, if not the family's own
 * @param cName name of the C struct without the word {@code struct}
 * @param since first kernel version that knows it, if the spec says so
 */
public record StructIr(
        String name,
        String doc,
        List<MemberIr> members,
        int size,
        int alignment,
        Optional<String> header,
        String cName,
        Optional<String> since) {

    /** Creates a struct whose age is not known. */
    public StructIr(
            String name,
            String doc,
            List<MemberIr> members,
            int size,
            int alignment,
            Optional<String> header,
            String cName) {
        this(name, doc, members, size, alignment, header, cName, Optional.empty());
    }

    /** Copies the list. */
    public StructIr {
        members = List.copyOf(members);
    }

    /** Returns the member of that name, if any. */
    public Optional<MemberIr> member(String memberName) {
        return members.stream().filter(m -> m.name().equals(memberName)).findFirst();
    }
}
