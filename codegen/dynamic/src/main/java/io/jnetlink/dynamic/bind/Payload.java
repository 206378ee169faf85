package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.runtime.Payloads;

/**
 * Where a payload is found while code that reads it is written.
 *
 * <p>Immutable.
 *
 * @param buffer the bytes
 * @param at where the payload starts
 * @param size how many bytes it has
 * @param depth number of nests around
 * @param name the attribute's name in the spec
 */
record Payload(Local buffer, Local at, Local size, Local depth, String name) {

    Payload named(String attribute) {
        return new Payload(buffer, at, size, depth, attribute);
    }

    /** Refuses one that is too short. */
    void need(Code code, int minimum) {
        if (minimum > 0) {
            code.push(minimum)
                    .load(size)
                    .load(at)
                    .push(name)
                    .call(Payloads.class, "need", int.class, int.class, int.class, String.class);
        }
    }
}
