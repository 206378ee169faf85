package io.jnetlink.spec.ir;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A netlink family as its spec describes it, completely resolved: every number is computed and every name used by an
 * element is defined here. What other specs define stands among the family's own elements, behind these.
 *
 * <p>Immutable.
 *
 * @param name family name; for generic netlink the one it is resolved by
 * @param doc description, empty if there is none
 * @param protocol schema level of the spec
 * @param protocolNumber number given to {@code socket(2)}; 16 for generic netlink
 * @param version generic netlink version, 1 if the spec names none
 * @param operationModel how operations are numbered
 * @param header the C header with the family's constants
 * @param constants constants in spec order
 * @param enums enums and flags in spec order
 * @param structs structs in spec order
 * @param attributeSets attribute sets in spec order
 * @param subMessages sub-messages in spec order
 * @param operations operations in spec order
 * @param multicastGroups multicast groups in spec order
 * @param imports which of the elements other families define
 */
public record Family(
        String name,
        String doc,
        Protocol protocol,
        int protocolNumber,
        int version,
        OperationModel operationModel,
        String header,
        List<ConstantIr> constants,
        List<EnumIr> enums,
        List<StructIr> structs,
        List<AttributeSetIr> attributeSets,
        List<SubMessageIr> subMessages,
        List<Operation> operations,
        List<MulticastGroupIr> multicastGroups,
        List<ImportIr> imports) {

    /** The protocol number of generic netlink. */
    public static final int GENERIC_NETLINK = 16;

    /** Copies the lists. */
    public Family {
        constants = List.copyOf(constants);
        enums = List.copyOf(enums);
        structs = List.copyOf(structs);
        attributeSets = List.copyOf(attributeSets);
        subMessages = List.copyOf(subMessages);
        operations = List.copyOf(operations);
        multicastGroups = List.copyOf(multicastGroups);
        imports = List.copyOf(imports);
    }

    /** Returns the constant of that name, or throws {@link NoSuchElementException}. */
    public ConstantIr constant(String constantName) {
        return find(constants, ConstantIr::name, constantName, "constant");
    }

    /** Returns the enum or flags of that name, or throws {@link NoSuchElementException}. */
    public EnumIr enumeration(String enumName) {
        return find(enums, EnumIr::name, enumName, "enum");
    }

    /** Returns the struct of that name, or throws {@link NoSuchElementException}. */
    public StructIr struct(String structName) {
        return find(structs, StructIr::name, structName, "struct");
    }

    /** Returns the attribute set of that name, or throws {@link NoSuchElementException}. */
    public AttributeSetIr attributeSet(String setName) {
        return find(attributeSets, AttributeSetIr::name, setName, "attribute set");
    }

    /** Returns the sub-message of that name, or throws {@link NoSuchElementException}. */
    public SubMessageIr subMessage(String subMessageName) {
        return find(subMessages, SubMessageIr::name, subMessageName, "sub-message");
    }

    /** Returns the operation of that name, or throws {@link NoSuchElementException}. */
    public Operation operation(String operationName) {
        return find(operations, Operation::name, operationName, "operation");
    }

    /** Returns the multicast group of that name, or throws {@link NoSuchElementException}. */
    public MulticastGroupIr multicastGroup(String groupName) {
        return find(multicastGroups, MulticastGroupIr::name, groupName, "multicast group");
    }

    private <T> T find(List<T> elements, Function<T, String> nameOf, String wanted, String what) {
        Optional<T> found =
                elements.stream().filter(e -> nameOf.apply(e).equals(wanted)).findFirst();
        return found.orElseThrow(
                () -> new NoSuchElementException("family '" + name + "' has no " + what + " '" + wanted + "'"));
    }
}
