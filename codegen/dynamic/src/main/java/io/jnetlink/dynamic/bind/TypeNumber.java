package io.jnetlink.dynamic.bind;

import net.bytebuddy.jar.asm.Opcodes;

/** Pushes the type that an attribute gets: a constant of the spec, or an index or level that is data. */
@FunctionalInterface
interface TypeNumber {

    /** Pushes it with flag bits added. */
    void push(Code code, int flagBits);

    static TypeNumber constant(int number) {
        return (code, flagBits) -> code.push(number | flagBits);
    }

    static TypeNumber variable(Local local) {
        return (code, flagBits) -> {
            code.load(local);
            if (flagBits != 0) {
                code.push(flagBits).instruction(Opcodes.IOR);
            }
        };
    }
}
