package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.map.NumberFormat;
import io.jnetlink.dynamic.runtime.Payloads;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.WireOrder;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Code that moves a number of one format.
 *
 * <p>Immutable.
 *
 * @param format the wire
 */
record NumberAccess(NumberFormat format) {

    /** Type that {@link #read} leaves on the stack, and that the writers take. */
    Class<?> wireType() {
        return switch (format.kind()) {
            case U8, S8, U16, S16, S32 -> int.class;
            case U32, U64, S64, UINT, SINT -> long.class;
        };
    }

    /** Leaves the number at an offset behind {@code at} on the stack, as {@link #wireType}. */
    void read(Code code, Local buffer, Local at, int offset, Runnable size) {
        if (format.kind().variableWidth()) {
            code.load(buffer).load(at);
            size.run();
            pushOrderOf(code, buffer);
            String name = format.kind().specName();
            code.call(Payloads.class, name, NetlinkBuffer.class, int.class, int.class, ByteOrder.class);
            return;
        }
        code.load(buffer).load(at);
        if (offset != 0) {
            code.push(offset).instruction(Opcodes.IADD);
        }
        String method = format.kind() == ScalarKind.U64 ? "s64" : format.kind().specName();
        boolean plain = format.kind().bytes() == 1 || format.order() == WireOrder.HOST && !method.equals("s16");
        if (plain) {
            code.call(NetlinkBuffer.class, method, int.class);
        } else {
            pushOrderOf(code, buffer);
            code.call(NetlinkBuffer.class, method, int.class, ByteOrder.class);
        }
    }

    /** Appends an attribute whose type and value are pushed by the caller. */
    void put(Code code, Local out, TypeNumber number, Runnable pushValue) {
        code.load(out);
        number.push(code, 0);
        pushValue.run();
        switch (format.kind()) {
            case U8, S8 -> code.call(MessageWriter.class, "putU8", int.class, int.class);
            case U16, S16 -> pushOrder(code).call(MessageWriter.class, "putU16", int.class, int.class, ByteOrder.class);
            case U32, S32 -> {
                code.convert(wireType(), long.class);
                pushOrder(code).call(MessageWriter.class, "putU32", int.class, long.class, ByteOrder.class);
            }
            case U64, S64 ->
                pushOrder(code).call(MessageWriter.class, "putU64", int.class, long.class, ByteOrder.class);
            case UINT -> pushOrder(code).call(MessageWriter.class, "putUint", int.class, long.class, ByteOrder.class);
            case SINT -> pushOrder(code).call(MessageWriter.class, "putSint", int.class, long.class, ByteOrder.class);
        }
    }

    /** Writes at an offset behind {@code at}; the value is pushed by the caller. */
    void putAt(Code code, Local buffer, Local at, int offset, Runnable pushValue) {
        code.load(buffer).load(at).push(offset).instruction(Opcodes.IADD);
        pushValue.run();
        switch (format.kind().bytes()) {
            case Byte.BYTES -> code.call(NetlinkBuffer.class, "putU8", int.class, int.class);
            case Short.BYTES ->
                pushOrder(code).call(NetlinkBuffer.class, "putU16", int.class, int.class, ByteOrder.class);
            case Integer.BYTES -> {
                code.convert(wireType(), long.class);
                pushOrder(code).call(NetlinkBuffer.class, "putU32", int.class, long.class, ByteOrder.class);
            }
            default -> pushOrder(code).call(NetlinkBuffer.class, "putU64", int.class, long.class, ByteOrder.class);
        }
    }

    /** The order of what is written. */
    Code pushOrder(Code code) {
        return format.order() == WireOrder.HOST ? code.call(ByteOrder.class, "nativeOrder") : pushFixed(code);
    }

    /** The order of what is read. */
    Code pushOrderOf(Code code, Local buffer) {
        return format.order() == WireOrder.HOST
                ? code.load(buffer).call(NetlinkBuffer.class, "hostOrder")
                : pushFixed(code);
    }

    private Code pushFixed(Code code) {
        return code.push(format.order() == WireOrder.BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }
}
