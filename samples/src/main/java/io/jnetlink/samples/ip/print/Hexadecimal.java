package io.jnetlink.samples.ip.print;

/** Numbers as {@code printf} writes them with {@code %#llx}. Stateless. */
final class Hexadecimal {

    private Hexadecimal() {}

    static String of(long value) {
        return value == 0 ? "0" : "0x" + Long.toHexString(value);
    }
}
