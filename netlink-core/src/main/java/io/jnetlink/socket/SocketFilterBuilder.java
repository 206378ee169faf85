package io.jnetlink.socket;

import io.jnetlink.socket.SocketFilter.Instruction;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the conditions of a {@link SocketFilter}: each names a field and the values it may have, and all must hold. A
 * message that is too short for a field does not meet its condition.
 *
 * <p>Offsets count from the start of the message header; the body begins at 16, behind a generic header at 20. Not
 * thread-safe.
 */
public final class SocketFilterBuilder {

    private static final int TYPE_OFFSET = 4;
    private static final int BODY_OFFSET = 16;
    private static final int INDEX_OFFSET = BODY_OFFSET + 4;
    private static final long EVERYTHING = 0xffff_ffffL;

    private final boolean accepting;
    private final List<Condition> conditions = new ArrayList<>();

    /** A field, and the values it may have, as the machine loads them: big-endian. */
    private record Condition(int offset, int width, List<Long> values) {

        /** Length check, load, and a comparison with a jump for each value. */
        int size() {
            return 4 + 2 * values.size() + 1;
        }
    }

    SocketFilterBuilder(boolean accepting) {
        this.accepting = accepting;
    }

    /**
     * The type in the message header.
     *
     * @param values types, any of which will do
     * @return this
     */
    public SocketFilterBuilder types(int... values) {
        return u16(TYPE_OFFSET, ByteOrder.nativeOrder(), values);
    }

    /**
     * The command in the generic header; the family is the type.
     *
     * @param values commands, any of which will do
     * @return this
     */
    public SocketFilterBuilder commands(int... values) {
        return u8(BODY_OFFSET, values);
    }

    /**
     * The address family, in the first byte of the body of every rtnetlink message.
     *
     * @param values {@code AF_…} numbers, any of which will do
     * @return this
     */
    public SocketFilterBuilder addressFamilies(int... values) {
        return u8(BODY_OFFSET, values);
    }

    /**
     * The index of the link in the body of rtnetlink messages about links, addresses, neighbours and traffic control; routes
     * and rules have none there.
     *
     * @param values indexes, any of which will do
     * @return this
     */
    public SocketFilterBuilder interfaces(int... values) {
        return u32(
                INDEX_OFFSET,
                ByteOrder.nativeOrder(),
                Arrays.stream(values).mapToLong(Integer::toUnsignedLong).toArray());
    }

    /**
     * A field of 8 bits.
     *
     * @param offset where it is
     * @param values unsigned values, any of which will do
     * @return this
     */
    public SocketFilterBuilder u8(int offset, int... values) {
        return add(
                offset,
                1,
                ByteOrder.BIG_ENDIAN,
                Arrays.stream(values).asLongStream().toArray());
    }

    /**
     * A field of 16 bits.
     *
     * @param offset where it is
     * @param order its byte order
     * @param values unsigned values, any of which will do
     * @return this
     */
    public SocketFilterBuilder u16(int offset, ByteOrder order, int... values) {
        return add(offset, 2, order, Arrays.stream(values).asLongStream().toArray());
    }

    /**
     * A field of 32 bits.
     *
     * @param offset where it is
     * @param order its byte order
     * @param values unsigned values, any of which will do
     * @return this
     */
    public SocketFilterBuilder u32(int offset, ByteOrder order, long... values) {
        return add(offset, 4, order, values);
    }

    /**
     * Makes the filter.
     *
     * @return the filter
     * @throws IllegalStateException if there is no condition
     * @throws IllegalArgumentException if there are so many values that the program is too long
     */
    public SocketFilter build() {
        if (conditions.isEmpty()) {
            throw new IllegalStateException("a filter without conditions");
        }
        int size = conditions.stream().mapToInt(Condition::size).sum();
        List<Instruction> program = new ArrayList<>(size + 2);
        for (Condition condition : conditions) {
            append(program, condition, size + 1);
        }
        program.add(Instruction.of(FilterCode.RET, accepting ? EVERYTHING : 0));
        program.add(Instruction.of(FilterCode.RET, accepting ? 0 : EVERYTHING));
        return SocketFilter.of(program);
    }

    private SocketFilterBuilder add(int offset, int width, ByteOrder order, long... values) {
        if (offset < 0) {
            throw new IllegalArgumentException("a field at " + offset);
        }
        if (values.length == 0) {
            throw new IllegalArgumentException("no value for the field at " + offset);
        }
        List<Long> loaded = new ArrayList<>(values.length);
        for (long value : values) {
            if (value >>> 8 * width != 0) {
                throw new IllegalArgumentException(value + " does not fit the " + width + " bytes at " + offset);
            }
            loaded.add(order == ByteOrder.BIG_ENDIAN ? value : Long.reverseBytes(value) >>> Long.SIZE - 8 * width);
        }
        conditions.add(new Condition(offset, width, loaded));
        return this;
    }

    /** Goes on behind itself if the condition holds, and to the mismatch if not. Plain jumps only: they reach any distance. */
    private static void append(List<Instruction> program, Condition condition, int mismatch) {
        int next = program.size() + condition.size();
        program.add(Instruction.of(FilterCode.LD | FilterCode.LEN, 0));
        program.add(
                new Instruction(FilterCode.JMP | FilterCode.JGE, 1, 0, (long) condition.offset() + condition.width()));
        jump(program, mismatch);
        program.add(Instruction.of(FilterCode.LD | FilterCode.ABS | size(condition.width()), condition.offset()));
        for (long value : condition.values()) {
            program.add(new Instruction(FilterCode.JMP | FilterCode.JEQ, 0, 1, value));
            jump(program, next);
        }
        jump(program, mismatch);
    }

    private static void jump(List<Instruction> program, int target) {
        program.add(Instruction.of(FilterCode.JMP | FilterCode.JA, target - program.size() - 1L));
    }

    private static int size(int width) {
        return switch (width) {
            case 1 -> FilterCode.B;
            case 2 -> FilterCode.H;
            default -> FilterCode.W;
        };
    }
}
