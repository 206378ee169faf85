package io.jnetlink.dynamic.bind;

import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.List;

/**
 * A C struct as a record.
 *
 * @param shape the record
 */
record StructCodec(StructShape shape) implements ValueCodec {

    @Override
    public Class<?> type() {
        return shape.type();
    }

    @Override
    public List<RecordShape> shapes() {
        return List.of(shape);
    }

    @Override
    public void put(Code code, Local out, TypeNumber number, Local value) {
        code.load(out);
        number.push(code, 0);
        Local mark = code.call(MessageWriter.class, "begin", int.class).keep(int.class);
        code.load(out).push(shape.struct().size());
        Local at = code.call(MessageWriter.class, "appendZeros", int.class).keep(int.class);
        code.load(out).call(MessageWriter.class, "buffer");
        shape.callWriter(code, at, value);
        code.load(out).load(mark).call(MessageWriter.class, "end", int.class);
    }

    @Override
    public void get(Code code, Payload payload) {
        code.load(payload.buffer())
                .load(payload.at())
                .load(payload.size())
                .callOwn(shape.reader(), shape.type(), NetlinkBuffer.class, int.class, int.class);
    }
}
