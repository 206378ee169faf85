package io.jnetlink.spec.yaml;

import io.jnetlink.spec.Location;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A scalar.
 *
 * <p>Immutable.
 *
 * @param location where it starts
 * @param text its text as written, without quotes
 * @param type what the core schema takes it for
 */
public record YamlScalar(Location location, String text, Type type) implements YamlNode {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL|");

    /** No number of the language has more digits; longer ones are not worth the time to convert them. */
    private static final int MAX_DIGITS = 64;

    /**
     * The scalar types of the core schema.
     *
     * <p>Immutable.
     */
    public enum Type {
        /** Anything quoted, and plain text that is nothing else. */
        TEXT("a text"),
        /** A whole number. */
        INTEGER("a number"),
        /** A number with a fraction or exponent. */
        FLOAT("a fractional number"),
        /** True or false. */
        TRUTH("a truth value"),
        /** No value. */
        NULL("empty");

        private final String noun;

        Type(String noun) {
            this.noun = noun;
        }
    }

    /** Returns the type that a plain, untagged scalar with this text has. */
    public static Type typeOfPlain(String text) {
        if (NOTHING.matcher(text).matches()) {
            return Type.NULL;
        }
        if (TRUTH.matcher(text).matches()) {
            return Type.TRUTH;
        }
        boolean integer = DECIMAL.matcher(text).matches()
                || OCTAL.matcher(text).matches()
                || HEXADECIMAL.matcher(text).matches();
        if (integer) {
            return Type.INTEGER;
        }
        return FLOAT.matcher(text).matches() ? Type.FLOAT : Type.TEXT;
    }

    /** Returns the number, if this is a whole number of reasonable length. */
    public Optional<BigInteger> integer() {
        if (type != Type.INTEGER || text.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        if (text.startsWith("0x")) {
            return Optional.of(new BigInteger(text.substring(2), 16));
        }
        if (text.startsWith("0o")) {
            return Optional.of(new BigInteger(text.substring(2), 8));
        }
        return Optional.of(new BigInteger(text));
    }

    /** Returns the truth value, if this is one. */
    public Optional<Boolean> truth() {
        return type == Type.TRUTH ? Optional.of(text.equalsIgnoreCase("true")) : Optional.empty();
    }

    @Override
    public long weight() {
        return 1;
    }

    @Override
    public String kind() {
        return type.noun;
    }
}
