package io.jnetlink.dynamic.bind;

import io.jnetlink.spec.ir.MemberIr;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A component that is a member of a struct, or the whole of a fixed header.
 *
 * <p>Immutable.
 *
 * @param component the Java side
 * @param offset where it starts in the struct
 * @param codec how it is written and read
 */
record HeaderField(Component component, int offset, MemberCodec codec) implements BoundField {

    static HeaderField member(Component component, MemberIr member, MemberCodec codec) {
        return new HeaderField(component, member.offset(), codec);
    }

    /** Writes code that puts it into the struct; a null reference leaves zeros. */
    void write(Code code, Local buffer, Local at, Local value) {
        Label absent = code.label();
        boolean reference = !value.type().isPrimitive();
        if (reference) {
            code.load(value).jump(Opcodes.IFNULL, absent);
        }
        codec.put(code, buffer, at, offset, value);
        if (reference) {
            code.mark(absent);
        }
    }

    /** Writes code that keeps the value in a variable. */
    Local read(Code code, Local buffer, Local at) {
        codec.get(code, buffer, at, offset);
        return code.keep(codec.type());
    }

    @Override
    public List<RecordShape> shapes() {
        return codec.shapes();
    }

    @Override
    public List<EnumMapping> enums() {
        return codec.enums();
    }
}
