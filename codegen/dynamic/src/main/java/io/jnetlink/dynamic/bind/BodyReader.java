package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.runtime.Payloads;
import io.jnetlink.wire.AttributeHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;

/** Writes the code that reads a body in one pass. Used once. */
final class BodyReader {

    private final BodyShape shape;
    private final Code code;
    private final Local buffer;
    private final Local offset;
    private final Local length;
    private final Local depth;
    private final Map<BoundField, Local> members = new HashMap<>();
    private final Map<BoundField, FieldReader> readers = new LinkedHashMap<>();
    /** Names of the attributes that must come, and in groups of 64 a bit for each that did. */
    private final List<String> required = new ArrayList<>();

    private final List<Local> seen = new ArrayList<>();

    BodyReader(BodyShape shape, Code code) {
        this.shape = shape;
        this.code = code;
        this.buffer = code.local(NetlinkBuffer.class);
        this.offset = code.local(int.class);
        this.length = code.local(int.class);
        this.depth = code.local(int.class);
    }

    /** Body of {@code static R read(NetlinkBuffer, int, int, int)}. */
    void emit() {
        code.load(depth).load(offset).call(Payloads.class, "checkDepth", int.class, int.class);
        Local next = code.load(offset).keep(int.class);
        Local end = code.load(offset).load(length).instruction(Opcodes.IADD).keep(int.class);
        shape.header().ifPresent(header -> readHeader(header.size() + 3 & ~3, next, end));
        declare();
        loop(next, end);
        checkRequired();
        Payload list = new Payload(buffer, offset, length, depth, "");
        readers.values().forEach(r -> r.finish(code, list));
        code.begin(shape.type());
        for (BoundField field : shape.fields()) {
            Local member = members.get(field);
            if (member != null) {
                code.load(member);
            } else {
                readers.get(field).pushResult(code);
            }
        }
        code.construct(shape.constructor()).result(shape.type());
    }

    private void readHeader(int size, Local next, Local end) {
        Local headerBuffer = code.load(buffer).keep(NetlinkBuffer.class);
        Local headerAt = code.load(offset).keep(int.class);
        if (shape.headerMayBeShort()) {
            StructShape.extendIfShort(code, headerBuffer, headerAt, length, size);
        } else {
            code.push(size)
                    .load(length)
                    .load(offset)
                    .call(Payloads.class, "needHeader", int.class, int.class, int.class);
        }
        for (BoundField field : shape.fields()) {
            if (field instanceof HeaderField member) {
                members.put(field, member.read(code, headerBuffer, headerAt));
            }
        }
        // Behind the end where the header was short: nothing follows it then.
        code.load(next).push(size).instruction(Opcodes.IADD).store(next);
    }

    private void declare() {
        for (BoundField field : shape.fields()) {
            if (field instanceof AttributeField attribute) {
                FieldReader reader = attribute.reader();
                reader.declare(code);
                readers.put(field, reader);
                if (attribute.isRequired()) {
                    required.add(attribute.attribute().name());
                }
            }
        }
        for (int i = 0; i < required.size(); i += Long.SIZE) {
            seen.add(code.push(0L).keep(long.class));
        }
    }

    private void loop(Local next, Local end) {
        Label test = code.label();
        Label done = code.label();
        Label advance = code.label();
        code.mark(test).load(end).load(next).instruction(Opcodes.ISUB);
        code.push(AttributeHeader.SIZE).jump(Opcodes.IF_ICMPLT, done);
        Local size = AttributeLoop.length(code, buffer, next, end);
        Local at = AttributeLoop.payloadAt(code, next);
        Local payloadSize = AttributeLoop.payloadSize(code, size);
        Map<Integer, List<FieldReader.Case>> cases = new TreeMap<>();
        readers.values().stream()
                .flatMap(r -> r.cases().stream())
                .forEach(c -> cases.computeIfAbsent(c.number(), n -> new ArrayList<>())
                        .add(c));
        TreeMap<Integer, Label> labels = new TreeMap<>();
        cases.keySet().forEach(n -> labels.put(n, code.label()));
        code.load(buffer).load(next).call(AttributeHeader.class, "type", NetlinkBuffer.class, int.class);
        code.choose(labels, advance);
        Payload payload = new Payload(buffer, at, payloadSize, depth, "");
        cases.forEach((number, all) -> {
            code.mark(labels.get(number));
            all.forEach(c -> c.code().write(code, payload.named(c.name())));
            all.forEach(c -> noteSeen(c.name()));
            code.jump(Opcodes.GOTO, advance);
        });
        code.mark(advance);
        AttributeLoop.advance(code, next, size);
        code.jump(Opcodes.GOTO, test).mark(done);
    }

    private void noteSeen(String attribute) {
        int index = required.indexOf(attribute);
        if (index >= 0) {
            Local word = seen.get(index / Long.SIZE);
            code.load(word)
                    .push(1L << index % Long.SIZE)
                    .instruction(Opcodes.LOR)
                    .store(word);
        }
    }

    private void checkRequired() {
        for (int i = 0; i < seen.size(); i++) {
            List<String> names = required.subList(i * Long.SIZE, Math.min(required.size(), (i + 1) * Long.SIZE));
            long all = names.size() == Long.SIZE ? -1 : (1L << names.size()) - 1;
            Label complete = code.label();
            code.load(seen.get(i)).push(all).instruction(Opcodes.LCMP).jump(Opcodes.IFEQ, complete);
            code.push(String.join(" ", names))
                    .load(seen.get(i))
                    .push(shape.type().getSimpleName())
                    .load(offset)
                    .call(Payloads.class, "missing", String.class, long.class, String.class, int.class)
                    .instruction(Opcodes.ATHROW);
            code.mark(complete);
        }
    }
}
