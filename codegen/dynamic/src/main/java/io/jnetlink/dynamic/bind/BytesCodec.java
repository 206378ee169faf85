package io.jnetlink.dynamic.bind;

import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Bytes as they are.
 *
 * @param rule how many there may be
 */
record BytesCodec(LengthRule rule) implements ValueCodec {

    @Override
    public Class<?> type() {
        return byte[].class;
    }

    @Override
    public void put(Code code, Local out, TypeNumber number, Local value) {
        rule.check(code, () -> code.load(value).instruction(Opcodes.ARRAYLENGTH));
        code.load(out);
        number.push(code, 0);
        code.load(value).call(MessageWriter.class, "putBytes", int.class, byte[].class);
    }

    @Override
    public void get(Code code, Payload payload) {
        code.load(payload.buffer())
                .load(payload.at())
                .load(payload.size())
                .call(NetlinkBuffer.class, "bytes", int.class, int.class);
    }
}
