package io.jnetlink.spec;

import static io.jnetlink.spec.BrokenSpec.modern;
import static io.jnetlink.spec.BrokenSpec.raw;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in operations and multicast groups. */
class BrokenOperationTest {
    private static final String SET = "attribute-sets: [ { name: s, attributes: [ { name: a, type: u8 } ] } ]\n";

    private static BrokenSpec unified(String title, Rule rule, String message, String list) {
        return raw(title, rule, message, SET + "operations:\n  list:\n" + list);
    }

    private static BrokenSpec directional(String title, Rule rule, String message, String list) {
        return raw(title, rule, message, SET + "operations:\n  enum-model: directional\n  list:\n" + list);
    }

    static Stream<BrokenSpec> numbers() {
        return Stream.of(
                unified(
                        "taken number",
                        Rule.DUPLICATE_NUMBER,
                        "operation 'b': the number 3 is taken by operation 'a'",
                        """
                          - { name: a, doc: d, value: 3 }
                          - { name: b, doc: d, value: 3 } # here
                        """),
                directional(
                        "taken request number",
                        Rule.DUPLICATE_NUMBER,
                        "operation 'b': the number 3 is taken by operation 'a'",
                        """
                          - { name: a, doc: d, do: { request: { value: 3 } } }
                          - { name: b, doc: d, do: { request: { value: 3 } } } # here
                        """),
                modern(
                        "command too great",
                        Rule.OUT_OF_RANGE,
                        "operation 'b': message numbers end at 255, but this is 256",
                        """
                        operations:
                          list:
                          - { name: a, doc: d, value: 255 }
                          - { name: b, doc: d } # here
                        """),
                directional(
                        "number for both ways",
                        Rule.OPERATION,
                        "operation 'a': in a directional model the numbers stand in 'request' and 'reply'",
                        """
                          - { name: a, doc: d, value: 3, do: {} } # here
                        """),
                unified(
                        "number of one way",
                        Rule.OPERATION,
                        "'request' of 'do' of operation 'a': a message has a number of its own in a directional model only",
                        """
                          - { name: a, doc: d, do: { request: { value: 3 } } } # here
                        """),
                directional(
                        "dump reply without a number",
                        Rule.OPERATION,
                        "'reply' of 'dump' of operation 'a': it has no number, as 'do' has no reply: give it a 'value'",
                        """
                          - { name: a, doc: d, do: {}, dump: { reply: {} } } # here
                        """),
                directional(
                        "negative number",
                        Rule.OUT_OF_RANGE,
                        "'reply' of 'do' of operation 'a': 'value' must lie between 0 and 65535, but is -1",
                        """
                          - { name: a, doc: d, do: { reply: { value: -1 } } } # here
                        """));
    }

