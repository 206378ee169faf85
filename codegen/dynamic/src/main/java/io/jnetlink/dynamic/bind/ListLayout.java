package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.runtime.Payloads;
import io.jnetlink.message.Leveled;
import io.jnetlink.wire.AttributeHeader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;

/** How the values of a list stand on the wire. Implementations are immutable. */
interface ListLayout {

    /** Writes code that appends a list that is not empty. */
    void write(Code code, Local out, ListField field, Local list);

    /** Writes code that adds what one attribute holds to a list. */
    void read(Code code, Payload payload, ListField field, Local list);

    /** Each is an attribute of its own. */
    record Repeated() implements ListLayout {
        @Override
        public void write(Code code, Local out, ListField field, Local list) {
            TypeNumber number = TypeNumber.constant(field.attribute().number());
            ListField.each(
                    code,
                    list,
                    e -> field.codec()
                            .put(
                                    code,
                                    out,
                                    number,
                                    Presence.unboxed(code.load(e), field.codec().type())));
        }

        @Override
        public void read(Code code, Payload payload, ListField field, Local list) {
            field.codec().get(code, payload);
            Presence.box(code, field.codec().type());
            ListField.add(code, list);
        }
    }

    /** Elements in one nest, typed by their index, which begins with 1. */
    record Indexed() implements ListLayout {
        @Override
        public void write(Code code, Local out, ListField field, Local list) {
            Local mark = begin(code, out, field);
            Local index = code.push(1).keep(int.class);
            ListField.each(code, list, e -> {
                field.codec()
                        .put(
                                code,
                                out,
                                TypeNumber.variable(index),
                                Presence.unboxed(code.load(e), field.codec().type()));
                code.load(index).push(1).instruction(Opcodes.IADD).store(index);
            });
            code.load(out).load(mark).call(MessageWriter.class, "end", int.class);
        }

        @Override
        public void read(Code code, Payload payload, ListField field, Local list) {
            walk(code, payload, (inner, type) -> {
                field.codec().get(code, inner);
                Presence.box(code, field.codec().type());
                ListField.add(code, list);
            });
        }
    }

    /** Leaves below levels whose types are data; elements are {@link Leveled}. */
    record Levels(int depth) implements ListLayout {
        @Override
        public void write(Code code, Local out, ListField field, Local list) {
            boolean multiple = field.attribute().multiple();
            Local outer = multiple ? new Local(-1, int.class) : begin(code, out, field);
            ListField.each(code, list, e -> {
                Local leaf = code.load(e).cast(Leveled.class).keep(Leveled.class);
                Local[] marks = new Local[depth];
                marks[0] = multiple ? begin(code, out, field) : outer;
                for (int i = 0; i + 1 < depth; i++) {
                    code.load(out);
                    pushLevel(code, field, leaf, i);
                    if (field.attribute().nestFlag()) {
                        code.push(AttributeHeader.NESTED).instruction(Opcodes.IOR);
                    }
                    marks[i + 1] =
                            code.call(MessageWriter.class, "begin", int.class).keep(int.class);
                }
                pushLevel(code, field, leaf, depth - 1);
                Local last = code.keep(int.class);
                code.load(leaf).call(Leveled.class, "value");
                Local value = Presence.unboxed(code, field.codec().type());
                field.codec().put(code, out, TypeNumber.variable(last), value);
                for (int i = depth - 1; i > 0; i--) {
                    code.load(out).load(marks[i]).call(MessageWriter.class, "end", int.class);
                }
                if (multiple) {
                    code.load(out).load(marks[0]).call(MessageWriter.class, "end", int.class);
                }
            });
            if (!multiple) {
                code.load(out).load(outer).call(MessageWriter.class, "end", int.class);
            }
        }

        private void pushLevel(Code code, ListField field, Local leaf, int level) {
            code.push(field.attribute().name())
                    .load(leaf)
                    .push(level)
                    .push(depth)
                    .call(Payloads.class, "level", String.class, Leveled.class, int.class, int.class);
        }

        @Override
        public void read(Code code, Payload payload, ListField field, Local list) {
            readLevel(code, payload, field, list, new Local[depth], 0);
        }

        private void readLevel(Code code, Payload payload, ListField field, Local list, Local[] path, int level) {
            walk(code, payload, (inner, type) -> {
                path[level] = type;
                if (level + 1 < depth) {
                    readLevel(code, inner, field, list, path, level + 1);
                } else {
                    addLeaf(code, inner, field, list, path);
                }
            });
        }

        private void addLeaf(Code code, Payload inner, ListField field, Local list, Local[] path) {
            field.codec().get(code, inner);
            Presence.box(code, field.codec().type());
            Local value = code.keep(Object.class);
            code.push(depth);
            code.newIntArray();
            Local levels = code.keep(int[].class);
            for (int i = 0; i < depth; i++) {
                code.load(levels).push(i).load(path[i]).instruction(Opcodes.IASTORE);
            }
            code.load(levels).load(value).call(Payloads.class, "leaf", int[].class, Object.class);
            ListField.add(code, list);
        }
    }

    private static Local begin(Code code, Local out, ListField field) {
        TypeNumber.constant(field.attribute().number())
                .push(code.load(out), field.attribute().nestFlag() ? AttributeHeader.NESTED : 0);
        return code.call(MessageWriter.class, "begin", int.class).keep(int.class);
    }

    /** Writes a loop over the attributes in a payload. */
    private static void walk(Code code, Payload payload, ElementCode body) {
        Label test = code.label();
        Label done = code.label();
        Local end = code.load(payload.at())
                .load(payload.size())
                .instruction(Opcodes.IADD)
                .keep(int.class);
        Local next = code.load(payload.at()).keep(int.class);
        code.mark(test).load(end).load(next).instruction(Opcodes.ISUB);
        code.push(AttributeHeader.SIZE).jump(Opcodes.IF_ICMPLT, done);
        Local length = AttributeLoop.length(code, payload.buffer(), next, end);
        Local at = AttributeLoop.payloadAt(code, next);
        Local size = AttributeLoop.payloadSize(code, length);
        Local type = code.load(payload.buffer())
                .load(next)
                .call(AttributeHeader.class, "type", NetlinkBuffer.class, int.class)
                .keep(int.class);
        body.write(new Payload(payload.buffer(), at, size, payload.depth(), payload.name()), type);
        AttributeLoop.advance(code, next, length);
        code.jump(Opcodes.GOTO, test).mark(done);
    }

    /** Writes code for one element. */
    @FunctionalInterface
    interface ElementCode {

        /** Writes it. */
        void write(Payload inner, Local type);
    }
}
