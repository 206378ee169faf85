package io.jnetlink.dynamic.bind;

import io.jnetlink.message.Bitfield32;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;

/** Value and mask in one. */
record Bitfield32Codec() implements ValueCodec {

    @Override
    public Class<?> type() {
        return Bitfield32.class;
    }

    @Override
    public void put(Code code, Local out, TypeNumber number, Local value) {
        code.load(out);
        number.push(code, 0);
        Local mark = code.call(MessageWriter.class, "begin", int.class).keep(int.class);
        code.load(value).load(out).call(Bitfield32.class, "writeTo", MessageWriter.class);
        code.load(out).load(mark).call(MessageWriter.class, "end", int.class);
    }

    @Override
    public void get(Code code, Payload payload) {
        payload.need(code, Bitfield32.SIZE);
        code.load(payload.buffer())
                .load(payload.at())
                .load(payload.size())
                .call(Bitfield32.class, "decode", NetlinkBuffer.class, int.class, int.class);
    }
}
