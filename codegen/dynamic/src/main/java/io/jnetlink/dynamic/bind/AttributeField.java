package io.jnetlink.dynamic.bind;

import io.jnetlink.spec.ir.AttributeIr;

/** A component that is an attribute. Implementations are immutable. */
interface AttributeField extends BoundField {

    /** The spec's side. */
    AttributeIr attribute();

    /** Whether a message without the attribute cannot be read. */
    boolean isRequired();

    /** Writes code that appends the attribute, if the component has a value. */
    void write(Code code, Local out, Local value);

    /** Begins to write code that reads it. */
    FieldReader reader();
}
