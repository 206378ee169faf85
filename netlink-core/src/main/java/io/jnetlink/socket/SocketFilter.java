package io.jnetlink.socket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the classic Berkeley Packet Filter, by which the kernel drops datagrams before they take room in a socket's
 * receive queue.
 *
 * <pre>{@code
 * SocketFilter filter = SocketFilter.accepting().types(RTM_NEWLINK, RTM_DELLINK).interfaces(2, 7).build();
 * SocketOptions.builder(SocketOptions.ROUTE).filter(filter).build();
 * }</pre>
 *
 * <p>It looks at the first message of a datagram; the kernel's notifications come one by one. Programs are checked when they
 * are made, by the rules of the kernel.
 *
 * <p>Immutable; equal when the instructions are.
 */
public final class SocketFilter {

    /** The longest program that the kernel takes. */
    public static final int MOST_INSTRUCTIONS = 4096;

    static final int INSTRUCTION_BYTES = 8;

    private final List<Instruction> instructions;

    /**
     * One instruction ({@code struct sock_filter}).
     *
     * @param code what to do, {@code BPF_…} bits of {@code linux/bpf_common.h}, 16 bits
     * @param jumpTrue how many instructions to skip if a comparison holds, 8 bits
     * @param jumpFalse how many to skip if it does not, 8 bits
     * @param operand a constant, an offset or a distance, 32 bits unsigned
     */
    public record Instruction(int code, int jumpTrue, int jumpFalse, long operand) {

        /**
         * Checks that the numbers fit.
         *
         * @throws IllegalArgumentException if one does not
         */
        public Instruction {
            requireBits("code", code, 16);
            requireBits("jump if true", jumpTrue, 8);
            requireBits("jump if false", jumpFalse, 8);
            requireBits("operand", operand, 32);
        }

        /** An instruction that does not jump. */
        public static Instruction of(int code, long operand) {
            return new Instruction(code, 0, 0, operand);
        }

        private static void requireBits(String name, long value, int bits) {
            if (value >>> bits != 0) {
                throw new IllegalArgumentException(name + " " + value + " does not fit " + bits + " bits");
            }
        }

        @Override
        public String toString() {
            return String.format("{0x%x, %d, %d, 0x%x}", code, jumpTrue, jumpFalse, operand);
        }
    }

    private SocketFilter(List<Instruction> instructions) {
        this.instructions = instructions;
    }

    /**
     * A program of your own, such as {@code tcpdump -dd} prints.
     *
     * @param instructions in their order
     * @return the filter
     * @throws IllegalArgumentException if the kernel would not take it: empty or too long, an unknown code, a jump behind the end, a
     *     memory cell that there is not, a division by zero, or an end that returns nothing
     */
    public static SocketFilter of(List<Instruction> instructions) {
        List<Instruction> copy = List.copyOf(instructions);
        FilterCheck.check(copy);
        return new SocketFilter(copy);
    }

    /**
     * Reads a program as the kernel is given it.
     *
     * @param program instructions of 8 bytes each, from position to limit, in native byte order
     * @return the filter
     * @throws IllegalArgumentException if the kernel would not take it
     */
    public static SocketFilter ofProgram(ByteBuffer program) {
        ByteBuffer in = program.duplicate().order(ByteOrder.nativeOrder());
        List<Instruction> instructions = new ArrayList<>();
        while (in.remaining() >= INSTRUCTION_BYTES) {
            instructions.add(new Instruction(
                    Short.toUnsignedInt(in.getShort()),
                    Byte.toUnsignedInt(in.get()),
                    Byte.toUnsignedInt(in.get()),
                    Integer.toUnsignedLong(in.getInt())));
        }
        return of(instructions);
    }

    /**
     * Begins a filter that accepts what meets all conditions, and drops the rest.
     *
     * @return a builder without conditions
     */
    public static SocketFilterBuilder accepting() {
        return new SocketFilterBuilder(true);
    }

    /**
     * Begins a filter that drops what meets all conditions, and accepts the rest.
     *
     * @return a builder without conditions
     */
    public static SocketFilterBuilder dropping() {
        return new SocketFilterBuilder(false);
    }

    /**
     * The program.
     *
     * @return an unmodifiable list
     */
    public List<Instruction> instructions() {
        return instructions;
    }

    /**
     * Runs the program here, as the kernel would.
     *
     * @param datagram its bytes, from position to limit
     * @return whether the datagram would be queued
     * @throws UnsupportedOperationException if the program asks for something else than the datagram's bytes and length
     */
    public boolean accepts(ByteBuffer datagram) {
        return new FilterMachine(instructions, datagram).run() != 0;
    }

    /** The program as the kernel takes it, in direct memory. */
    ByteBuffer program() {
        ByteBuffer out = ByteBuffer.allocateDirect(instructions.size() * INSTRUCTION_BYTES)
                .order(ByteOrder.nativeOrder());
        for (Instruction instruction : instructions) {
            out.putShort((short) instruction.code)
                    .put((byte) instruction.jumpTrue)
                    .put((byte) instruction.jumpFalse)
                    .putInt((int) instruction.operand);
        }
        return out.flip();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SocketFilter that && instructions.equals(that.instructions);
    }

    @Override
    public int hashCode() {
        return instructions.hashCode();
    }

    @Override
    public String toString() {
        return "filter of " + instructions.size() + " instructions";
    }
}
