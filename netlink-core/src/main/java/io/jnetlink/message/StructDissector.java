package io.jnetlink.message;

import io.jnetlink.schema.DisplayHint;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.StructSchema;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Takes structs and hinted bytes apart for people to read; never fails. */
final class StructDissector {

    private StructDissector() {}

    static MessageField struct(
            FamilySchema family, StructSchema struct, String name, NetlinkBuffer buffer, int at, int size) {
        List<MessageField> members = new ArrayList<>();
        for (StructSchema.Member member : struct.members()) {
            if (member.offset() + member.length() <= size) {
                members.add(member(family, member, buffer, at + member.offset()));
            }
        }
        return MessageField.group(name, members);
    }

    private static MessageField member(FamilySchema family, StructSchema.Member member, NetlinkBuffer buffer, int at) {
        if (member.structName() != null) {
            return struct(family, family.struct(member.structName()), member.name(), buffer, at, member.length());
        }
        if (!member.kind().isNumber() || member.hint() == DisplayHint.IPV4) {
            return MessageField.leaf(member.name(), hinted(member.hint(), buffer, at, member.length()));
        }
        long value = Numbers.read(member.kind(), member.byteOrder(), buffer, at, member.length());
        if (member.enumName() != null) {
            return MessageField.leaf(
                    member.name(), family.enumeration(member.enumName()).print(value));
        }
        return MessageField.leaf(
                member.name(),
                member.hint() == DisplayHint.HEX
                        ? "0x" + Long.toHexString(value)
                        : Numbers.print(member.kind(), value));
    }

    /** Bytes as their hint asks, if their number fits it; else in hexadecimal. */
    static String hinted(DisplayHint hint, NetlinkBuffer buffer, int at, int size) {
        byte[] bytes = buffer.bytes(at, size);
        boolean address = size == 4 || size == 16;
        return switch (hint) {
            case MAC -> HardwareAddress.of(bytes).toString();
            case IPV4, IPV6, IPV4_OR_V6 ->
                address ? IpAddress.of(bytes).toString() : HexFormat.of().formatHex(bytes);
            default -> HexFormat.of().formatHex(bytes);
        };
    }
}
