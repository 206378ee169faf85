package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.map.NumberFormat;
import io.jnetlink.dynamic.map.SpecIndex;
import io.jnetlink.message.Bitfield32;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.DisplayHint;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.TypeVisitor;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Chooses how a Java type is a payload; notes it if it cannot be.
 *
 * @param shapes resolves records inside
 * @param context the record around
 * @param component the Java element
 * @param java the bare Java type: without {@code Optional}, list or box
 * @param attribute whose checks, hint and wire rules hold
 * @param field how messages name the attribute
 */
record ValueResolver(
        ShapeResolver shapes,
        BodyContext context,
        Component component,
        Class<?> java,
        AttributeIr attribute,
        String field)
        implements TypeVisitor<Optional<ValueCodec>> {

    private String place() {
        return component.place();
    }

    private SpecIndex spec() {
        return shapes.spec();
    }

    private Optional<ValueCodec> refuse(TypeIr type, String advice) {
        shapes.mismatches()
                .add(
                        place(),
                        "is " + component.typeName() + ", but attribute " + field + " is " + SpecWords.of(type) + ": "
                                + advice);
        return Optional.empty();
    }

    @Override
    public Optional<ValueCodec> scalar(TypeIr.Scalar type) {
        boolean isAddress = isIpv4(type, attribute.displayHint());
        if (java == IpAddress.class && isAddress) {
            return Optional.of(new IpAddressCodec(field, Integer.BYTES));
        }
        OptionalLong bits = attribute
                .checks()
                .flagsMask()
                .map(mask -> OptionalLong.of(spec().enumeration(mask).allBits()))
                .orElse(OptionalLong.empty());
        NumberRule rule = NumberRule.of(field, NumberFormat.of(type), attribute.checks(), bits);
        boolean orFlag =
                attribute.requestType().filter(TypeIr.Flag.class::isInstance).isPresent();
        return number(type, rule, orFlag, isAddress);
    }

    private Optional<ValueCodec> number(TypeIr.Scalar type, NumberRule rule, boolean orFlag, boolean isAddress) {
        if (java.isEnum()) {
            return enumeration(type, rule);
        }
        if (java == boolean.class) {
            return type.kind() == ScalarKind.U8
                    ? Optional.of(new NumberCodec(java, rule, orFlag))
                    : refuse(type, "use a number");
        }
        if (!isNumber(java)) {
            String address = isAddress ? ", or IpAddress" : "";
            String names = type.enumName().isPresent() && !type.asFlags() ? ", or an enum" : "";
            return refuse(type, "use " + smallest(rule) + address + names);
        }
        if (!rule.fits(java)) {
            return refuse(type, "it holds " + rule.describe() + ", use " + smallest(rule));
        }
        return Optional.of(new NumberCodec(java, rule, orFlag));
    }

    private Optional<ValueCodec> enumeration(TypeIr.Scalar type, NumberRule rule) {
        if (type.enumName().isEmpty()) {
            return refuse(type, "its values have no names, use " + smallest(rule));
        } else if (type.asFlags()) {
            return refuse(type, "flags combine, use " + smallest(rule));
        } else if (!shapes.javaTypes().isAccessible(place(), java)) {
            return Optional.empty();
        }
        EnumMapping mapping =
                shapes.enums().mapping(java, spec().enumeration(type.enumName().get()));
        return Optional.of(new EnumCodec(mapping, NumberFormat.of(type), field));
    }

    static boolean isNumber(Class<?> type) {
        return type == byte.class || type == short.class || type == int.class || type == long.class;
    }

    static String smallest(NumberRule rule) {
        return rule.fits(int.class) ? "int" : "long";
    }

    static boolean isIpv4(TypeIr.Scalar type, Optional<DisplayHint> hint) {
        return type.kind() == ScalarKind.U32
                && type.enumName().isEmpty()
                && hint.filter(h -> h == DisplayHint.IPV4 || h == DisplayHint.IPV4_OR_V6)
                        .isPresent();
    }

    @Override
    public Optional<ValueCodec> bitfield32(TypeIr.Bitfield32 type) {
        return java == Bitfield32.class ? Optional.of(new Bitfield32Codec()) : refuse(type, "use Bitfield32");
    }

    @Override
    public Optional<ValueCodec> flag(TypeIr.Flag type) {
        return java == boolean.class ? Optional.of(new FlagCodec()) : refuse(type, "use boolean");
    }

    @Override
    public Optional<ValueCodec> text(TypeIr.Text type) {
        return java == String.class
                ? Optional.of(new TextCodec(LengthRule.of(field, attribute.checks()), attribute.terminated()))
                : refuse(type, "use String");
    }

    @Override
    public Optional<ValueCodec> binary(TypeIr.Binary type) {
        LengthRule rule = LengthRule.of(field, attribute.checks());
        DisplayHint hint = attribute.displayHint().orElse(DisplayHint.HEX);
        boolean ip = hint == DisplayHint.IPV4 || hint == DisplayHint.IPV6 || hint == DisplayHint.IPV4_OR_V6;
        if (java == byte[].class) {
            return Optional.of(new BytesCodec(rule));
        } else if (java == HardwareAddress.class && hint == DisplayHint.MAC) {
            return Optional.of(new HardwareAddressCodec(rule));
        } else if (java == IpAddress.class && ip) {
            return Optional.of(new IpAddressCodec(field, sizeOf(hint)));
        }
        return refuse(
                type, "use byte[]" + (ip ? " or IpAddress" : hint == DisplayHint.MAC ? " or HardwareAddress" : ""));
    }

    private static int sizeOf(DisplayHint hint) {
        return switch (hint) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            default -> 0;
        };
    }

    @Override
    public Optional<ValueCodec> struct(TypeIr.Struct type) {
        if (java == byte[].class) {
            return Optional.of(new BytesCodec(LengthRule.of(field, attribute.checks())));
        } else if (!java.isRecord()) {
            return refuse(type, "use a record with its members, or byte[]");
        }
        return shapes.struct(place(), java, spec().struct(type.structName())).map(StructCodec::new);
    }

    @Override
    public Optional<ValueCodec> structArray(TypeIr.StructArray type) {
        return java == byte[].class
                ? Optional.of(new BytesCodec(LengthRule.of(field, attribute.checks())))
                : refuse(type, "use byte[]");
    }

    @Override
    public Optional<ValueCodec> scalarArray(TypeIr.ScalarArray type) {
        LengthRule rule = LengthRule.of(field, attribute.checks());
        NumberFormat format = NumberFormat.of(type.element());
        boolean fitsInt = format.kind().bytes() < Integer.BYTES || format.kind() == ScalarKind.S32;
        if (java == byte[].class) {
            return Optional.of(new BytesCodec(rule));
        } else if (java == long[].class || java == int[].class && fitsInt) {
            return Optional.of(new NumbersCodec(java, format, rule));
        }
        return refuse(type, "use " + (fitsInt ? "int[]" : "long[]") + " or byte[]");
    }

    @Override
    public Optional<ValueCodec> nest(TypeIr.Nest type) {
        if (java == byte[].class) {
            return Optional.of(new BytesCodec(LengthRule.of(field, attribute.checks())));
        } else if (spec().set(type.attributeSet()).isOrdered()) {
            return refuse(type, "the order of its attributes counts, which no record keeps, use byte[]");
        } else if (!java.isRecord()) {
            return refuse(type, "use a record with its attributes, or byte[]");
        }
        return shapes.body(place(), java, context.nest(type.attributeSet()))
                .map(shape -> new NestCodec(shape, attribute.nestFlag()));
    }

    @Override
    public Optional<ValueCodec> nestTypeValue(TypeIr.NestTypeValue type) {
        return refuse(type, "use List<Leveled<…>>");
    }

    @Override
    public Optional<ValueCodec> indexedArray(TypeIr.IndexedArray type) {
        return refuse(type, "use List<…>");
    }

    @Override
    public Optional<ValueCodec> subMessage(TypeIr.SubMessage type) {
        return java == byte[].class
                ? Optional.of(new BytesCodec(LengthRule.of(field, attribute.checks())))
                : refuse(type, "use a record or sealed interface with @Format, or byte[]");
    }

    @Override
    public Optional<ValueCodec> pad(TypeIr.Pad type) {
        return refuse(type, "it has no value");
    }

    @Override
    public Optional<ValueCodec> unused(TypeIr.Unused type) {
        return refuse(type, "it has no value");
    }
}
