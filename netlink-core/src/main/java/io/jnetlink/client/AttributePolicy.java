package io.jnetlink.client;

import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What the kernel accepts for an attribute ({@code enum netlink_policy_type_attr} in {@code linux/netlink.h}).
 *
 * <p>Immutable.
 */
public final class AttributePolicy implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int TYPE = 1;
    private static final int MIN_SIGNED = 2;
    private static final int MAX_SIGNED = 3;
    private static final int MIN_UNSIGNED = 4;
    private static final int MAX_UNSIGNED = 5;
    private static final int MIN_LENGTH = 6;
    private static final int MAX_LENGTH = 7;
    private static final int BITFIELD32_MASK = 10;
    private static final int MASK = 12;

    /** Names of the {@code NL_ATTR_TYPE_…} numbers from 1 on, as a sentence has them. */
    private static final List<String> TYPE_NAMES = List.of(
            "a flag",
            "a u8",
            "a u16",
            "a u32",
            "a u64",
            "an s8",
            "an s16",
            "an s32",
            "an s64",
            "bytes",
            "text",
            "text with a NUL behind it",
            "a nest",
            "an array of nests",
            "a bitfield32",
            "a sint",
            "a uint");

    private final TreeMap<Integer, Long> facts;

    private AttributePolicy(TreeMap<Integer, Long> facts) {
        this.facts = facts;
    }

    static AttributePolicy decode(NetlinkBuffer buffer, int start, int length) {
        TreeMap<Integer, Long> facts = new TreeMap<>();
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, start, length);
        while (cursor.next()) {
            int at = cursor.payloadOffset();
            int size = cursor.payloadLength();
            if (size >= Long.BYTES) {
                facts.put(cursor.type(), buffer.s64(at));
            } else if (size >= Integer.BYTES) {
                facts.put(cursor.type(), buffer.u32(at));
            }
        }
        return new AttributePolicy(facts);
    }

    /** The kind of payload, an {@code NL_ATTR_TYPE_…} number. */
    public OptionalLong type() {
        return fact(TYPE);
    }

    /** The least number allowed; unsigned ones above 2⁶³−1 come out negative. */
    public OptionalLong minimum() {
        return fact(MIN_SIGNED).isPresent() ? fact(MIN_SIGNED) : fact(MIN_UNSIGNED);
    }

    /** The greatest number allowed; unsigned ones above 2⁶³−1 come out negative. */
    public OptionalLong maximum() {
        return fact(MAX_SIGNED).isPresent() ? fact(MAX_SIGNED) : fact(MAX_UNSIGNED);
    }

    /** Fewest bytes allowed. */
    public OptionalLong minimumLength() {
        return fact(MIN_LENGTH);
    }

    /** Most bytes allowed. */
    public OptionalLong maximumLength() {
        return fact(MAX_LENGTH);
    }

    /** Bits allowed. */
    public OptionalLong mask() {
        return fact(MASK).isPresent() ? fact(MASK) : fact(BITFIELD32_MASK);
    }

    /** What the kernel would take, as part of a sentence: {@code must be 0..1}; empty if the policy says nothing of use. */
    Optional<String> describe() {
        if (minimum().isPresent() || maximum().isPresent()) {
            return Optional.of("must be " + range());
        }
        if (mask().isPresent()) {
            return Optional.of("must have no bits outside 0x" + Long.toHexString(mask().getAsLong()));
        }
        if (minimumLength().isPresent() || maximumLength().isPresent()) {
            return Optional.of("must have " + lengths() + " bytes");
        }
        return typeName().map(name -> "must be " + name);
    }

    private String range() {
        boolean signed = fact(MIN_SIGNED).isPresent() || fact(MAX_SIGNED).isPresent();
        if (maximum().isEmpty()) {
            return print(minimum().getAsLong(), signed) + " or more";
        }
        String most = print(maximum().getAsLong(), signed);
        if (minimum().isEmpty() && signed) {
            return "at most " + most;
        }
        return print(minimum().orElse(0), signed) + ".." + most;
    }

    private String lengths() {
        if (maximumLength().isEmpty()) {
            return minimumLength().getAsLong() + " or more";
        }
        long most = maximumLength().getAsLong();
        if (minimumLength().isEmpty()) {
            return "at most " + most;
        }
        long least = minimumLength().getAsLong();
        return least == most ? Long.toString(most) : least + ".." + most;
    }

    private Optional<String> typeName() {
        long number = type().orElse(0);
        return number >= 1 && number <= TYPE_NAMES.size()
                ? Optional.of(TYPE_NAMES.get((int) number - 1))
                : Optional.empty();
    }

    private static String print(long value, boolean signed) {
        return signed ? Long.toString(value) : Long.toUnsignedString(value);
    }

    private OptionalLong fact(int number) {
        Long value = facts.get(number);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
