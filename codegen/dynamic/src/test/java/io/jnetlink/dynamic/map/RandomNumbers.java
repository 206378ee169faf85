package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.Checks;
import io.jnetlink.spec.ir.DisplayHint;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.TypeIr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Numbers in the form that decoding gives them. Not thread-safe. */
final class RandomNumbers {

    private final Family family;
    private final Random random;

    RandomNumbers(Family family, Random random) {
        this.family = family;
        this.random = random;
    }

    Object number(TypeIr.Scalar scalar, Checks checks, Optional<DisplayHint> hint) {
        if (isAddress(scalar, hint)) {
            return random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                    + random.nextInt(256);
        }
        if (scalar.enumName().isEmpty()) {
            return plain(scalar, word(scalar, checks));
        }
        EnumIr names = family.enumeration(scalar.enumName().get());
        if (scalar.asFlags()) {
            return flags(names, word(scalar, checks));
        }
        List<EntryIr> listed = names.entries().stream()
                .filter(e -> isAllowed(scalar, checks, e.value()))
                .toList();
        boolean pick = !listed.isEmpty() && random.nextInt(3) > 0;
        return name(
                names, scalar, pick ? listed.get(random.nextInt(listed.size())).value() : word(scalar, checks));
    }

    Object flags(String enumName) {
        return flags(family.enumeration(enumName), random.nextInt() & 0xffff_ffffL);
    }

    /** A number that is allowed, often at the edge or small. */
    private long word(TypeIr.Scalar scalar, Checks checks) {
        long min = checks.min().orElse(least(scalar));
        long max = checks.max().orElse(greatest(scalar));
        boolean unsignedLong = isUnsignedLong(scalar);
        long word = switch (random.nextInt(4)) {
            case 0 -> min;
            case 1 -> max;
            case 2 -> clamp(min + random.nextInt(300), min, max, unsignedLong);
            default -> between(min, max, unsignedLong);
        };
        return checks.flagsMask()
                .map(m -> word & family.enumeration(m).allBits())
                .orElse(word);
    }

    private static long clamp(long word, long min, long max, boolean unsigned) {
        boolean above = unsigned ? Long.compareUnsigned(word, max) > 0 : word > max || word < min;
        return above ? max : word;
    }

    private long between(long min, long max, boolean unsigned) {
        if (unsigned && max == -1 || max - min < 0) {
            long any = random.nextLong();
            return clamp(any, min, max, unsigned);
        }
        return max == min ? min : min + Math.floorMod(random.nextLong(), max - min + 1 == 0 ? max : max - min + 1);
    }

    private static boolean isUnsignedLong(TypeIr.Scalar scalar) {
        return scalar.kind().bytes() == Long.BYTES && !scalar.kind().signed();
    }

    private static long least(TypeIr.Scalar scalar) {
        return scalar.kind().signed() ? -1L << 8 * scalar.kind().bytes() - 1 : 0;
    }

    private static long greatest(TypeIr.Scalar scalar) {
        int bits = 8 * scalar.kind().bytes() - (scalar.kind().signed() ? 1 : 0);
        return bits == Long.SIZE ? -1 : (1L << bits) - 1;
    }

    private static boolean isAllowed(TypeIr.Scalar scalar, Checks checks, long value) {
        return isUnsignedLong(scalar)
                || value >= checks.min().orElse(least(scalar))
                        && value <= checks.max().orElse(greatest(scalar));
    }

    private static Object plain(TypeIr.Scalar scalar, long word) {
        return isUnsignedLong(scalar) && word < 0 ? new BigInteger(Long.toUnsignedString(word)) : (Object) word;
    }

    private static Object name(EnumIr names, TypeIr.Scalar scalar, long word) {
        return names.entries().stream()
                .filter(e -> e.value() == word)
                .map(EntryIr::name)
                .<Object>map(n -> n)
                .findFirst()
                .orElseGet(() -> plain(scalar, word));
    }

    private static Object flags(EnumIr names, long word) {
        List<Object> set = new ArrayList<>();
        long rest = word;
        for (EntryIr entry : names.entries()) {
            if ((word & entry.mask()) != 0) {
                set.add(entry.name());
                rest &= ~entry.mask();
            }
        }
        if (rest != 0) {
            set.add(rest < 0 ? new BigInteger(Long.toUnsignedString(rest)) : (Object) rest);
        }
        return set;
    }

    private static boolean isAddress(TypeIr.Scalar scalar, Optional<DisplayHint> hint) {
        return scalar.kind() == ScalarKind.U32
                && scalar.enumName().isEmpty()
                && hint.filter(h -> h == DisplayHint.IPV4 || h == DisplayHint.IPV4_OR_V6)
                        .isPresent();
    }
}
