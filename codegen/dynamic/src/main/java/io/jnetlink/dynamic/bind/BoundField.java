package io.jnetlink.dynamic.bind;

import java.util.List;

/** A component that found its place in the spec. Implementations are immutable. */
interface BoundField {

    /** The Java side. */
    Component component();

    /** Records inside. */
    List<RecordShape> shapes();

    /** Enums inside. */
    List<EnumMapping> enums();
}
