package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * C structs as maps and back.
 *
 * <p>Immutable. Members that the received bytes end before are left out; members that the map leaves out are sent as
 * zeros.
 */
final class StructValues {

    private final SpecIndex spec;
    private final NumberValues numbers;

    StructValues(SpecIndex spec, NumberValues numbers) {
        this.spec = spec;
        this.numbers = numbers;
    }

    Map<String, Object> read(StructIr struct, NetlinkBuffer buffer, int at, int size) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (MemberIr member : struct.members()) {
            if (!(member.type() instanceof TypeIr.Pad) && member.offset() + member.size() <= size) {
                members.put(member.name(), read(member, buffer, at + member.offset()));
            }
        }
        return members;
    }

    private Object read(MemberIr member, NetlinkBuffer buffer, int at) {
        TypeIr type = member.type();
        if (type instanceof TypeIr.Scalar scalar) {
            return numbers.read(scalar, member.displayHint(), buffer, at, member.size());
        } else if (type instanceof TypeIr.Struct inner) {
            return read(spec.struct(inner.structName()), buffer, at, member.size());
        } else if (type instanceof TypeIr.Text) {
            return buffer.text(at, member.size());
        }
        return HintedBytes.print(member.displayHint(), buffer.bytes(at, member.size()));
    }

    /** Writes into zeroed bytes. */
    void write(StructIr struct, Map<String, ?> values, NetlinkBuffer buffer, int at) {
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            MemberIr member = struct.member(entry.getKey())
                    .filter(m -> !(m.type() instanceof TypeIr.Pad))
                    .orElseThrow(() -> unknown(struct, entry.getKey()));
            write(struct.name() + "." + member.name(), member, entry.getValue(), buffer, at + member.offset());
        }
    }

    private void write(String field, MemberIr member, Object value, NetlinkBuffer buffer, int at) {
        TypeIr type = member.type();
        if (type instanceof TypeIr.Scalar scalar) {
            NumberFormat.of(scalar).putAt(buffer, at, numbers.parse(field, scalar, member.displayHint(), value));
        } else if (type instanceof TypeIr.Struct inner) {
            write(spec.struct(inner.structName()), MapShape.map(field, value), buffer, at);
        } else if (type instanceof TypeIr.Text) {
            putBytes(field, member, value.toString().getBytes(StandardCharsets.UTF_8), buffer, at);
        } else {
            putBytes(field, member, HintedBytes.parse(field, member.displayHint(), value), buffer, at);
        }
    }

    private static void putBytes(String field, MemberIr member, byte[] bytes, NetlinkBuffer buffer, int at) {
        boolean text = member.type() instanceof TypeIr.Text;
        if (bytes.length > member.size() || !text && bytes.length < member.size()) {
            throw new InvalidFieldException(
                    field,
                    bytes.length + " bytes",
                    "must have " + (text ? "at most " : "exactly ") + member.size() + " bytes");
        }
        buffer.putBytes(at, bytes);
    }

    private static IllegalArgumentException unknown(StructIr struct, String member) {
        List<String> known = struct.members().stream()
                .filter(m -> !(m.type() instanceof TypeIr.Pad))
                .map(MemberIr::name)
                .toList();
        return new IllegalArgumentException(
                "struct " + struct.name() + " has no member " + member + NearMiss.hint(member, known));
    }
}
