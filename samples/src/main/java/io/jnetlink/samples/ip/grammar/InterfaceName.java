package io.jnetlink.samples.ip.grammar;

import java.nio.charset.StandardCharsets;

/** The rules for names of interfaces. Stateless. */
public final class InterfaceName {

    /** Bytes that the kernel has for a name, its NUL included ({@code IFNAMSIZ}). */
    private static final int SIZE = 16;

    private InterfaceName() {}

    /** Whether it can be the name of an interface: short, not empty, no slash, no blank. */
    public static boolean isValid(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length < SIZE && isValidAlternative(name);
    }

    /** Whether it can be an alternative name, which may be longer. */
    public static boolean isValidAlternative(String name) {
        return !name.isEmpty() && name.chars().noneMatch(c -> c == '/' || c == ' ' || c >= '\t' && c <= '\r');
    }
}
