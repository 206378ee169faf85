package io.jnetlink.socket;

import io.jnetlink.socket.SocketFilter.Instruction;
import java.util.List;

/** The kernel's rules for classic packet filters, with words instead of {@code EINVAL}. */
final class FilterCheck {

    private FilterCheck() {}

    /**
     * Checks a program.
     *
     * @throws IllegalArgumentException if the kernel would not take it
     */
    static void check(List<Instruction> program) {
        if (program.isEmpty() || program.size() > SocketFilter.MOST_INSTRUCTIONS) {
            throw new IllegalArgumentException(
                    "a filter has 1 to " + SocketFilter.MOST_INSTRUCTIONS + " instructions, not " + program.size());
        }
        for (int index = 0; index < program.size(); index++) {
            String fault = fault(program.get(index), program.size() - index - 1);
            if (!fault.isEmpty()) {
                throw new IllegalArgumentException("instruction " + index + " " + program.get(index) + " " + fault);
            }
        }
        if (FilterCode.kind(program.get(program.size() - 1).code()) != FilterCode.RET) {
            throw new IllegalArgumentException("the last instruction returns nothing");
        }
    }

    private static String fault(Instruction instruction, int behind) {
        int code = instruction.code();
        if (!isKnown(code)) {
            return "has an unknown code";
        }
        return switch (FilterCode.kind(code)) {
            case FilterCode.JMP -> jumpFault(instruction, behind);
            case FilterCode.ALU -> arithmeticFault(instruction);
            case FilterCode.LD, FilterCode.LDX -> FilterCode.mode(code) == FilterCode.MEM ? cellFault(instruction) : "";
            case FilterCode.ST, FilterCode.STX -> cellFault(instruction);
            default -> "";
        };
    }

    private static String jumpFault(Instruction instruction, int behind) {
        long farthest = FilterCode.operation(instruction.code()) == FilterCode.JA
                ? instruction.operand()
                : Math.max(instruction.jumpTrue(), instruction.jumpFalse());
        return farthest < behind ? "" : "jumps behind the end";
    }

    private static String arithmeticFault(Instruction instruction) {
        int operation = FilterCode.operation(instruction.code());
        boolean constant = !FilterCode.usesIndex(instruction.code());
        boolean divides = operation == FilterCode.DIV || operation == FilterCode.MOD;
        boolean shifts = operation == FilterCode.LSH || operation == FilterCode.RSH;
        if (constant && divides && instruction.operand() == 0) {
            return "divides by zero";
        }
        return constant && shifts && instruction.operand() >= Integer.SIZE ? "shifts by 32 bits or more" : "";
    }

    private static String cellFault(Instruction instruction) {
        return instruction.operand() < FilterCode.CELLS ? "" : "uses a memory cell that there is not";
    }

    private static boolean isKnown(int code) {
        int operation = FilterCode.operation(code);
        return switch (FilterCode.kind(code)) {
            case FilterCode.LD -> isLoad(code);
            case FilterCode.LDX ->
                code == (FilterCode.LDX | FilterCode.B | FilterCode.MSH)
                        || FilterCode.size(code) == FilterCode.W && isUnsized(FilterCode.mode(code)) && code <= 0xff;
            case FilterCode.ST, FilterCode.STX -> code <= FilterCode.STX;
            case FilterCode.ALU ->
                code <= 0xff && operation <= FilterCode.XOR && (operation != FilterCode.NEG || !index(code));
            case FilterCode.JMP ->
                code <= 0xff && operation <= FilterCode.JSET && (operation != FilterCode.JA || !index(code));
            case FilterCode.RET -> code == FilterCode.RET || code == (FilterCode.RET | FilterCode.A);
            default -> code == FilterCode.MISC || code == (FilterCode.MISC | FilterCode.TXA);
        };
    }

    private static boolean isLoad(int code) {
        if (code > 0xff) {
            return false;
        }
        int mode = FilterCode.mode(code);
        int size = FilterCode.size(code);
        boolean sized = mode == FilterCode.ABS || mode == FilterCode.IND;
        return sized && size <= FilterCode.B || size == FilterCode.W && isUnsized(mode);
    }

    private static boolean isUnsized(int mode) {
        return mode == FilterCode.IMM || mode == FilterCode.MEM || mode == FilterCode.LEN;
    }

    private static boolean index(int code) {
        return FilterCode.usesIndex(code);
    }
}
