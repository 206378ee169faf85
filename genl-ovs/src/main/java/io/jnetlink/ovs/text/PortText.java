package io.jnetlink.ovs.text;

import java.util.OptionalLong;

/** Ports in text: a number, or a name that the caller has made known. */
final class PortText {

    private PortText() {}

    /** A number or a name. */
    static long parse(TextCursor in, TextContext context, String ends) {
        return in.isAtDigit() ? in.number(Integer.SIZE) : named(in, context, ends);
    }

    /** A name, which ends in front of any of the given characters. */
    static long named(TextCursor in, TextContext context, String ends) {
        int start = in.position();
        String name = in.takeWhile(c -> ends.indexOf(c) < 0);
        OptionalLong number = context.accepted().numberOf(name);
        return number.orElseThrow(() -> in.failureAt(start, "a port number or the name of a port"));
    }
}
