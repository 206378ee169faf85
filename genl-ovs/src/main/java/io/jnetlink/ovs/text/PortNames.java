package io.jnetlink.ovs.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Names of a datapath's ports.
 *
 * <p>As thread-safe as the implementation; those made here are immutable.
 */
public interface PortNames {

    /** Number of the port with a name. */
    OptionalLong numberOf(String name);

    /** Name of the port with a number. */
    Optional<String> nameOf(long number);

    /** No names at all: ports are numbers. */
    static PortNames none() {
        return of(Map.of());
    }

    /**
     * Names that do not change any more.
     *
     * @param names name by number of the port
     */
    static PortNames of(Map<Long, String> names) {
        Map<Long, String> byNumber = Map.copyOf(names);
        Map<String, Long> byName = new HashMap<>();
        byNumber.forEach((number, name) -> byName.put(name, number));
        return new PortNames() {
            @Override
            public OptionalLong numberOf(String name) {
                Long number = byName.get(name);
                return number == null ? OptionalLong.empty() : OptionalLong.of(number);
            }

            @Override
            public Optional<String> nameOf(long number) {
                return Optional.ofNullable(byNumber.get(number));
            }
        };
    }
}
