package io.jnetlink.spec;

import static io.jnetlink.spec.BrokenSpec.raw;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in our own keys. */
class BrokenOverlayTest {

    private static BrokenSpec attribute(String title, Rule rule, String message, String keys) {
        return BrokenSpec.attributes(
                title, rule, "attribute 'a' of attribute-set 's': " + message, """
                    - { name: b, type: u8 }
                    - { name: a, type: u8, %s } # here
                """.formatted(keys));
    }

    static Stream<BrokenSpec> all() {
        return Stream.of(
                BrokenSpec.attributes(
                        "unknown",
                        Rule.UNKNOWN_KEY,
                        "unknown key 'x-foo' in attribute 'a' of attribute-set 's'; known: x-request-type, x-since, x-default, x-mutability, x-conflicts, x-keyword, x-c-name, x-nest-flag, x-terminated, x-struct-array",
                        """
                            - { name: a, type: u8, x-foo: 1 } # here
                        """),
                attribute(
                        "bad request type",
                        Rule.BAD_VALUE,
                        "'boolean' is no x-request-type"
                                .replace(
                                        "x-request-type",
                                        "type; known: binary, bitfield32, flag, indexed-array, nest, nest-type-value, pad, s16, s32, s64, s8, sint, string, sub-message, u16, u32, u64, u8, uint, unused"),
                        "x-request-type: boolean"),
                attribute(
                        "request type with needs",
                        Rule.BAD_VALUE,
                        "'nest' cannot be a request type, only integers, flag, string and binary can",
                        "x-request-type: nest"),
                attribute(
                        "same request type",
                        Rule.BAD_VALUE,
                        "the request type is the type itself, so it says nothing",
                        "x-request-type: u8"),
                attribute("bad version", Rule.BAD_VALUE, "'six' is no kernel version such as 6.18", "x-since: six"),
                attribute("version a list", Rule.WRONG_KIND, "'x-since' must be a text, but is a list", "x-since: []"),
                raw(
                        "bad version of an operation",
                        Rule.BAD_VALUE,
                        "operation 'o': 'next' is no kernel version such as 6.18",
                        """
                        operations: { list: [ { name: o, doc: d, do: {}, x-since: next } ] } # here
                        """),
                raw(
                        "bad version of a constant",
                        Rule.BAD_VALUE,
                        "constant 'c': '6' is no kernel version such as 6.18",
                        """
                        definitions: [ { name: c, type: const, value: 1, x-since: 6 } ] # here
                        """),
                raw(
                        "bad version of an enum",
                        Rule.BAD_VALUE,
                        "enum 'e': 'v6.1' is no kernel version such as 6.18",
                        """
                        definitions: [ { name: e, type: enum, entries: [ a ], x-since: v6.1 } ] # here
                        """),
                raw(
                        "bad version of an entry",
                        Rule.BAD_VALUE,
                        "entry 'a' of enum 'e': '6.x' is no kernel version such as 6.18",
                        """
                        definitions: [ { name: e, type: enum, entries: [ { name: a, x-since: 6.x } ] } ] # here
                        """),
                raw(
                        "bad version of a struct",
                        Rule.WRONG_KIND,
                        "struct 's': 'x-since' must be a text, but is a mapping",
                        """
                        definitions: [ { name: s, type: struct, members: [], x-since: {} } ] # here
                        """),
                raw(
                        "version of a multicast group",
                        Rule.UNKNOWN_KEY,
                        "unknown key 'x-since' in multicast group 'g'; known: none",
                        """
                        mcast-groups: { list: [ { name: g, value: 1, x-since: 6.1 } ] } # here
                        """),
                attribute(
                        "bad mutability",
                        Rule.BAD_VALUE,
                        "'liquid' is no x-mutability; known: create-only, mutable, sticky, write-only",
                        "x-mutability: liquid"),
                attribute(
                        "conflict with nothing",
                        Rule.UNDEFINED,
                        "attribute 'z' in 'x-conflicts' is not defined in this set",
                        "x-conflicts: [ b, z ]"),
                attribute(
                        "conflict with itself",
                        Rule.BAD_VALUE,
                        "an attribute cannot conflict with itself",
                        "x-conflicts: [ a ]"),
                attribute(
                        "conflicts a text",
                        Rule.WRONG_KIND,
                        "'x-conflicts' must be a list, but is a text",
                        "x-conflicts: b"),
                attribute(
                        "default a list",
                        Rule.WRONG_KIND,
                        "'x-default' must be a text, but is a list",
                        "x-default: [ 1 ]"),
                attribute(
                        "C name a number",
                        Rule.WRONG_KIND,
                        "'x-c-name' must be a text, but is a number",
                        "x-c-name: 1"),
                raw(
                        "unknown header flag",
                        Rule.BAD_VALUE,
                        "operation 'o': 'force' is no x-flags; known: ack, append, atomic, bulk, create, dump, echo, excl, match, nonrec, replace, root",
                        """
                        operations: { list: [ { name: o, doc: d, do: {}, x-flags: [ create, force ] } ] } # here
                        """),
                raw(
                        "header flags of an event",
                        Rule.MISPLACED_KEY,
                        "operation 'o': key 'x-flags' has no meaning for this kind of operation",
                        """
                        operations: { list: [ { name: o, doc: d, event: {}, x-flags: [ ack ] } ] } # here
                        """),
                raw(
                        "unknown at the family",
                        Rule.UNKNOWN_KEY,
                        "unknown key 'x-since' in the family; known: x-c-prefix, x-c-header, x-nest-flag, x-import",
                        """
                        x-since: 6.1 # here
                        """),
                raw(
                        "prefix a mapping",
                        Rule.WRONG_KIND,
                        "attribute-set 's': 'x-c-prefix' must be a text, but is a mapping",
                        """
                        attribute-sets: [ { name: s, x-c-prefix: {}, attributes: [] } ] # here
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void isReported(BrokenSpec spec) {
        spec.verify();
    }
}
