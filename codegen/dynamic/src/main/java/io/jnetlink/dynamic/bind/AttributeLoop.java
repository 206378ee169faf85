package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.runtime.Payloads;
import io.jnetlink.wire.AttributeHeader;
import io.jnetlink.wire.NetlinkBuffer;
import net.bytebuddy.jar.asm.Opcodes;

/** Pieces of a loop over attributes. Stateless. */
final class AttributeLoop {

    private static final int ALIGNMENT = 4;

    private AttributeLoop() {}

    /** The checked length of the attribute at {@code next}. */
    static Local length(Code code, Local buffer, Local next, Local end) {
        return code.load(buffer)
                .load(next)
                .load(end)
                .call(Payloads.class, "attributeLength", NetlinkBuffer.class, int.class, int.class)
                .keep(int.class);
    }

    /** Where its payload starts. */
    static Local payloadAt(Code code, Local next) {
        return code.load(next)
                .push(AttributeHeader.SIZE)
                .instruction(Opcodes.IADD)
                .keep(int.class);
    }

    /** How many bytes its payload has. */
    static Local payloadSize(Code code, Local length) {
        return code.load(length)
                .push(AttributeHeader.SIZE)
                .instruction(Opcodes.ISUB)
                .keep(int.class);
    }

    /** Moves behind it and its padding. */
    static void advance(Code code, Local next, Local length) {
        code.load(next)
                .load(length)
                .push(ALIGNMENT - 1)
                .instruction(Opcodes.IADD)
                .push(-ALIGNMENT)
                .instruction(Opcodes.IAND)
                .instruction(Opcodes.IADD)
                .store(next);
    }
}
