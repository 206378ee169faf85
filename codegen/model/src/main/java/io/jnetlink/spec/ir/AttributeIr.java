package io.jnetlink.spec.ir;

import java.util.List;
import java.util.Optional;

/**
 * One attribute of an {@link AttributeSetIr}.
 *
 * <p>Immutable.
 *
 * @param name name within the set
 * @param number attribute type number, 0 to 16383; 0 is an ordinary number
 * @param doc description, empty if there is none
 * @param type payload as received, and as sent unless {@code requestType} says otherwise
 * @param requestType payload as sent, where it differs
 * @param multiple whether the attribute repeats to form a list
 * @param checks what the kernel demands of it in requests
 * @param displayHint how to print it
 * @param cName name of the C constant, if derivable
 * @param since first kernel version that knows it, for example {@code 6.18}
 * @param defaultValue what the kernel assumes if it is absent, as text
 * @param mutability whether it can be changed later
 * @param conflicts names of attributes of the same set that must not be present beside it
 * @param keyword the word that stands for it on the command line of iproute2
 * @param nestFlag whether a nest is sent with the nested bit
 * @param terminated whether text is sent with a NUL behind it
 */
public record AttributeIr(
        String name,
        int number,
        String doc,
        TypeIr type,
        Optional<TypeIr> requestType,
        boolean multiple,
        Checks checks,
        Optional<DisplayHint> displayHint,
        Optional<String> cName,
        Optional<String> since,
        Optional<String> defaultValue,
        Optional<Mutability> mutability,
        List<String> conflicts,
        Optional<String> keyword,
        boolean nestFlag,
        boolean terminated) {

    /** Copies the list. */
    public AttributeIr {
        conflicts = List.copyOf(conflicts);
    }

    /** Returns the payload as sent. */
    public TypeIr sentType() {
        return requestType.orElse(type);
    }
}
