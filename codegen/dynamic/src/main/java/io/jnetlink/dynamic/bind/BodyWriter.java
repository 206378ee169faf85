package io.jnetlink.dynamic.bind;

import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Writes the code that appends a body: the header, then attributes in the order of the components.
 *
 * <p>Immutable.
 *
 * @param shape the body
 */
record BodyWriter(BodyShape shape) {

    /** Body of {@code static void write(MessageWriter, R)}. */
    void emit(Code code) {
        Local out = code.local(MessageWriter.class);
        Local record = code.local(shape.type());
        Map<BoundField, Local> values = new LinkedHashMap<>();
        for (BoundField field : shape.fields()) {
            Component component = field.component();
            values.put(field, code.load(record).call(component.accessor()).keep(component.raw()));
        }
        emit(code, out, record, values);
        code.instruction(Opcodes.RETURN);
    }

    /** The same for values that are in variables already. */
    void emit(Code code, Local out, Local record, Map<BoundField, Local> values) {
        shape.header().ifPresent(header -> emitHeader(code, out, header.size(), values));
        values.forEach((field, value) -> {
            if (field instanceof FormatField format) {
                format.write(code, out, value, record);
            } else if (field instanceof AttributeField attribute) {
                attribute.write(code, out, value);
            }
        });
    }

    private void emitHeader(Code code, Local out, int size, Map<BoundField, Local> values) {
        Local at = code.load(out)
                .push(size)
                .call(MessageWriter.class, "appendZeros", int.class)
                .keep(int.class);
        Local buffer = code.load(out).call(MessageWriter.class, "buffer").keep(NetlinkBuffer.class);
        values.forEach((field, value) -> {
            if (field instanceof HeaderField member) {
                member.write(code, buffer, at, value);
            }
        });
        if (size % 4 != 0) {
            code.load(out).call(MessageWriter.class, "pad");
        }
    }
}
