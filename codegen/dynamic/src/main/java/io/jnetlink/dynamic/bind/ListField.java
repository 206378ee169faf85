package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.runtime.Payloads;
import io.jnetlink.spec.ir.AttributeIr;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * An attribute with a list of values: it stands several times, or holds several elements.
 *
 * @param component the Java side, a {@code List}
 * @param attribute the spec's side
 * @param layout how the values stand on the wire
 * @param codec how one of them is written and read
 */
record ListField(Component component, AttributeIr attribute, ListLayout layout, ValueCodec codec)
        implements AttributeField {

    @Override
    public boolean isRequired() {
        return false;
    }

    @Override
    public void write(Code code, Local out, Local value) {
        Label end = code.label();
        code.load(value).jump(Opcodes.IFNULL, end);
        code.load(value).call(List.class, "isEmpty").jump(Opcodes.IFNE, end);
        layout.write(code, out, this, value);
        code.mark(end);
    }

    /** Writes a loop over the list. */
    static void each(Code code, Local list, Consumer<Local> body) {
        Label test = code.label();
        Label end = code.label();
        Local iterator = code.load(list).call(List.class, "iterator").keep(Iterator.class);
        code.mark(test).load(iterator).call(Iterator.class, "hasNext").jump(Opcodes.IFEQ, end);
        Local element = code.load(iterator).call(Iterator.class, "next").keep(Object.class);
        body.accept(element);
        code.jump(Opcodes.GOTO, test).mark(end);
    }

    @Override
    public List<RecordShape> shapes() {
        return codec.shapes();
    }

    @Override
    public List<EnumMapping> enums() {
        return codec.enums();
    }

    @Override
    public FieldReader reader() {
        return new Reader();
    }

    /** Writes code that adds the boxed value on the stack to a list, which is made for the first. */
    static void add(Code code, Local list) {
        Label there = code.label();
        Local element = code.keep(Object.class);
        code.load(list).jump(Opcodes.IFNONNULL, there);
        try {
            code.begin(ArrayList.class)
                    .construct(ArrayList.class.getConstructor())
                    .store(list);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        code.mark(there)
                .load(list)
                .load(element)
                .call(List.class, "add", Object.class)
                .instruction(Opcodes.POP);
    }

    private final class Reader implements FieldReader {

        private @Nullable Local list;

        private Local list() {
            if (list == null) {
                throw new IllegalStateException("not declared");
            }
            return list;
        }

        @Override
        public void declare(Code code) {
            list = code.local(List.class);
            code.pushNull().store(list);
        }

        @Override
        public List<Case> cases() {
            return List.of(new Case(
                    attribute.number(),
                    attribute.name(),
                    (code, payload) -> layout.read(code, payload, ListField.this, list())));
        }

        @Override
        public void finish(Code code, Payload payload) {}

        @Override
        public void pushResult(Code code) {
            code.load(list()).call(Payloads.class, "finished", List.class);
        }
    }
}