    static Stream<BrokenSpec> contents() {
        return Stream.of(
                directional(
                        "nothing to exchange",
                        Rule.OPERATION,
                        "operation 'a': in a directional model an operation needs 'do', 'dump', 'notify' or 'event'",
                        """
                          - { name: a, doc: d } # here
                        """),
                unified(
                        "two natures",
                        Rule.OPERATION,
                        "operation 'b': 'do' or 'dump', 'notify' and 'event' exclude each other",
                        """
                          - { name: a, doc: d, do: {} }
                          - { name: b, doc: d, do: {}, notify: a } # here
                        """),
                unified("taken name", Rule.DUPLICATE_NAME, "operation 'a': the name is taken by an earlier one", """
                          - { name: a, doc: d }
                          - { name: a, doc: d } # here
                        """),
                unified("no description", Rule.MISSING_KEY, "operation 'a': the key 'doc' is missing", """
                          - { name: a } # here
                        """),
                unified(
                        "undefined set",
                        Rule.UNDEFINED,
                        "operation 'a': attribute-set 'x' is not defined; defined: s",
                        """
                          - { name: a, doc: d, attribute-set: x } # here
                        """),
                unified(
                        "undefined attribute",
                        Rule.UNDEFINED,
                        "'request' of 'do' of operation 'a': attribute 'z' is not defined in attribute-set 's'",
                        """
                          - name: a
                            doc: d
                            attribute-set: s
                            do:
                              request:
                                attributes:
                                - a
                                - z # here
                        """),
                unified(
                        "attributes of no set",
                        Rule.MISSING_KEY,
                        "'reply' of 'dump' of operation 'a': attributes are listed, but the operation has no 'attribute-set'",
                        """
                          - { name: a, doc: d, dump: { reply: { attributes: [ a ] } } } # here
                        """),
                unified(
                        "attribute a number",
                        Rule.WRONG_KIND,
                        "'event' of operation 'a': an item of 'attributes' must be a text, but is a number",
                        """
                          - { name: a, doc: d, attribute-set: s, event: { attributes: [ 1 ] } } # here
                        """),
                unified(
                        "undefined header",
                        Rule.UNDEFINED,
                        "operation 'a': struct 'h' is not defined; defined: none",
                        """
                          - { name: a, doc: d, fixed-header: h, do: {} } # here
                        """),
                raw(
                        "undefined family header",
                        Rule.UNDEFINED,
                        "operations: struct 'h' is not defined; defined: none",
                        """
                        operations:
                          fixed-header: h # here
                          list: []
                        """),
                unified(
                        "notifies nothing",
                        Rule.UNDEFINED,
                        "operation 'a': operation 'z' is not defined; defined: a",
                        """
                          - { name: a, doc: d, notify: z } # here
                        """),
                unified(
                        "notifies a notice",
                        Rule.OPERATION,
                        "operation 'b': operation 'a' has neither 'do' nor 'dump' whose reply could be repeated",
                        """
                          - { name: a, doc: d, event: {} }
                          - { name: b, doc: d, notify: a } # here
                        """),
                unified(
                        "undefined group",
                        Rule.UNDEFINED,
                        "operation 'a': multicast group 'g' is not defined; defined: none",
                        """
                          - { name: a, doc: d, event: {}, mcgrp: g } # here
                        """),
                unified(
                        "group of a request",
                        Rule.MISPLACED_KEY,
                        "operation 'a': key 'mcgrp' has no meaning for this kind of operation",
                        """
                          - { name: a, doc: d, do: {}, mcgrp: g } # here
                        mcast-groups: { list: [ { name: g } ] }
                        """),
                unified(
                        "unknown permission",
                        Rule.BAD_VALUE,
                        "operation 'a': 'root' is no flags; known: admin-perm, uns-admin-perm",
                        """
                          - { name: a, doc: d, flags: [ root ] } # here
                        """),
                unified(
                        "unknown part",
                        Rule.UNKNOWN_KEY,
                        "unknown key 'answer' in 'do' of operation 'a'; known: request, reply, pre, post",
                        """
                          - { name: a, doc: d, do: { answer: {} } } # here
                        """),
                unified("do a text", Rule.WRONG_KIND, "operation 'a': 'do' must be a mapping, but is a text", """
                          - { name: a, doc: d, do: it } # here
                        """));
    }

    static Stream<BrokenSpec> surroundings() {
        return Stream.of(
                raw(
                        "bad model",
                        Rule.BAD_VALUE,
                        "operations: 'both' is no enum-model; known: directional, unified",
                        """
                        operations: { enum-model: both, list: [] } # here
                        """),
                modern(
                        "model at a low level",
                        Rule.PROTOCOL,
                        "operations: the directional model needs protocol genetlink-legacy, but the spec is genetlink",
                        """
                        operations: { enum-model: directional, list: [] } # here
                        """),
                raw("no list", Rule.MISSING_KEY, "operations: the key 'list' is missing", """
                        operations: {} # here
                        """),
                raw(
                        "group twice",
                        Rule.DUPLICATE_NAME,
                        "multicast group 'g': the name is taken by an earlier one",
                        """
                        mcast-groups:
                          list:
                          - { name: g, value: 1 }
                          - { name: g, value: 2 } # here
                        """),
                modern(
                        "group number at a low level",
                        Rule.PROTOCOL,
                        "multicast group 'g': key 'value' needs protocol netlink-raw, but the spec is genetlink",
                        """
                        mcast-groups: { list: [ { name: g, value: 1 } ] } # here
                        """),
                raw("groups without list", Rule.MISSING_KEY, "mcast-groups: the key 'list' is missing", """
                        mcast-groups: {} # here
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"numbers", "contents", "surroundings"})
    void isReported(BrokenSpec spec) {
        spec.verify();
    }
}
