package io.jnetlink.samples.nl.decode;

import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.DisplayHint;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.WireOrder;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values of decoded messages as Java expressions of the types that generated setters take.
 *
 * <p>Immutable.
 *
 * @param family the family
 * @param names what its classes are called
 */
record JavaLiterals(Family family, GeneratedNames names) {

    /** A payload that is no list of attributes. */
    String value(AttributeIr attribute, TypeIr type, Object value) {
        if (type instanceof TypeIr.Scalar scalar) {
            return number(scalar, attribute.displayHint(), value);
        } else if (type instanceof TypeIr.Flag) {
            return "true";
        } else if (type instanceof TypeIr.Text) {
            return text(value.toString());
        } else if (type instanceof TypeIr.Struct struct && value instanceof Map<?, ?> members) {
            return struct(family.struct(struct.structName()), members);
        } else if (type instanceof TypeIr.StructArray array && value instanceof List<?> list) {
            StructIr struct = family.struct(array.structName());
            return list.stream()
                    .map(members -> struct(struct, (Map<?, ?>) members))
                    .collect(Collectors.joining(", ", "List.of(", ")"));
        } else if (type instanceof TypeIr.ScalarArray array && value instanceof List<?> list) {
            return array(array.element(), list);
        } else if (type instanceof TypeIr.Bitfield32 bits && value instanceof Map<?, ?> words) {
            return "new Bitfield32(" + word(bits, words.get("value")) + ", " + word(bits, words.get("selector")) + ")";
        }
        return bytes(attribute.displayHint(), value.toString());
    }

    /** A struct, by its builder. */
    String struct(StructIr struct, Map<?, ?> members) {
        return names.struct(struct.name()) + ".builder()" + setters(struct, members) + ".build()";
    }

    /** Calls of the setters of a struct's builder; members that are zero are left out. */
    String setters(StructIr struct, Map<?, ?> members) {
        StringBuilder code = new StringBuilder();
        for (MemberIr member : struct.members()) {
            Object value = members.get(member.name());
            if (value != null && !isZero(value)) {
                code.append('.')
                        .append(JavaNames.member(member.name()))
                        .append('(')
                        .append(member(member, value))
                        .append(')');
            }
        }
        return code.toString();
    }

    private static boolean isZero(Object value) {
        return value.equals(0L) || value.equals(List.of()) || value.equals("");
    }

    private String member(MemberIr member, Object value) {
        if (member.type() instanceof TypeIr.Scalar scalar) {
            return number(scalar, member.displayHint(), value);
        } else if (member.type() instanceof TypeIr.Struct inner && value instanceof Map<?, ?> members) {
            return struct(family.struct(inner.structName()), members);
        } else if (member.type() instanceof TypeIr.Text) {
            return text(value.toString());
        }
        return bytes(member.displayHint(), value.toString());
    }

    private String number(TypeIr.Scalar scalar, Optional<DisplayHint> hint, Object value) {
        if (scalar.enumName().isPresent()) {
            EnumIr named = family.enumeration(scalar.enumName().get());
            return scalar.asFlags() ? flags(named, value) : entry(named, value);
        }
        boolean isText = value instanceof String;
        boolean isAddress = scalar.order() == WireOrder.BIG_ENDIAN
                && hint.filter(h -> h == DisplayHint.IPV4 || h == DisplayHint.IPV4_OR_V6)
                        .isPresent();
        if (isText && isAddress) {
            return "IpAddress.parse(" + text(value.toString()) + ")";
        } else if (isText) {
            throw new IllegalArgumentException("an address in host order");
        }
        return plain(value);
    }

    private String entry(EnumIr named, Object value) {
        String type = names.enumeration(named.name());
        return value instanceof String name
                ? type + "." + JavaNames.constant(name)
                : type + ".of(" + plain(value) + ")";
    }

    private String flags(EnumIr named, Object value) {
        String type = names.flags(named.name());
        List<String> parts = new ArrayList<>();
        for (Object part : (List<?>) value) {
            parts.add(
                    part instanceof String name
                            ? type + "." + JavaNames.constant(name)
                            : "new " + type + "(" + plain(part) + ")");
        }
        return parts.size() == 1 ? parts.get(0) : type + ".of(" + String.join(", ", parts) + ")";
    }

    private String word(TypeIr.Bitfield32 bits, Object word) {
        if (!(word instanceof List<?> parts)) {
            return plain(word);
        }
        EnumIr named = family.enumeration(bits.enumName().orElseThrow());
        long value = 0;
        for (Object part : parts) {
            value |= part instanceof Number n
                    ? n.longValue()
                    : named.entry(part.toString()).orElseThrow().mask();
        }
        return plain(value);
    }

    private String array(TypeIr.Scalar element, List<?> list) {
        boolean ints = element.kind().bytes() < Integer.BYTES || element.kind() == ScalarKind.S32;
        return "new " + (ints ? "int" : "long") + "[] {"
                + list.stream().map(v -> plain(number(element, v))).collect(Collectors.joining(", ")) + "}";
    }

    /** Elements of arrays are plain numbers to generated code, whatever names they have. */
    private Object number(TypeIr.Scalar element, Object value) {
        if (value instanceof String name && element.enumName().isPresent()) {
            EnumIr named = family.enumeration(element.enumName().get());
            return named.entry(name).map(named::wireValue).orElseThrow();
        }
        return value;
    }

    private static String bytes(Optional<DisplayHint> hint, String value) {
        boolean address = value.indexOf('.') >= 0 || value.indexOf(':') >= 0;
        return switch (hint.orElse(DisplayHint.HEX)) {
            case MAC ->
                address || value.length() == 2
                        ? "HardwareAddress.parse(" + text(value) + ")"
                        : "HardwareAddress.of(" + hex(value) + ")";
            case IPV4, IPV6, IPV4_OR_V6 -> "IpAddress.parse(" + text(value) + ")";
            case HEX, FDDI -> hex(value);
            case UUID -> hex(value.replace("-", ""));
        };
    }

    private static String hex(String digits) {
        return "HexFormat.of().parseHex(" + text(digits) + ")";
    }

    private static String plain(Object value) {
        if (value instanceof BigInteger big) {
            return "Long.parseUnsignedLong(" + text(big.toString()) + ")";
        }
        long number = ((Number) value).longValue();
        return number == (int) number ? Long.toString(number) : number + "L";
    }

    private static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                quoted.append(String.format("\\%03o", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
