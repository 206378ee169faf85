package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.runtime.Payloads;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;

/**
 * An IP address in network order.
 *
 * @param field how messages name the field
 * @param size 4, 16, or 0 where both may come
 */
record IpAddressCodec(String field, int size) implements ValueCodec {

    @Override
    public Class<?> type() {
        return IpAddress.class;
    }

    @Override
    public void put(Code code, Local out, TypeNumber number, Local value) {
        check(code, value);
        code.load(out);
        number.push(code, 0);
        code.load(value)
                .call(IpAddress.class, "toByteArray")
                .call(MessageWriter.class, "putBytes", int.class, byte[].class);
    }

    void check(Code code, Local value) {
        code.push(field)
                .load(value)
                .push(size)
                .call(Payloads.class, "checkAddress", String.class, IpAddress.class, int.class);
    }

    @Override
    public void get(Code code, Payload payload) {
        payload.need(code, size == 0 ? 4 : size);
        code.load(payload.buffer()).load(payload.at());
        if (size == 0) {
            code.load(payload.size()).call(Payloads.class, "ipAddress", NetlinkBuffer.class, int.class, int.class);
        } else {
            code.push(size)
                    .call(NetlinkBuffer.class, "bytes", int.class, int.class)
                    .call(IpAddress.class, "of", byte[].class);
        }
    }
}
