package io.jnetlink.socket;

import io.jnetlink.socket.SocketFilter.Instruction;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Runs a classic packet filter that was checked.
 *
 * <p>Not thread-safe; for one run.
 */
final class FilterMachine {

    /** Loads from here on ask the kernel for other things than the datagram's bytes. */
    private static final long FIRST_ANCILLARY = 0x8000_0000L;

    private final List<Instruction> program;
    private final ByteBuffer data;
    private final int[] cells = new int[FilterCode.CELLS];
    private int accumulator;
    private int index;
    private int next;
    /** What a program returns that reads behind the end, or divides by zero. */
    private boolean given;

    FilterMachine(List<Instruction> program, ByteBuffer datagram) {
        this.program = program;
        this.data = datagram.slice().order(ByteOrder.BIG_ENDIAN);
    }

    /** How many bytes the program accepts; 0 drops the datagram. */
    int run() {
        while (true) {
            Instruction instruction = program.get(next++);
            int code = instruction.code();
            int operand = (int) instruction.operand();
            switch (FilterCode.kind(code)) {
                case FilterCode.LD -> accumulator = load(code, instruction.operand());
                case FilterCode.LDX -> index = load(code, instruction.operand());
                case FilterCode.ST -> cells[operand] = accumulator;
                case FilterCode.STX -> cells[operand] = index;
                case FilterCode.ALU -> accumulator = compute(code, FilterCode.usesIndex(code) ? index : operand);
                case FilterCode.JMP -> jump(instruction);
                case FilterCode.RET -> {
                    return code == FilterCode.RET ? operand : accumulator;
                }
                default -> move(code);
            }
            if (given) {
                return 0;
            }
        }
    }

    private int load(int code, long operand) {
        return switch (FilterCode.mode(code)) {
            case FilterCode.IMM -> (int) operand;
            case FilterCode.MEM -> cells[(int) operand];
            case FilterCode.LEN -> data.limit();
            case FilterCode.ABS -> bytes(code, operand);
            case FilterCode.IND -> bytes(code, operand + Integer.toUnsignedLong(index) & 0xffff_ffffL);
            default -> 4 * (bytes(FilterCode.B, operand) & 0xf);
        };
    }

    private int bytes(int code, long offset) {
        if (offset >= FIRST_ANCILLARY) {
            throw new UnsupportedOperationException("the filter asks for more than the datagram");
        }
        int width = FilterCode.size(code) == FilterCode.W ? 4 : FilterCode.size(code) == FilterCode.H ? 2 : 1;
        if (offset + width > data.limit()) {
            given = true;
            return 0;
        }
        int at = (int) offset;
        return switch (width) {
            case 4 -> data.getInt(at);
            case 2 -> Short.toUnsignedInt(data.getShort(at));
            default -> Byte.toUnsignedInt(data.get(at));
        };
    }

    private int compute(int code, int operand) {
        int operation = FilterCode.operation(code);
        if ((operation == FilterCode.DIV || operation == FilterCode.MOD) && operand == 0) {
            given = true;
            return 0;
        }
        return switch (operation) {
            case FilterCode.ADD -> accumulator + operand;
            case FilterCode.SUB -> accumulator - operand;
            case FilterCode.MUL -> accumulator * operand;
            case FilterCode.DIV -> Integer.divideUnsigned(accumulator, operand);
            case FilterCode.MOD -> Integer.remainderUnsigned(accumulator, operand);
            case FilterCode.OR -> accumulator | operand;
            case FilterCode.AND -> accumulator & operand;
            case FilterCode.XOR -> accumulator ^ operand;
            case FilterCode.LSH -> accumulator << operand;
            case FilterCode.RSH -> accumulator >>> operand;
            default -> -accumulator;
        };
    }

    private void jump(Instruction instruction) {
        int operation = FilterCode.operation(instruction.code());
        if (operation == FilterCode.JA) {
            next += (int) instruction.operand();
            return;
        }
        int operand = FilterCode.usesIndex(instruction.code()) ? index : (int) instruction.operand();
        boolean holds = switch (operation) {
            case FilterCode.JEQ -> accumulator == operand;
            case FilterCode.JGT -> Integer.compareUnsigned(accumulator, operand) > 0;
            case FilterCode.JGE -> Integer.compareUnsigned(accumulator, operand) >= 0;
            default -> (accumulator & operand) != 0;
        };
        next += holds ? instruction.jumpTrue() : instruction.jumpFalse();
    }

    private void move(int code) {
        if (code == FilterCode.MISC) {
            index = accumulator;
        } else {
            accumulator = index;
        }
    }
}
