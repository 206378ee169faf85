package io.jnetlink.dynamic.bind;

import io.jnetlink.spec.ir.AttributeIr;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * A sub-message whose formats are records; payloads of other formats read as absent.
 *
 * @param component the Java side
 * @param attribute the spec's side
 * @param presence how the Java type says that it is absent
 * @param selector chooses the format
 * @param type the record, or the interface of the records
 * @param formats the records
 */
record FormatField(
        Component component,
        AttributeIr attribute,
        Presence presence,
        FormatSelector selector,
        Class<?> type,
        List<Choice> formats)
        implements AttributeField {

    /** One format and how it is written and read. */
    record Choice(String format, NestCodec codec) {}

    @Override
    public boolean isRequired() {
        return false;
    }

    @Override
    public void write(Code code, Local out, Local value) {
        throw new UnsupportedOperationException("needs the record around it");
    }

    /** Writes code that appends it, and the selector in front of it. */
    void write(Code code, Local out, Local value, Local record) {
        TypeNumber number = TypeNumber.constant(attribute.number());
        presence.ifPresent(code, value, type, bare -> {
            for (Choice choice : formats) {
                Label other = code.label();
                code.load(bare).isInstance(choice.codec().type()).jump(Opcodes.IFEQ, other);
                Local chosen = code.load(bare)
                        .cast(choice.codec().type())
                        .keep(choice.codec().type());
                selector.write(code, out, record, choice.format());
                choice.codec().put(code, out, number, chosen);
                code.mark(other);
            }
        });
    }

    @Override
    public List<RecordShape> shapes() {
        return formats.stream().flatMap(f -> f.codec().shapes().stream()).toList();
    }

    @Override
    public List<EnumMapping> enums() {
        return List.of();
    }

    @Override
    public FieldReader reader() {
        return new Reader();
    }

    /** Notes where selector and payload stand, and reads the payload when both are known. */
    private final class Reader implements FieldReader {

        private final List<Local> locals = new ArrayList<>();
        private @Nullable Local value;

        private Local value() {
            if (value == null) {
                throw new IllegalStateException("not declared");
            }
            return value;
        }

        @Override
        public void declare(Code code) {
            value = Presence.NULLABLE.declare(code, type);
            for (int i = 0; i < 4; i++) {
                // An offset of zero says that it did not come: a header stands in front of every payload.
                locals.add(code.push(0).keep(int.class));
            }
        }

        @Override
        public List<Case> cases() {
            return List.of(
                    new Case(
                            attribute.number(),
                            attribute.name(),
                            (code, payload) -> note(code, payload, locals.get(0), locals.get(1))),
                    new Case(
                            selector.attribute().number(),
                            selector.attribute().name(),
                            (code, payload) -> note(code, payload, locals.get(2), locals.get(3))));
        }

        private void note(Code code, Payload payload, Local at, Local size) {
            code.load(payload.at()).store(at).load(payload.size()).store(size);
        }

        @Override
        public void finish(Code code, Payload list) {
            Label done = code.label();
            code.load(locals.get(0)).jump(Opcodes.IFEQ, done);
            code.load(locals.get(2)).jump(Opcodes.IFEQ, done);
            Payload payload = new Payload(list.buffer(), locals.get(0), locals.get(1), list.depth(), attribute.name());
            for (Choice choice : formats) {
                Label other = code.label();
                selector.jumpUnless(code, list.buffer(), locals.get(2), locals.get(3), choice.format(), other);
                choice.codec().get(code, payload);
                code.store(value()).jump(Opcodes.GOTO, done).mark(other);
            }
            code.mark(done);
        }

        @Override
        public void pushResult(Code code) {
            presence.pushResult(code, value());
        }
    }
}
