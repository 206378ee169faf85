package io.jnetlink.dynamic.bind;

import java.util.List;

/** How one Java value is one member of a struct: writes the code of both directions. Implementations are immutable. */
interface MemberCodec {

    /** Java type of the value. */
    Class<?> type();

    /** Writes code that puts the value at an offset behind {@code at}; the bytes there are zero. */
    void put(Code code, Local buffer, Local at, int offset, Local value);

    /** Writes code that leaves the value at an offset behind {@code at} on the stack. */
    void get(Code code, Local buffer, Local at, int offset);

    /** Records inside. */
    default List<RecordShape> shapes() {
        return List.of();
    }

    /** Enums inside. */
    default List<EnumMapping> enums() {
        return List.of();
    }
}
