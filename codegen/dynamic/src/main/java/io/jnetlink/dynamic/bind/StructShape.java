package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.runtime.Payloads;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.wire.NetlinkBuffer;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;

/** A record that is a C struct. Immutable once its fields were set. */
final class StructShape implements RecordShape {

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final StructIr struct;
    private final int id;
    private List<HeaderField> fields = List.of();

    StructShape(Class<?> type, Constructor<?> constructor, StructIr struct, int id) {
        this.type = type;
        this.constructor = constructor;
        this.struct = struct;
        this.id = id;
    }

    void fields(List<HeaderField> all) {
        fields = List.copyOf(all);
    }

    StructIr struct() {
        return struct;
    }

    @Override
    public Class<?> type() {
        return type;
    }

    @Override
    public String writer() {
        return "putStruct$" + id;
    }

    @Override
    public String reader() {
        return "struct$" + id;
    }

    @Override
    public List<RecordShape> shapes() {
        return fields.stream().flatMap(f -> f.shapes().stream()).toList();
    }

    @Override
    public List<EnumMapping> enums() {
        return fields.stream().flatMap(f -> f.enums().stream()).toList();
    }

    /** Calls the method that writes it; the buffer is on the stack. */
    void callWriter(Code code, Local at, Local value) {
        code.load(at).load(value).callOwn(writer(), void.class, NetlinkBuffer.class, int.class, type);
    }

    /** Body of {@code static void putStruct(NetlinkBuffer, int, R)}. */
    void emitWriter(Code code) {
        Local buffer = code.local(NetlinkBuffer.class);
        Local at = code.local(int.class);
        Local value = code.local(type);
        for (HeaderField field : fields) {
            Local member = code.load(value)
                    .call(field.component().accessor())
                    .keep(field.component().raw());
            field.write(code, buffer, at, member);
        }
        code.instruction(Opcodes.RETURN);
    }

    /** Body of {@code static R struct(NetlinkBuffer, int, int)}. */
    void emitReader(Code code) {
        Local buffer = code.local(NetlinkBuffer.class);
        Local at = code.local(int.class);
        Local size = code.local(int.class);
        extendIfShort(code, buffer, at, size, struct.size());
        List<Local> members = new ArrayList<>();
        for (HeaderField field : fields) {
            members.add(field.read(code, buffer, at));
        }
        code.begin(type);
        members.forEach(code::load);
        code.construct(constructor).result(type);
    }

    /** Writes code that goes on with zeros in place of what is missing. */
    static void extendIfShort(Code code, Local buffer, Local at, Local size, int expected) {
        Label whole = code.label();
        code.load(size).push(expected).jump(Opcodes.IF_ICMPGE, whole);
        code.load(buffer)
                .load(at)
                .load(size)
                .push(expected)
                .call(Payloads.class, "extended", NetlinkBuffer.class, int.class, int.class, int.class)
                .store(buffer)
                .push(0)
                .store(at)
                .mark(whole);
    }
}
