package io.jnetlink.dynamic.bind;

import io.jnetlink.wire.MessageWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;

/** A flag as a {@code boolean}: sent if it is true, and true if it came. */
record FlagCodec() implements ValueCodec {

    @Override
    public Class<?> type() {
        return boolean.class;
    }

    @Override
    public void put(Code code, Local out, TypeNumber number, Local value) {
        Label off = code.label();
        code.load(value).jump(Opcodes.IFEQ, off);
        code.load(out);
        number.push(code, 0);
        code.call(MessageWriter.class, "putFlag", int.class).mark(off);
    }

    @Override
    public void get(Code code, Payload payload) {
        code.push(1);
    }
}
