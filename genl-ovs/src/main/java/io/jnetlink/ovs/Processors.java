package io.jnetlink.ovs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many processors the kernel may ever run on, which is not how many this process may use. */
final class Processors {

    private static final Path POSSIBLE = Path.of("/sys/devices/system/cpu/possible");

    private Processors() {}

    /** One more than the highest number of a processor. */
    static int possible() {
        try {
            return Math.max(count(Files.readString(POSSIBLE)), own());
        } catch (IOException | NumberFormatException e) {
            return own();
        }
    }

    /** Of a list such as {@code 0-3,8}, in ascending order. */
    static int count(String list) {
        String text = list.strip();
        int last = Math.max(text.lastIndexOf('-'), text.lastIndexOf(','));
        return Integer.parseInt(text.substring(last + 1)) + 1;
    }

    private static int own() {
        return Runtime.getRuntime().availableProcessors();
    }
}
