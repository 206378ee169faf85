package io.jnetlink.property;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.Checks;
import io.jnetlink.spec.ir.DisplayHint;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.TypeIr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Judges whether the payload of one attribute may be sent.
 *
 * <p>Immutable.
 */
final class PayloadJudge {

    private static final int BITFIELD = 8;
    private static final int FLAGS = 2;

    private final Family family;
    private final byte[] bytes;

    PayloadJudge(Family family, byte[] bytes) {
        this.family = family;
        this.bytes = bytes;
    }

    List<Fault> faults(Spot spot) {
        AttributeIr attribute = spot.attribute();
        if (attribute == null) {
            return List.of(fault(
                    spot,
                    MalformedKind.UNKNOWN_ATTRIBUTE,
                    "is not in " + spot.set().name()));
        }
        List<Fault> faults = new ArrayList<>();
        if (!spot.isElement()) {
            judgeFlag(spot, attribute, faults);
        }
        judge(spot, attribute.checks(), faults);
        return faults;
    }

    private void judgeFlag(Spot spot, AttributeIr attribute, List<Fault> faults) {
        boolean isSet = (bytes[spot.offset() + AttributeBytes.HEADER - FLAGS + highByte()] & 0x80) != 0;
        if (attribute.type() instanceof TypeIr.SubMessage) {
            return;
        }
        boolean isNest = AttributeDrawing.isNest(attribute.type());
        if (isSet != (isNest && attribute.nestFlag())) {
            String text = isSet ? "has the nested bit" : "lacks the nested bit";
            faults.add(fault(spot, MalformedKind.WRONG_NEST_FLAG, text));
        }
    }

    private static int highByte() {
        return java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN ? 1 : 0;
    }

    private void judge(Spot spot, Checks checks, List<Fault> faults) {
        TypeIr type = spot.type();
        if (type instanceof TypeIr.Scalar scalar) {
            judgeNumber(spot, scalar, checks, faults);
        } else if (type instanceof TypeIr.Bitfield32) {
            judgeLength(spot, BITFIELD, faults);
        } else if (type instanceof TypeIr.Flag) {
            judgeLength(spot, 0, faults);
        } else if (type instanceof TypeIr.Struct struct) {
            judgeLength(spot, family.struct(struct.structName()).size(), faults);
        } else if (type instanceof TypeIr.StructArray array) {
            if (spot.payloadLength() % family.struct(array.structName()).size() != 0) {
                faults.add(fault(spot, MalformedKind.SHORT_PAYLOAD, "ends inside a struct"));
            }
        } else if (type instanceof TypeIr.ScalarArray array) {
            if (spot.payloadLength() % array.element().kind().bytes() != 0) {
                faults.add(fault(spot, MalformedKind.SHORT_PAYLOAD, "ends inside an element"));
            }
            judgeRange(spot, spot.payloadLength(), checks, faults);
        } else if (type instanceof TypeIr.Text) {
            int length = spot.payloadLength();
            boolean isTerminated = length > 0 && bytes[spot.payload() + length - 1] == 0;
            if (!isTerminated && mustBeTerminated(spot)) {
                faults.add(fault(spot, MalformedKind.UNTERMINATED, "has no NUL at its end"));
            }
            judgeRange(spot, isTerminated ? length - 1 : length, checks, faults);
        } else if (type instanceof TypeIr.Binary) {
            judgeBinary(spot, checks, faults);
        }
    }

    static boolean mustBeTerminated(Spot spot) {
        return spot.attribute() != null && !spot.isElement() && mustBeTerminated(spot.attribute());
    }

    static boolean mustBeTerminated(AttributeIr attribute) {
        return attribute.type() instanceof TypeIr.Text
                && attribute.terminated()
                && !attribute.checks().unterminatedOk();
    }

    private void judgeNumber(Spot spot, TypeIr.Scalar type, Checks checks, List<Fault> faults) {
        int size = spot.payloadLength();
        int full = type.kind().bytes();
        int least = type.kind().variableWidth() ? Integer.BYTES : full;
        if (size < least) {
            faults.add(fault(spot, MalformedKind.SHORT_PAYLOAD, size + " bytes instead of " + least));
            return;
        }
        boolean isShortForm = type.kind().variableWidth() && size == Integer.BYTES;
        if (size != full && !isShortForm) {
            faults.add(fault(spot, MalformedKind.LONG_PAYLOAD, size + " bytes instead of " + full));
        }
        long pattern =
                NumberBytes.read(type, bytes, spot.payload(), isShortForm ? Integer.BYTES : Math.min(full, size));
        BigInteger number = NumberBytes.number(type, pattern);
        boolean isWithin = number.compareTo(NumberBytes.least(type, checks)) >= 0
                && number.compareTo(NumberBytes.greatest(type, checks)) <= 0;
        long allowed =
                checks.flagsMask().map(e -> family.enumeration(e).allBits()).orElse(-1L);
        if (!isWithin || (pattern & ~allowed) != 0) {
            faults.add(fault(spot, MalformedKind.OUT_OF_RANGE, number + " is out of range"));
        }
    }

    private static void judgeBinary(Spot spot, Checks checks, List<Fault> faults) {
        judgeRange(spot, spot.payloadLength(), checks, faults);
        AttributeIr attribute = spot.attribute();
        if (attribute == null || checks.exactLength().isPresent()) {
            return;
        }
        OptionalInt length = attribute.displayHint().map(PayloadJudge::length).orElse(OptionalInt.empty());
        boolean isAddress =
                attribute.displayHint().filter(DisplayHint.IPV4_OR_V6::equals).isPresent();
        if (length.isPresent() && spot.payloadLength() != length.getAsInt()
                || isAddress && spot.payloadLength() != 4 && spot.payloadLength() != 16) {
            faults.add(fault(spot, MalformedKind.OUT_OF_RANGE, spot.payloadLength() + " bytes are no such address"));
        }
    }

    private static OptionalInt length(DisplayHint hint) {
        return switch (hint) {
            case IPV4 -> OptionalInt.of(4);
            case IPV6, UUID -> OptionalInt.of(16);
            default -> OptionalInt.empty();
        };
    }

    private static void judgeRange(Spot spot, int length, Checks checks, List<Fault> faults) {
        int least = checks.exactLength().orElse(checks.minLength().orElse(0));
        int greatest = checks.exactLength().orElse(checks.maxLength().orElse(Integer.MAX_VALUE));
        if (length < least || length > greatest) {
            faults.add(fault(spot, MalformedKind.OUT_OF_RANGE, length + " bytes are out of range"));
        }
    }

    private static void judgeLength(Spot spot, int wanted, List<Fault> faults) {
        if (spot.payloadLength() != wanted) {
            MalformedKind kind =
                    spot.payloadLength() < wanted ? MalformedKind.SHORT_PAYLOAD : MalformedKind.LONG_PAYLOAD;
            faults.add(fault(spot, kind, spot.payloadLength() + " bytes instead of " + wanted));
        }
    }

    private static Fault fault(Spot spot, MalformedKind kind, String text) {
        return new Fault(kind, spot.path(), spot.offset(), text);
    }
}
