package io.jnetlink.dynamic.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteOrder;
import java.util.SortedMap;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes the instructions of one method in the words of the Java language.
 *
 * <p>Not thread-safe. Descriptors are taken from the methods that are called, so a call of one that does not exist fails
 * while it is written. The stack is empty at every label.
 */
final class Code {

    private static final int TABLE_DENSITY = 4;

    private final MethodVisitor visitor;
    private final String owner;
    private int nextSlot;

    Code(MethodVisitor visitor, String owner) {
        this.visitor = visitor;
        this.owner = owner;
    }

    /** A new variable; parameters come first. */
    Local local(Class<?> type) {
        Local local = new Local(nextSlot, type);
        nextSlot += Type.getType(type).getSize();
        return local;
    }

    /** A new variable with the value on the stack. */
    Local keep(Class<?> type) {
        Local local = local(type);
        store(local);
        return local;
    }

    Code load(Local local) {
        visitor.visitVarInsn(Type.getType(local.type()).getOpcode(Opcodes.ILOAD), local.slot());
        return this;
    }

    Code store(Local local) {
        visitor.visitVarInsn(Type.getType(local.type()).getOpcode(Opcodes.ISTORE), local.slot());
        return this;
    }

    Code push(int value) {
        if (value >= -1 && value <= 5) {
            visitor.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value == (byte) value) {
            visitor.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value == (short) value) {
            visitor.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            visitor.visitLdcInsn(value);
        }
        return this;
    }

    Code push(long value) {
        if (value == 0 || value == 1) {
            visitor.visitInsn(Opcodes.LCONST_0 + (int) value);
        } else {
            visitor.visitLdcInsn(value);
        }
        return this;
    }

    Code push(String value) {
        visitor.visitLdcInsn(value);
        return this;
    }

    Code push(boolean value) {
        return push(value ? 1 : 0);
    }

    Code pushNull() {
        visitor.visitInsn(Opcodes.ACONST_NULL);
        return this;
    }

    /** A fixed byte order. */
    Code push(ByteOrder order) {
        return field(ByteOrder.class, order == ByteOrder.BIG_ENDIAN ? "BIG_ENDIAN" : "LITTLE_ENDIAN", ByteOrder.class);
    }

    /** A static field. */
    Code field(Class<?> holder, String name, Class<?> type) {
        visitor.visitFieldInsn(Opcodes.GETSTATIC, Type.getInternalName(holder), name, Type.getDescriptor(type));
        return this;
    }

    /** An instruction without operands. */
    Code instruction(int opcode) {
        visitor.visitInsn(opcode);
        return this;
    }

    /** A number of one primitive type as one of another that holds it. */
    Code convert(Class<?> from, Class<?> to) {
        if (from == long.class && to != long.class) {
            instruction(Opcodes.L2I);
        } else if (from != long.class && to == long.class) {
            instruction(Opcodes.I2L);
        }
        return this;
    }

    Code cast(Class<?> type) {
        if (type != Object.class) {
            visitor.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
        }
        return this;
    }

    Code isInstance(Class<?> type) {
        visitor.visitTypeInsn(Opcodes.INSTANCEOF, Type.getInternalName(type));
        return this;
    }

    Code call(Class<?> type, String name, Class<?>... parameters) {
        try {
            return call(type.getMethod(name, parameters));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    Code call(Method method) {
        Class<?> type = method.getDeclaringClass();
        int opcode = Modifier.isStatic(method.getModifiers())
                ? Opcodes.INVOKESTATIC
                : type.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        visitor.visitMethodInsn(
                opcode,
                Type.getInternalName(type),
                method.getName(),
                Type.getMethodDescriptor(method),
                type.isInterface());
        return this;
    }

    /** A static method of the class that is being written. */
    Code callOwn(String name, Class<?> result, Class<?>... parameters) {
        Type[] types = new Type[parameters.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = Type.getType(parameters[i]);
        }
        visitor.visitMethodInsn(
                Opcodes.INVOKESTATIC, owner, name, Type.getMethodDescriptor(Type.getType(result), types), false);
        return this;
    }

    /** Loads a field of {@code this}, which the class that is being written declares. */
    Code ownField(String name, Class<?> type) {
        visitor.visitVarInsn(Opcodes.ALOAD, 0);
        visitor.visitFieldInsn(Opcodes.GETFIELD, owner, name, Type.getDescriptor(type));
        return this;
    }

    /** Sets a field of the object below the value on the stack. */
    Code putOwnField(String name, Class<?> type) {
        visitor.visitFieldInsn(Opcodes.PUTFIELD, owner, name, Type.getDescriptor(type));
        return this;
    }

    /** A new array of as many numbers as the stack says. */
    Code newIntArray() {
        visitor.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_INT);
        return this;
    }

    /** Begins {@code new}; the constructor's arguments are pushed next. */
    Code begin(Class<?> type) {
        visitor.visitTypeInsn(Opcodes.NEW, Type.getInternalName(type));
        visitor.visitInsn(Opcodes.DUP);
        return this;
    }

    Code construct(Constructor<?> constructor) {
        visitor.visitMethodInsn(
                Opcodes.INVOKESPECIAL,
                Type.getInternalName(constructor.getDeclaringClass()),
                "<init>",
                Type.getConstructorDescriptor(constructor),
                false);
        return this;
    }

    Label label() {
        return new Label();
    }

    Code mark(Label label) {
        visitor.visitLabel(label);
        return this;
    }

    Code jump(int opcode, Label target) {
        visitor.visitJumpInsn(opcode, target);
        return this;
    }

    /** Catches what the instructions between two labels throw. */
    Code catching(Label start, Label end, Label handler, Class<? extends Throwable> type) {
        visitor.visitTryCatchBlock(start, end, handler, Type.getInternalName(type));
        return this;
    }

    /** Jumps by the number on the stack. */
    Code choose(SortedMap<Integer, Label> cases, Label otherwise) {
        if (cases.isEmpty()) {
            return instruction(Opcodes.POP).jump(Opcodes.GOTO, otherwise);
        }
        int least = cases.firstKey();
        int greatest = cases.lastKey();
        if ((long) greatest - least < (long) TABLE_DENSITY * cases.size()) {
            Label[] table = new Label[greatest - least + 1];
            for (int i = 0; i < table.length; i++) {
                table[i] = cases.getOrDefault(least + i, otherwise);
            }
            visitor.visitTableSwitchInsn(least, greatest, otherwise, table);
        } else {
            int[] keys = cases.keySet().stream().mapToInt(Integer::intValue).toArray();
            visitor.visitLookupSwitchInsn(otherwise, keys, cases.values().toArray(Label[]::new));
        }
        return this;
    }

    /** Returns what is on the stack. */
    Code result(Class<?> type) {
        visitor.visitInsn(Type.getType(type).getOpcode(Opcodes.IRETURN));
        return this;
    }
}
