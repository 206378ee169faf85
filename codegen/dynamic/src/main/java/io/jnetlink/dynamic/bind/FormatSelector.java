package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.map.NumberFormat;
import io.jnetlink.dynamic.runtime.Payloads;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Optional;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The attribute beside a sub-message whose value chooses the format.
 *
 * <p>Immutable.
 *
 * @param attribute the selector
 * @param names entries of its values, if it is a number with names
 * @param field how messages name it
 * @param component the component of the same record that holds it; null if there is none
 */
record FormatSelector(
        AttributeIr attribute,
        Optional<EnumIr> names,
        String field,
        @Nullable Component component) {

    /** Writes code that sets the selector, unless the record does so itself. */
    void write(Code code, Local out, Local record, String format) {
        if (component == null) {
            put(code, out, format);
        } else if (component.accessor() != null && component.raw() == String.class) {
            Label done = code.label();
            code.push(field)
                    .load(record)
                    .call(component.accessor())
                    .push(format)
                    .call(Payloads.class, "needsSelector", String.class, String.class, String.class)
                    .jump(Opcodes.IFEQ, done);
            put(code, out, format);
            code.mark(done);
        }
    }

    private void put(Code code, Local out, String format) {
        if (attribute.type() instanceof TypeIr.Scalar scalar) {
            NumberAccess access = new NumberAccess(NumberFormat.of(scalar));
            access.put(code, out, TypeNumber.constant(attribute.number()), () -> {
                code.push(number(format)).convert(long.class, access.wireType());
            });
        } else {
            code.load(out)
                    .push(attribute.number())
                    .push(format)
                    .push(attribute.terminated())
                    .call(MessageWriter.class, "putText", int.class, String.class, boolean.class);
        }
    }

    /** Writes code that jumps unless the received selector, which is there, says this format. */
    void jumpUnless(Code code, Local buffer, Local at, Local size, String format, Label otherwise) {
        if (attribute.type() instanceof TypeIr.Scalar scalar) {
            NumberAccess access = new NumberAccess(NumberFormat.of(scalar));
            code.load(size).push(access.format().minimumBytes()).jump(Opcodes.IF_ICMPLT, otherwise);
            access.read(code, buffer, at, 0, () -> code.load(size));
            code.convert(access.wireType(), long.class)
                    .push(number(format))
                    .instruction(Opcodes.LCMP)
                    .jump(Opcodes.IFNE, otherwise);
        } else {
            code.load(buffer)
                    .load(at)
                    .load(size)
                    .push(format)
                    .call(Payloads.class, "textIs", NetlinkBuffer.class, int.class, int.class, String.class)
                    .jump(Opcodes.IFEQ, otherwise);
        }
    }

    /** The number that a format's name stands for; without names it is the number itself. */
    private long number(String format) {
        return names.map(e -> e.entry(format).map(e::wireValue).orElseThrow()).orElseGet(() -> Long.decode(format));
    }
}
