package io.jnetlink.property.uapi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kernel release, such as 6.18.
 *
 * <p>Immutable.
 */
record KernelVersion(int major, int minor) implements Comparable<KernelVersion> {

    private static final Pattern TEXT = Pattern.compile("(\\d+)\\.(\\d+)(\\..*)?");

    /** Reads a text such as {@code 6.18}; what follows the second number is dropped. */
    static KernelVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no kernel release: " + text);
        }
        return new KernelVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Reads {@code LINUX_VERSION_CODE}. */
    static KernelVersion ofCode(long code) {
        return new KernelVersion((int) (code >> 16), (int) (code >> 8 & 0xff));
    }

    boolean isNewerThan(KernelVersion other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(KernelVersion other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
