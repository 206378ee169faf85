package io.jnetlink.spec.ir;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A multicast group.
 *
 * <p>Immutable.
 *
 * @param name name; for generic netlink the one it is resolved by
 * @param number group number, fixed for raw protocols; empty where it is resolved at run time, or where the spec of a raw
 *     protocol does not tell it
 * @param cName name of the C constant: the number for raw protocols, else the macro that holds the name
 */
public record MulticastGroupIr(String name, OptionalInt number, Optional<String> cName) {}
