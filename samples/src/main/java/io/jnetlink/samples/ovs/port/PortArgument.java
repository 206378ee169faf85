package io.jnetlink.samples.ovs.port;

import io.jnetlink.samples.ovs.run.JovsException;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A word that describes a port: {@code vx,type=vxlan,remote_ip=flow,port_no=5}.
 *
 * <p>Immutable.
 *
 * @param name what stands in front; not always the name that the port gets
 * @param type value of {@code type}, null if there is none
 * @param number value of {@code port_no}
 * @param options the others, by name
 */
record PortArgument(String name, @Nullable String type, OptionalInt number, Map<String, String> options) {

    private static final String PORT_NUMBER = "port_no";

    /**
     * Takes a word apart.
     *
     * @throws JovsException if an option stands twice, or the port number is no number
     */
    static PortArgument parse(String word) {
        String[] parts = word.split(",");
        String name = parts.length == 0 ? "" : parts[0];
        String type = null;
        OptionalInt number = OptionalInt.empty();
        Map<String, String> options = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].isEmpty()) {
                continue;
            }
            int equals = parts[i].indexOf('=');
            String key = equals < 0 ? parts[i] : parts[i].substring(0, equals);
            String value = equals < 0 ? "" : parts[i].substring(equals + 1);
            if (key.equals("type")) {
                type = value;
            } else if (key.equals(PORT_NUMBER)) {
                number = OptionalInt.of(number(name, value));
            } else if (options.putIfAbsent(key, value) != null) {
                throw JovsException.of("duplicate \"" + key + "\" option");
            }
        }
        return new PortArgument(name, type, number, Collections.unmodifiableMap(options));
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw JovsException.of(name + ": \"" + value + "\" is no port number");
        }
    }

    /** The type, {@code system} if none is named. */
    String typeOrSystem() {
        return type == null || type.isEmpty() ? PortDescription.SYSTEM : type;
    }
}
