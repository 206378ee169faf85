package io.jnetlink.dynamic.bind;

import java.util.List;

/** How one Java value is one payload: writes the code of both directions. Implementations are immutable. */
interface ValueCodec {

    /** Java type of the value: primitive for a number. */
    Class<?> type();

    /** Writes code that appends the attribute. */
    void put(Code code, Local out, TypeNumber number, Local value);

    /** Writes code that leaves the value on the stack. */
    void get(Code code, Payload payload);

    /** Records inside, whose own methods the code calls. */
    default List<RecordShape> shapes() {
        return List.of();
    }

    /** Enums inside, whose own methods the code calls. */
    default List<EnumMapping> enums() {
        return List.of();
    }
}
