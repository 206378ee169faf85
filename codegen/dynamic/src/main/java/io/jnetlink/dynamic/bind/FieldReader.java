package io.jnetlink.dynamic.bind;

import java.util.List;

/** Writes the code that reads one component, in one method. Not thread-safe. */
interface FieldReader {

    /** Before the first attribute: variables and their first values. */
    void declare(Code code);

    /** What is done for attributes of some numbers. */
    List<Case> cases();

    /** Behind the last attribute. */
    void finish(Code code, Payload list);

    /** Pushes what the record's constructor takes. */
    void pushResult(Code code);

    /** What is done for attributes of a number. */
    record Case(int number, String name, CaseCode code) {}

    /** Writes code for one attribute; the stack is empty before and after it. */
    @FunctionalInterface
    interface CaseCode {

        /** Writes it. */
        void write(Code code, Payload payload);
    }
}
