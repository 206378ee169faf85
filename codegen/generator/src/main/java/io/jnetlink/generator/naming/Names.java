package io.jnetlink.generator.naming;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * From spec names to Java names.
 *
 * <p>Stateless. The rule: a spec name is cut at every character that is neither letter nor digit; the pieces become
 * {@code CamelCase} for types, {@code camelCase} for methods and {@code UPPER_CASE} for constants; a piece in capitals
 * counts as one word. A name that starts with a digit gets an underscore in front. A method name that is a keyword, or
 * that the parents of generated classes already use, gets an underscore behind. Names that then are still equal within
 * one class get further underscores, in spec order ({@link NameScope}).
 */
public final class Names {

    /** Methods of generated classes' parents, or of the classes themselves, that a getter or setter would collide with. */
    private static final Set<String> TAKEN = Set.of(
            "adding",
            "buffer",
            "build",
            "builder",
            "clone",
            "decode",
            "equals",
            "finalize",
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

    private Names() {}

    /** {@code linkinfo-vxlan-attrs} becomes {@code LinkinfoVxlanAttrs}. */
    public static String type(String specName) {
        return mendStart(capitals(specName));
    }

    /** {@code port-range} becomes {@code portRange}, {@code new} becomes {@code new_}. */
    public static String member(String specName) {
        String camel = capitals(specName);
        String name = mendStart(camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1));
        return SourceVersion.isKeyword(name) || TAKEN.contains(name) ? name + "_" : name;
    }

    /** {@code port-range} becomes {@code PORT_RANGE}. */
    public static String constant(String specName) {
        StringBuilder name = new StringBuilder();
        for (String piece : pieces(specName)) {
            name.append(name.length() == 0 ? "" : "_").append(piece.toUpperCase(Locale.ROOT));
        }
        return mendStart(name.toString());
    }

    /** {@code port-range} with prefix {@code has} becomes {@code hasPortRange}; the name is a Java member name already. */
    public static String prefixed(String prefix, String memberName) {
        String bare = memberName.startsWith("_") ? memberName.substring(1) : memberName;
        return prefix + bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
    }

    private static String capitals(String specName) {
        StringBuilder name = new StringBuilder();
        for (String piece : pieces(specName)) {
            String word = piece.equals(piece.toUpperCase(Locale.ROOT)) ? piece.toLowerCase(Locale.ROOT) : piece;
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
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

    private static String mendStart(String name) {
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }
}
