package io.jnetlink.spec;

import java.util.Locale;
import java.util.Set;

/**
 * What spec names are called in Java sources.
 *
 * <p>Stateless. A name is cut at everything that is neither letter nor digit, and a piece in capitals counts as one word.
 * A name that would start with a digit gets an underscore in front; a member that is a keyword, or that the parents of
 * generated classes have a method for, gets one behind.
 */
public final class JavaNames {

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while",
            "_");

    /** Methods of generated classes or their parents. */
    private static final Set<String> TAKEN = Set.of(
            "adding",
            "buffer",
            "build",
            "builder",
            "clone",
            "decode",
            "equals",
            "finalize",
            "firstNumber",
            "getClass",
            "has",
            "hashCode",
            "isSet",
            "length",
            "messageSchema",
            "notify",
            "notifyAll",
            "offset",
            "out",
            "raw",
            "remove",
            "schema",
            "toBuilder",
            "toByteArray",
            "toString",
            "toValue",
            "unknown",
            "wait",
            "wrap",
            "wrapBody",
            "writeTo",
            "writtenBytes",
            "yield");

    private JavaNames() {}

    /** {@code linkinfo-vxlan-attrs} becomes {@code LinkinfoVxlanAttrs}. */
    public static String type(String specName) {
        return startingWithLetter(joined(specName));
    }

    /** {@code port-range} becomes {@code portRange}, {@code new} becomes {@code new_}. */
    public static String member(String specName) {
        String capitals = joined(specName);
        String name = startingWithLetter(capitals.substring(0, 1).toLowerCase(Locale.ROOT) + capitals.substring(1));
        return KEYWORDS.contains(name) || TAKEN.contains(name) ? name + "_" : name;
    }

    /** {@code port-range} becomes {@code PORT_RANGE}. */
    public static String constant(String specName) {
        return startingWithLetter(String.join("_", pieces(specName)).toUpperCase(Locale.ROOT));
    }

    /** {@code portRange} with prefix {@code has} becomes {@code hasPortRange}. */
    public static String prefixed(String prefix, String member) {
        String bare = member.startsWith("_") ? member.substring(1) : member;
        return prefix + bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
    }

    private static String joined(String specName) {
        StringBuilder name = new StringBuilder();
        for (String piece : pieces(specName)) {
            boolean capitals = piece.equals(piece.toUpperCase(Locale.ROOT));
            name.append(piece.substring(0, 1).toUpperCase(Locale.ROOT));
            name.append(capitals ? piece.substring(1).toLowerCase(Locale.ROOT) : piece.substring(1));
        }
        return name.toString();
    }

    private static String[] pieces(String specName) {
        String trimmed = specName.replaceAll("^[^a-zA-Z0-9]+", "");
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("no letter or digit in the name \"" + specName + "\"");
        }
        return trimmed.split("[^a-zA-Z0-9]+");
    }

    private static String startingWithLetter(String name) {
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }
}
