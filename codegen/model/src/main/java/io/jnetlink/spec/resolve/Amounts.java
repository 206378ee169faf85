package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.yaml.YamlScalar;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers that may be spelled as a literal, the name of a constant, the limit of a width such as {@code u32-max},
 * or a constant less one such as {@code name-size - 1}.
 *
 * <p>Not thread-safe.
 */
final class Amounts {
    private static final Pattern LIMIT = Pattern.compile("([us])(8|16|32|64)-(min|max)");
    private static final Pattern LESS_ONE = Pattern.compile("([0-9A-Za-z_-]+) - 1");

    private final Context context;
    private final Definitions definitions;

    Amounts(Context context, Definitions definitions) {
        this.context = context;
        this.definitions = definitions;
    }

    /** Returns the number under a key, within bounds. */
    Optional<BigInteger> amount(Section section, String key, BigInteger min, BigInteger max) {
        Optional<BigInteger> number = section.scalar(key).flatMap(s -> number(section, key, s));
        if (number.isPresent()
                && (number.get().compareTo(min) < 0 || number.get().compareTo(max) > 0)) {
            String message = "'%s' must lie between %s and %s, but is %s".formatted(key, min, max, number.get());
            section.report(key, Rule.OUT_OF_RANGE, message);
            return Optional.empty();
        }
        return number;
    }

    /** Returns the length under a key. */
    Optional<Integer> length(Section section, String key) {
        BigInteger max = BigInteger.valueOf(0xffff);
        return amount(section, key, BigInteger.ZERO, max).map(BigInteger::intValueExact);
    }

    private Optional<BigInteger> number(Section section, String key, YamlScalar scalar) {
        if (scalar.type() == YamlScalar.Type.INTEGER) {
            Optional<BigInteger> literal = scalar.integer();
            if (literal.isEmpty()) {
                section.report(key, Rule.OUT_OF_RANGE, "'%s' is far out of range".formatted(key));
            }
            return literal;
        }
        Matcher limit = LIMIT.matcher(scalar.text());
        if (limit.matches()) {
            return Optional.of(limit(limit));
        }
        Matcher lessOne = LESS_ONE.matcher(scalar.text());
        if (lessOne.matches()) {
            return named(section, key, lessOne.group(1)).map(n -> n.subtract(BigInteger.ONE));
        }
        return named(section, key, scalar.text());
    }

    private Optional<BigInteger> named(Section section, String key, String name) {
        Optional<BigInteger> number = definitions.number(name);
        if (number.isEmpty() && definitions.constant(name).isPresent()) {
            section.report(key, Rule.WRONG_KIND, "constant '" + name + "' is no number");
        } else if (number.isEmpty()) {
            context.undefined(section, section.location(key), "constant", name, definitions.constants.keySet());
        }
        return number;
    }

    private static BigInteger limit(Matcher limit) {
        boolean signed = limit.group(1).equals("s");
        int bits = Integer.parseInt(limit.group(2)) - (signed ? 1 : 0);
        BigInteger end = BigInteger.ONE.shiftLeft(bits);
        if (limit.group(3).equals("max")) {
            return end.subtract(BigInteger.ONE);
        }
        return signed ? end.negate() : BigInteger.ZERO;
    }
}
