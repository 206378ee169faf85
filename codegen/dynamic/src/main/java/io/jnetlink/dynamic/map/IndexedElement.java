package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.wire.AttributeHeader;
import java.util.Map;

/**
 * An element of an indexed array: plain, or as a map from its index to it.
 *
 * @param index type on the wire
 * @param value the element
 */
record IndexedElement(int index, Object value) {

    static IndexedElement of(TypeIr type, Object element, int next) {
        if (element instanceof Map<?, ?> map && map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            boolean elementIsMap = type instanceof TypeIr.Nest || type instanceof TypeIr.Struct;
            Integer index = UnknownKeys.rawType(String.valueOf(only.getKey()));
            // A single unknown attribute looks alike, but its value is text.
            if (index != null
                    && index <= AttributeHeader.TYPE_MASK
                    && (!elementIsMap || only.getValue() instanceof Map)) {
                return new IndexedElement(index, only.getValue());
            }
        }
        return new IndexedElement(next, element);
    }
}
