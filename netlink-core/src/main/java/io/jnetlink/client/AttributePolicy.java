package io.jnetlink.client;

import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What the kernel accepts for an attribute ({@code enum netlink_policy_type_attr} in {@code linux/netlink.h}).
 *
 * <p>Immutable.
 */
public final class AttributePolicy {

    private static final int TYPE = 1;
    private static final int MIN_SIGNED = 2;
    private static final int MAX_SIGNED = 3;
    private static final int MIN_UNSIGNED = 4;
    private static final int MAX_UNSIGNED = 5;
    private static final int MIN_LENGTH = 6;
    private static final int MAX_LENGTH = 7;
    private static final int BITFIELD32_MASK = 10;
    private static final int MASK = 12;

    private final Map<Integer, Long> facts;

    private AttributePolicy(Map<Integer, Long> facts) {
        this.facts = facts;
    }

    static AttributePolicy decode(NetlinkBuffer buffer, int start, int length) {
        Map<Integer, Long> facts = new TreeMap<>();
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

    /** The allowed range as part of a sentence, if there is one: {@code allowed: 0..1}. */
    Optional<String> describe() {
        if (maximum().isPresent()) {
            boolean signed = fact(MAX_SIGNED).isPresent();
            return Optional.of("allowed: " + print(minimum().orElse(0), signed) + ".."
                    + print(maximum().getAsLong(), signed));
        }
        if (mask().isPresent()) {
            return Optional.of("allowed bits: 0x" + Long.toHexString(mask().getAsLong()));
        }
        if (maximumLength().isPresent() || minimumLength().isPresent()) {
            String upTo = maximumLength().isPresent() ? ".." + maximumLength().getAsLong() : " or more";
            return Optional.of("allowed: " + minimumLength().orElse(0) + upTo + " bytes");
        }
        return Optional.empty();
    }

    private static String print(long value, boolean signed) {
        return signed ? Long.toString(value) : Long.toUnsignedString(value);
    }

    private OptionalLong fact(int number) {
        Long value = facts.get(number);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
