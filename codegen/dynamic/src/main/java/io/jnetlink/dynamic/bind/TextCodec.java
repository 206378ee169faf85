package io.jnetlink.dynamic.bind;

import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;

/**
 * Text as a {@code String}.
 *
 * @param rule how long it may be
 * @param terminated whether a NUL is sent behind it
 */
record TextCodec(LengthRule rule, boolean terminated) implements ValueCodec {

    @Override
    public Class<?> type() {
        return String.class;
    }

    @Override
    public void put(Code code, Local out, TypeNumber number, Local value) {
        rule.checkText(code, value);
        code.load(out);
        number.push(code, 0);
        code.load(value).push(terminated).call(MessageWriter.class, "putText", int.class, String.class, boolean.class);
    }

    @Override
    public void get(Code code, Payload payload) {
        code.load(payload.buffer())
                .load(payload.at())
                .load(payload.size())
                .call(NetlinkBuffer.class, "text", int.class, int.class);
    }
}
