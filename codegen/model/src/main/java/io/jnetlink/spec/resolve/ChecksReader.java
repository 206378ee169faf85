package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.Checks;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.TypeIr;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads an attribute's checks and sees that they suit its type.
 *
 * <p>Not thread-safe.
 */
final class ChecksReader {
    private static final BigInteger ANY_MIN = BigInteger.ONE.shiftLeft(63).negate();
    private static final BigInteger ANY_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final Context context;
    private final Definitions definitions;
    private final Amounts amounts;

    ChecksReader(Context context, Definitions definitions, Amounts amounts) {
        this.context = context;
        this.definitions = definitions;
        this.amounts = amounts;
    }

    Checks read(Section attribute, TypeIr type) {
        Optional<Section> found = attribute.section("checks");
        if (found.isEmpty()) {
            return Checks.NONE;
        }
        Section section = found.get();
        section.allow(Keys.CHECKS, context.protocol());
        TypeIr checked = type instanceof TypeIr.IndexedArray array ? array.element() : type;
        Optional<TypeIr.Scalar> scalar = scalar(checked);
        Optional<ScalarKind> kind = scalar.map(TypeIr.Scalar::kind);
        boolean bytes = isBytes(checked);
        BigInteger least = kind.map(ChecksReader::least).orElse(ANY_MIN);
        BigInteger greatest = kind.map(ChecksReader::greatest).orElse(ANY_MAX);
        Checks checks = new Checks(
                number(section, "min", kind.isPresent(), least, greatest),
                number(section, "max", kind.isPresent(), least, greatest),
                length(section, "min-len", bytes),
                length(section, "max-len", bytes),
                length(section, "exact-len", bytes),
                flagsMask(section, kind.filter(k -> !k.signed()).isPresent()),
                unterminatedOk(section, checked));
        checkOrder(section, checks, kind);
        return checks;
    }

    private static Optional<TypeIr.Scalar> scalar(TypeIr type) {
        if (type instanceof TypeIr.NestTypeValue nest) {
            return scalar(nest.inner());
        }
        return type instanceof TypeIr.Scalar s ? Optional.of(s) : Optional.empty();
    }

    private static boolean isBytes(TypeIr type) {
        return type instanceof TypeIr.Text
                || type instanceof TypeIr.Binary
                || type instanceof TypeIr.Struct
                || type instanceof TypeIr.ScalarArray;
    }

    private static BigInteger least(ScalarKind kind) {
        return kind.signed() ? BigInteger.ONE.shiftLeft(kind.bytes() * 8 - 1).negate() : BigInteger.ZERO;
    }

    private static BigInteger greatest(ScalarKind kind) {
        int bits = kind.bytes() * 8 - (kind.signed() ? 1 : 0);
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    }

    private OptionalLong number(Section section, String key, boolean suits, BigInteger least, BigInteger greatest) {
        checkSuits(section, key, suits, "integers");
        return amounts.amount(section, key, least, greatest)
                .map(n -> OptionalLong.of(n.longValue()))
                .orElse(OptionalLong.empty());
    }

    private OptionalInt length(Section section, String key, boolean suits) {
        checkSuits(section, key, suits, "string and binary");
        return amounts.length(section, key).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private Optional<String> flagsMask(Section section, boolean suits) {
        checkSuits(section, "flags-mask", suits, "unsigned integers");
        return section.text("flags-mask")
                .filter(name -> context.isDefined(section, "flags-mask", "enum", name, definitions.enums.keySet()));
    }

    private static boolean unterminatedOk(Section section, TypeIr type) {
        checkSuits(section, "unterminated-ok", type instanceof TypeIr.Text, "string");
        return section.truth("unterminated-ok");
    }

    private static void checkSuits(Section section, String key, boolean suits, String types) {
        if (!suits && section.has(key)) {
            section.report(key, Rule.MISPLACED_KEY, "check '%s' is for %s only".formatted(key, types));
        }
    }

    private static void checkOrder(Section section, Checks checks, Optional<ScalarKind> kind) {
        if (checks.min().isPresent() && checks.max().isPresent()) {
            long min = checks.min().getAsLong();
            long max = checks.max().getAsLong();
            boolean signed = kind.filter(ScalarKind::signed).isPresent();
            boolean empty = signed ? min > max : Long.compareUnsigned(min, max) > 0;
            reportIf(section, "max", empty, "'min' is greater than 'max'");
        }
        boolean bothLengths =
                checks.minLength().isPresent() && checks.maxLength().isPresent();
        boolean noLength = bothLengths
                && checks.minLength().getAsInt() > checks.maxLength().getAsInt();
        reportIf(section, "max-len", noLength, "'min-len' is greater than 'max-len'");
        boolean twice = checks.exactLength().isPresent()
                && (checks.minLength().isPresent() || checks.maxLength().isPresent());
        reportIf(section, "exact-len", twice, "'exact-len' excludes 'min-len' and 'max-len'");
    }

    private static void reportIf(Section section, String key, boolean wrong, String message) {
        if (wrong) {
            section.report(key, Rule.OUT_OF_RANGE, message);
        }
    }
}
