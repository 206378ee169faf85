package io.jnetlink.ovs.port;

import io.jnetlink.route.link.LinkMessage;
import java.util.List;

/**
 * A tunnel device that is ready to become a port.
 *
 * <p>Immutable.
 *
 * @param link the device as the kernel reported it
 * @param outcome whether it was there
 * @param warnings what did not work but does no harm, each as a sentence
 */
public record EnsuredDevice(LinkMessage link, DeviceOutcome outcome, List<String> warnings) {

    public EnsuredDevice {
        warnings = List.copyOf(warnings);
    }

    /** Whether the device is new, so that it is to go if its port cannot be added. */
    public boolean isNew() {
        return outcome == DeviceOutcome.CREATED || outcome == DeviceOutcome.RECREATED;
    }
}
