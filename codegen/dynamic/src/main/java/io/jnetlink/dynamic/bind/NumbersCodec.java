package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.map.NumberFormat;
import io.jnetlink.dynamic.runtime.NumberArrays;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A C array of numbers as {@code int[]} or {@code long[]}.
 *
 * @param type the array type
 * @param format the elements on the wire
 * @param rule how many bytes there may be
 */
record NumbersCodec(Class<?> type, NumberFormat format, LengthRule rule) implements ValueCodec {

    @Override
    public void put(Code code, Local out, TypeNumber number, Local value) {
        int width = format.kind().bytes();
        rule.check(
                code,
                () -> code.load(value)
                        .instruction(Opcodes.ARRAYLENGTH)
                        .push(width)
                        .instruction(Opcodes.IMUL));
        code.load(out);
        number.push(code, 0);
        code.load(value).push(rule.field()).push(width).push(format.min()).push(format.max());
        new NumberAccess(format).pushOrder(code);
        code.call(
                NumberArrays.class,
                "put",
                MessageWriter.class,
                int.class,
                type,
                String.class,
                int.class,
                long.class,
                long.class,
                ByteOrder.class);
    }

    @Override
    public void get(Code code, Payload payload) {
        code.load(payload.buffer())
                .load(payload.at())
                .load(payload.size())
                .push(format.kind().bytes())
                .push(format.kind().signed());
        new NumberAccess(format).pushOrderOf(code, payload.buffer());
        code.call(
                NumberArrays.class,
                type == int[].class ? "ints" : "longs",
                NetlinkBuffer.class,
                int.class,
                int.class,
                int.class,
                boolean.class,
                ByteOrder.class);
    }
}
