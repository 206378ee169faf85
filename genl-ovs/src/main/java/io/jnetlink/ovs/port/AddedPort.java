package io.jnetlink.ovs.port;

import java.util.List;

/**
 * A port that was added, and how.
 *
 * <p>Immutable.
 *
 * @param port the port as the kernel reported it
 * @param device how it came to its device
 * @param warnings what did not work but does no harm, each as a sentence
 */
public record AddedPort(OvsPort port, DeviceOutcome device, List<String> warnings) {

    public AddedPort {
        warnings = List.copyOf(warnings);
    }
}
