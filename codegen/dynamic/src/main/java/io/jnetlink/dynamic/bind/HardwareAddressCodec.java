package io.jnetlink.dynamic.bind;

import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;

/**
 * Bytes as a link-layer address.
 *
 * @param rule how many there may be
 */
record HardwareAddressCodec(LengthRule rule) implements ValueCodec {

    @Override
    public Class<?> type() {
        return HardwareAddress.class;
    }

    @Override
    public void put(Code code, Local out, TypeNumber number, Local value) {
        rule.check(code, () -> code.load(value).call(HardwareAddress.class, "length"));
        code.load(out);
        number.push(code, 0);
        code.load(value)
                .call(HardwareAddress.class, "toByteArray")
                .call(MessageWriter.class, "putBytes", int.class, byte[].class);
    }

    @Override
    public void get(Code code, Payload payload) {
        code.load(payload.buffer())
                .load(payload.at())
                .load(payload.size())
                .call(NetlinkBuffer.class, "bytes", int.class, int.class)
                .call(HardwareAddress.class, "of", byte[].class);
    }
}
