package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.runtime.Payloads;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A number as a Java number, or as a {@code boolean} where only 0 and 1 make sense.
 *
 * @param type the primitive
 * @param rule which numbers may be sent
 * @param orFlag whether requests carry an empty attribute instead: it reads as 1
 */
record NumberCodec(Class<?> type, NumberRule rule, boolean orFlag) implements ValueCodec {

    private NumberAccess access() {
        return new NumberAccess(rule.format());
    }

    @Override
    public void put(Code code, Local out, TypeNumber number, Local value) {
        if (type != boolean.class) {
            rule.check(code, value);
        }
        access().put(code, out, number, () -> pushWire(code, value));
    }

    /** Writes code that puts the value into a struct. */
    void putAt(Code code, Local buffer, Local at, int offset, Local value) {
        if (type != boolean.class) {
            rule.check(code, value);
        }
        access().putAt(code, buffer, at, offset, () -> pushWire(code, value));
    }

    private void pushWire(Code code, Local value) {
        code.load(value).convert(type, access().wireType());
    }

    @Override
    public void get(Code code, Payload payload) {
        if (orFlag) {
            getOrFlag(code, payload);
            return;
        }
        payload.need(code, rule.format().minimumBytes());
        access().read(code, payload.buffer(), payload.at(), 0, () -> code.load(payload.size()));
        fromWire(code, payload.at(), payload.name());
    }

    private void getOrFlag(Code code, Payload payload) {
        var number = code.label();
        var end = code.label();
        Local value = code.local(type);
        code.load(payload.size()).jump(Opcodes.IFNE, number);
        code.push(1)
                .convert(int.class, type)
                .store(value)
                .jump(Opcodes.GOTO, end)
                .mark(number);
        new NumberCodec(type, rule, false).get(code, payload);
        code.store(value).mark(end).load(value);
    }

    /** Writes code that leaves the value of a struct's member on the stack. */
    void getAt(Code code, Local buffer, Local at, int offset) {
        access().read(code, buffer, at, offset, () -> code.push(Long.BYTES));
        fromWire(code, at, rule.field());
    }

    private void fromWire(Code code, Local at, String name) {
        Class<?> wire = access().wireType();
        if (type == boolean.class) {
            code.convert(wire, int.class).call(Payloads.class, "isSet", int.class);
        } else if (wire == long.class && type != long.class) {
            code.load(at).push(name).call(Payloads.class, "narrow", long.class, int.class, String.class);
            narrow(code);
        } else {
            code.convert(wire, type);
            narrow(code);
        }
    }

    private void narrow(Code code) {
        if (type == byte.class) {
            code.instruction(Opcodes.I2B);
        } else if (type == short.class) {
            code.instruction(Opcodes.I2S);
        }
    }
}
