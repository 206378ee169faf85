package io.jnetlink.dynamic.bind;

import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;

/** How a Java type says that an attribute is absent. */
enum Presence {
    /** A primitive: it cannot be absent. */
    REQUIRED,
    /** A reference or boxed number: null. */
    NULLABLE,
    /** {@code Optional}. */
    OPTIONAL,
    /** {@code OptionalInt}. */
    OPTIONAL_INT,
    /** {@code OptionalLong}. */
    OPTIONAL_LONG;

    static Presence of(Class<?> type) {
        if (type == Optional.class) {
            return OPTIONAL;
        } else if (type == OptionalInt.class) {
            return OPTIONAL_INT;
        } else if (type == OptionalLong.class) {
            return OPTIONAL_LONG;
        }
        return type.isPrimitive() ? REQUIRED : NULLABLE;
    }

    /** Code that runs {@code then} with the bare value in a variable, if there is one. */
    void ifPresent(Code code, Local value, Class<?> bare, Consumer<Local> then) {
        if (this == REQUIRED) {
            then.accept(value);
            return;
        }
        Label absent = code.label();
        code.load(value).jump(Opcodes.IFNULL, absent);
        if (this == NULLABLE) {
            then.accept(value.type().equals(bare) ? value : unboxed(code.load(value), bare));
        } else {
            code.load(value).call(value.type(), "isPresent").jump(Opcodes.IFEQ, absent);
            code.load(value);
            then.accept(got(code, value.type(), bare));
        }
        code.mark(absent);
    }

    private Local got(Code code, Class<?> optional, Class<?> bare) {
        if (this == OPTIONAL_INT) {
            return code.call(optional, "getAsInt").convert(int.class, bare).keep(bare);
        } else if (this == OPTIONAL_LONG) {
            return code.call(optional, "getAsLong").keep(bare);
        }
        code.call(optional, "get");
        return bare.isPrimitive() ? unboxed(code, bare) : code.cast(bare).keep(bare);
    }

    /** The value on the stack without its box. */
    static Local unboxed(Code code, Class<?> bare) {
        if (!bare.isPrimitive()) {
            return code.cast(bare).keep(bare);
        }
        Class<?> box = box(bare);
        return code.cast(box).call(box, bare.getName() + "Value").keep(bare);
    }

    /** The variable that holds the value while a message is read. */
    Local declare(Code code, Class<?> bare) {
        return switch (this) {
            case REQUIRED -> {
                Local local = code.local(bare);
                (bare == long.class ? code.push(0L) : code.push(0)).store(local);
                yield local;
            }
            case OPTIONAL_INT -> code.call(OptionalInt.class, "empty").keep(OptionalInt.class);
            case OPTIONAL_LONG -> code.call(OptionalLong.class, "empty").keep(OptionalLong.class);
            case NULLABLE, OPTIONAL -> {
                Local local = code.local(box(bare));
                code.pushNull().store(local);
                yield local;
            }
        };
    }

    /** Code that puts the bare value on the stack into the variable. */
    void store(Code code, Local local, Class<?> bare) {
        switch (this) {
            case REQUIRED -> {}
            case OPTIONAL_INT -> code.call(OptionalInt.class, "of", int.class);
            case OPTIONAL_LONG -> code.call(OptionalLong.class, "of", long.class);
            case NULLABLE, OPTIONAL -> box(code, bare);
        }
        code.store(local);
    }

    /** Boxes the number on the stack; leaves a reference alone. */
    static void box(Code code, Class<?> bare) {
        if (bare.isPrimitive()) {
            code.call(box(bare), "valueOf", bare);
        }
    }

    /** Code that pushes what the record's constructor takes. */
    void pushResult(Code code, Local local) {
        code.load(local);
        if (this == OPTIONAL) {
            code.call(Optional.class, "ofNullable", Object.class);
        }
    }

    static Class<?> box(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
