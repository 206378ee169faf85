package io.jnetlink.property;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute, or an element of an array, in the bytes of a message.
 *
 * <p>Immutable.
 *
 * @param set what the attributes of its list are called; empty where types are data
 * @param attribute the attribute by the spec, for an element the array; null if the spec does not know it
 * @param type what its payload is
 * @param isElement whether its type on the wire is data and not an attribute's number
 * @param list the list that it stands in
 * @param offset where its header starts
 * @param length bytes of header and payload, as it claims
 * @param path names from the outside in
 */
record Spot(
        AttributeSetIr set,
        @Nullable AttributeIr attribute,
        TypeIr type,
        boolean isElement,
        Range list,
        int offset,
        int length,
        String path) {

    /**
     * A list of attributes in the bytes.
     *
     * <p>Immutable.
     *
     * @param start where it starts
     * @param end where it ends
     * @param around offsets of the headers of the attributes that it is inside of, from the outside in
     * @param isJudged whether decoders look into it when they check a message
     */
    record Range(int start, int end, List<Integer> around, boolean isJudged) {

        Range {
            around = List.copyOf(around);
        }

        boolean isOutermost() {
            return around.isEmpty();
        }
    }

    int payload() {
        return offset + AttributeBytes.HEADER;
    }

    int payloadLength() {
        return length - AttributeBytes.HEADER;
    }

    /** Where the next attribute starts, or its list ends. */
    int next() {
        return Math.min(offset + AttributeBytes.aligned(length), list.end());
    }
}
