package io.jnetlink.samples.ip.link;

import io.jnetlink.wire.RawAttribute;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts that go to the kernel as they are: {@code ip} leaves it to the kernel to refuse a name that is too long, while
 * the generated builders would not even send it. Stateless.
 */
final class TextAttributes {

    /** Number of {@code IFLA_IFNAME}. */
    static final int IFNAME = 3;

    /** Number of {@code IFLA_ALT_IFNAME}. */
    static final int ALT_IFNAME = 53;

    /** Number of {@code IFLA_INFO_KIND}. */
    static final int INFO_KIND = 1;

    private TextAttributes() {}

    /** Text with a NUL behind it. */
    static RawAttribute terminated(int number, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new RawAttribute(number, Arrays.copyOf(bytes, bytes.length + 1));
    }

    /** Text without a NUL. */
    static RawAttribute bare(int number, String text) {
        return new RawAttribute(number, text.getBytes(StandardCharsets.UTF_8));
    }
}
