package io.jnetlink.dynamic.map;

import io.jnetlink.message.FieldCheck;
import io.jnetlink.spec.ir.DisplayHint;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.WireOrder;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.NetlinkBuffer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Numbers as the values of a map, and back.
 *
 * <p>Immutable. A number becomes a {@code Long}, or a {@code BigInteger} above 2⁶³−1; with an enum the entry's name, if
 * there is one; with flags a list of names, and what no name fits as a number behind them; with an address hint the
 * address as text. The way back takes the number in each case, too.
 */
final class NumberValues {

    private static final BigInteger UNSIGNED_LONG_MAX =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private final SpecIndex spec;

    NumberValues(SpecIndex spec) {
        this.spec = spec;
    }

    Object read(TypeIr.Scalar scalar, Optional<DisplayHint> hint, NetlinkBuffer buffer, int at, int size) {
        NumberFormat format = NumberFormat.of(scalar);
        if (isAddress(scalar, hint)) {
            return IpAddress.of(buffer.bytes(at, Integer.BYTES)).toString();
        }
        long number = format.read(buffer, at, size);
        if (scalar.enumName().isPresent()) {
            EnumIr names = spec.enumeration(scalar.enumName().get());
            return scalar.asFlags() ? flags(names, number) : name(names, number, format);
        }
        return plain(number, format);
    }

    long parse(String field, TypeIr.Scalar scalar, Optional<DisplayHint> hint, Object value) {
        NumberFormat format = NumberFormat.of(scalar);
        if (isAddress(scalar, hint) && !isNumber(value)) {
            return address(field, format, value);
        }
        long number;
        if (scalar.enumName().isPresent()) {
            EnumIr names = spec.enumeration(scalar.enumName().get());
            number = scalar.asFlags()
                    ? parseFlags(field, names, format, value)
                    : parseEntry(field, names, format, value);
        } else {
            number = parsePlain(field, format, value);
        }
        if (!format.isUnsignedLong()) {
            FieldCheck.range(field, number, format.min(), format.max());
        }
        return number;
    }

    /** The flags of a word, by name. */
    Object flags(EnumIr names, long number) {
        List<Object> set = new ArrayList<>();
        long rest = number;
        for (EntryIr entry : names.entries()) {
            if ((number & entry.mask()) != 0) {
                set.add(entry.name());
                rest &= ~entry.mask();
            }
        }
        if (rest != 0) {
            set.add(plain(rest, new NumberFormat(ScalarKind.U64, WireOrder.HOST)));
        }
        return set;
    }

    long parseFlags(String field, EnumIr names, NumberFormat format, Object value) {
        if (!(value instanceof Collection<?> parts)) {
            return parseFlag(field, names, format, value);
        }
        long bits = 0;
        for (Object part : parts) {
            bits |= parseFlag(field, names, format, part);
        }
        return bits;
    }

    private long parseFlag(String field, EnumIr names, NumberFormat format, Object value) {
        return names.entry(String.valueOf(value))
                .map(EntryIr::mask)
                .orElseGet(() -> number(field, names, format, value));
    }

    private long parseEntry(String field, EnumIr names, NumberFormat format, Object value) {
        return names.entry(String.valueOf(value))
                .map(EntryIr::value)
                .orElseGet(() -> number(field, names, format, value));
    }

    private static long number(String field, EnumIr names, NumberFormat format, Object value) {
        if (isNumber(value)) {
            return parsePlain(field, format, value);
        }
        List<String> known = names.entries().stream().map(EntryIr::name).toList();
        throw new InvalidFieldException(
                field,
                value,
                "must be a number or an entry of " + names.name() + NearMiss.hint(String.valueOf(value), known));
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number
                || value instanceof Boolean
                || value.toString().matches("[+-]?(\\d+|0[xX][0-9a-fA-F]+)");
    }

    private static Object name(EnumIr names, long number, NumberFormat format) {
        for (EntryIr entry : names.entries()) {
            if (entry.value() == number) {
                return entry.name();
            }
        }
        return plain(number, format);
    }

    static Object plain(long number, NumberFormat format) {
        return number < 0 && format.isUnsignedLong() ? new BigInteger(Long.toUnsignedString(number)) : (Object) number;
    }

    static long parsePlain(String field, NumberFormat format, Object value) {
        if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        }
        if (value instanceof Double || value instanceof Float) {
            throw new InvalidFieldException(field, value, "must be a whole number");
        }
        BigInteger number;
        try {
            number = parseInteger(value.toString());
        } catch (NumberFormatException e) {
            throw new InvalidFieldException(field, value, "must be a number");
        }
        boolean fits = number.bitLength() < Long.SIZE
                || format.isUnsignedLong() && number.signum() > 0 && number.compareTo(UNSIGNED_LONG_MAX) <= 0;
        if (!fits || format.isUnsignedLong() && number.signum() < 0) {
            throw new InvalidFieldException(
                    field, number, "must be " + plain(format.min(), format) + ".." + plain(format.max(), format));
        }
        return number.longValue();
    }

    private static BigInteger parseInteger(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
        BigInteger magnitude = hex ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
        return negative ? magnitude.negate() : magnitude;
    }

    private static boolean isAddress(TypeIr.Scalar scalar, Optional<DisplayHint> hint) {
        return scalar.kind() == ScalarKind.U32
                && scalar.enumName().isEmpty()
                && hint.filter(h -> h == DisplayHint.IPV4 || h == DisplayHint.IPV4_OR_V6)
                        .isPresent();
    }

    private static long address(String field, NumberFormat format, Object value) {
        byte[] bytes = HintedBytes.address(field, value).toByteArray();
        if (bytes.length != Integer.BYTES) {
            throw new InvalidFieldException(field, value, "must be an IPv4 address");
        }
        return format.read(NetlinkBuffer.wrap(bytes), 0, bytes.length);
    }
}
