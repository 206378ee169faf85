package io.jnetlink.vxlan;

import io.jnetlink.NetlinkException;
import java.util.List;

/**
 * The running kernel is older than an option: it ignored it without a word, as kernels do. The device was removed again.
 */
public final class IgnoredOptionException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> options;

    IgnoredOptionException(String device, List<String> options) {
        super(device + ": the running kernel does not know " + String.join(", ", options)
                + "; the device was removed again");
        this.options = List.copyOf(options);
    }

    /** The attributes that the kernel ignored, by the names of the UAPI header. */
    public List<String> options() {
        return options;
    }
}
