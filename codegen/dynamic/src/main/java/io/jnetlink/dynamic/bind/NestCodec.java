package io.jnetlink.dynamic.bind;

import io.jnetlink.wire.AttributeHeader;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Attributes of another set, with a struct in front or without, as a record.
 *
 * @param shape the record
 * @param flagged whether it is sent with the nested bit
 */
record NestCodec(RecordShape shape, boolean flagged) implements ValueCodec {

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
        number.push(code, flagged ? AttributeHeader.NESTED : 0);
        Local mark = code.call(MessageWriter.class, "begin", int.class).keep(int.class);
        code.load(out).load(value).callOwn(shape.writer(), void.class, MessageWriter.class, shape.type());
        code.load(out).load(mark).call(MessageWriter.class, "end", int.class);
    }

    @Override
    public void get(Code code, Payload payload) {
        Local value = code.local(shape.type());
        Label start = code.label();
        Label end = code.label();
        Label handler = code.label();
        Label after = code.label();
        code.catching(start, end, handler, MalformedMessageException.class);
        code.mark(start)
                .load(payload.buffer())
                .load(payload.at())
                .load(payload.size())
                .load(payload.depth())
                .push(1)
                .instruction(Opcodes.IADD)
                .callOwn(shape.reader(), shape.type(), NetlinkBuffer.class, int.class, int.class, int.class)
                .store(value)
                .mark(end)
                .jump(Opcodes.GOTO, after);
        code.mark(handler)
                .push(payload.name())
                .call(MalformedMessageException.class, "inside", String.class)
                .instruction(Opcodes.ATHROW);
        code.mark(after).load(value);
    }
}
