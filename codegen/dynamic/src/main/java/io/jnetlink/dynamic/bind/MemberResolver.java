package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.map.NumberFormat;
import io.jnetlink.spec.ir.Checks;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Chooses how a Java type is a member of a struct; notes it if it cannot be.
 *
 * @param shapes resolves records inside
 * @param component the Java side
 * @param struct the struct
 * @param member the spec's side
 */
record MemberResolver(ShapeResolver shapes, Component component, StructIr struct, MemberIr member) {

    private String field() {
        return struct.name() + "." + member.name();
    }

    private Optional<MemberCodec> refuse(String advice) {
        shapes.mismatches()
                .add(
                        component.place(),
                        "is " + component.typeName() + ", but struct member " + field() + " is "
                                + SpecWords.of(member.type()) + ": " + advice);
        return Optional.empty();
    }

    Optional<MemberCodec> resolve() {
        Class<?> java = component.raw();
        TypeIr type = member.type();
        if (type instanceof TypeIr.Scalar scalar) {
            return number(java, scalar);
        } else if (type instanceof TypeIr.Text) {
            return java == String.class
                    ? Optional.of(new MemberCodecs.OfText(field(), member.size()))
                    : refuse("use String");
        } else if (type instanceof TypeIr.Struct inner) {
            return java.isRecord()
                    ? shapes.struct(component.place(), java, shapes.spec().struct(inner.structName()))
                            .map(MemberCodecs.OfStruct::new)
                    : refuse("use a record with its members");
        }
        return bytes(java);
    }

    private Optional<MemberCodec> number(Class<?> java, TypeIr.Scalar scalar) {
        NumberFormat format = NumberFormat.of(scalar);
        NumberRule rule = NumberRule.of(field(), format, Checks.NONE, OptionalLong.empty());
        if (java == IpAddress.class && ValueResolver.isIpv4(scalar, member.displayHint())) {
            return Optional.of(new MemberCodecs.OfBytes(java, field(), member.size()));
        } else if (java.isEnum()) {
            return enumeration(java, scalar, rule);
        } else if (java == boolean.class && scalar.kind() == ScalarKind.U8) {
            return Optional.of(new MemberCodecs.OfNumber(new NumberCodec(java, rule, false)));
        } else if (!ValueResolver.isNumber(java)) {
            return refuse("use " + ValueResolver.smallest(rule) + "; a member cannot be absent");
        } else if (!rule.fits(java)) {
            return refuse("it holds " + rule.describe() + ", use " + ValueResolver.smallest(rule));
        }
        return Optional.of(new MemberCodecs.OfNumber(new NumberCodec(java, rule, false)));
    }

    private Optional<MemberCodec> enumeration(Class<?> java, TypeIr.Scalar scalar, NumberRule rule) {
        if (scalar.enumName().isEmpty() || scalar.asFlags()) {
            return refuse("use " + ValueResolver.smallest(rule));
        } else if (!shapes.javaTypes().isAccessible(component.place(), java)) {
            return Optional.empty();
        }
        EnumMapping mapping = shapes.enums()
                .mapping(java, shapes.spec().enumeration(scalar.enumName().get()));
        return Optional.of(new MemberCodecs.OfEnum(new EnumCodec(mapping, rule.format(), field())));
    }

    private Optional<MemberCodec> bytes(Class<?> java) {
        boolean ip = member.size() == 4 || member.size() == 16;
        if (java == byte[].class || java == HardwareAddress.class || java == IpAddress.class && ip) {
            return Optional.of(new MemberCodecs.OfBytes(java, field(), member.size()));
        }
        return refuse("use byte[] or HardwareAddress" + (ip ? " or IpAddress" : ""));
    }
}
