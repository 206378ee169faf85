package io.jnetlink.spec;

import static io.jnetlink.spec.BrokenSpec.modern;
import static io.jnetlink.spec.BrokenSpec.raw;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in constants, enums and structs. */
class BrokenDefinitionTest {

    private static BrokenSpec definitions(String title, Rule rule, String message, String list) {
        return raw(title, rule, message, "definitions:\n" + list);
    }

    static Stream<BrokenSpec> any() {
        return Stream.of(
                definitions("no type", Rule.MISSING_KEY, "definition 'x': the key 'type' is missing", """
                        - { name: x } # here
                        """),
                definitions(
                        "bad type",
                        Rule.BAD_VALUE,
                        "definition 'x': 'union' is no type; known: const, enum, flags, struct",
                        """
                        - { name: x, type: union } # here
                        """),
                definitions(
                        "taken name", Rule.DUPLICATE_NAME, "definition 'x': the name is taken by an earlier one", """
                        - { name: x, type: const, value: 1 }
                        - { name: x, type: enum, entries: [ a ] } # here
                        """),
                definitions(
                        "key of another type",
                        Rule.UNKNOWN_KEY,
                        "unknown key 'members' in definition 'x'; known: name, type, doc, header, scope, value, name-prefix",
                        """
                        - { name: x, type: const, value: 1, members: [] } # here
                        """),
                definitions(
                        "bad scope",
                        Rule.BAD_VALUE,
                        "constant 'x': 'world' is no scope; known: kernel, uapi, user",
                        """
                        - { name: x, type: const, value: 1, scope: world } # here
                        """),
                definitions("no value", Rule.MISSING_KEY, "constant 'x': the key 'value' is missing", """
                        - { name: x, type: const } # here
                        """),
                definitions(
                        "fraction",
                        Rule.WRONG_KIND,
                        "constant 'x': 'value' must be a text or a number, but is a fractional number",
                        """
                        - { name: x, type: const, value: 1.5 } # here
                        """),
                definitions(
                        "constant too great",
                        Rule.OUT_OF_RANGE,
                        "constant 'x': 'value' must lie between -9223372036854775808 and 9223372036854775807, but is 0xffffffffffffffff",
                        """
                        - { name: x, type: const, value: 0xffffffffffffffff } # here
                        """),
                modern(
                        "struct at a low level",
                        Rule.PROTOCOL,
                        "definition 'x': type 'struct' needs protocol genetlink-legacy, but the spec is genetlink",
                        """
                        definitions:
                        - { name: x, type: struct, members: [] } # here
                        """));
    }

    static Stream<BrokenSpec> enums() {
        return Stream.of(
                definitions("no entries", Rule.MISSING_KEY, "enum 'x': the key 'entries' is missing", """
                        - { name: x, type: enum } # here
                        """),
                definitions(
                        "empty without header",
                        Rule.MISSING_KEY,
                        "enum 'x': it has neither entries nor a 'header' that declares them",
                        """
                        - { name: x, type: enum, entries: [] } # here
                        """),
                definitions(
                        "entry twice",
                        Rule.DUPLICATE_NAME,
                        "entry 'a' of enum 'x': the name is taken by an earlier one",
                        """
                        - name: x
                          type: enum
                          entries:
                          - a
                          - a # here
                        """),
                definitions(
                        "entry a number",
                        Rule.WRONG_KIND,
                        "enum 'x': an entry must be a text or a mapping, but is a number",
                        """
                        - { name: x, type: enum, entries: [ 6 ] } # here
                        """),
                definitions(
                        "entry without a name", Rule.MISSING_KEY, "entry of enum 'x': the key 'name' is missing", """
                        - { name: x, type: enum, entries: [ { doc: d } ] } # here
                        """),
                definitions(
                        "unknown key of an entry",
                        Rule.UNKNOWN_KEY,
                        "unknown key 'x-foo' in entry 'a' of enum 'x'; known: x-c-name, x-since",
                        """
                        - { name: x, type: enum, entries: [ { name: a, x-foo: 1 } ] } # here
                        """),
                definitions(
                        "bit too high",
                        Rule.OUT_OF_RANGE,
                        "entry 'a' of flags 'x': 'value' must lie between 0 and 63, but is 64",
                        """
                        - { name: x, type: flags, entries: [ { name: a, value: 64 } ] } # here
                        """),
                definitions(
                        "running out of bits",
                        Rule.OUT_OF_RANGE,
                        "entry 'b' of flags 'x': bit numbers end at 63, but this is 64",
                        """
                        - name: x
                          type: flags
                          entries:
                          - { name: a, value: 63 }
                          - b # here
                        """),
                definitions(
                        "negative bit",
                        Rule.OUT_OF_RANGE,
                        "flags 'x': 'value-start' must lie between 0 and 63, but is -1",
                        """
                        - { name: x, type: flags, value-start: -1, entries: [ a ] } # here
                        """),
                definitions(
                        "start of nothing",
                        Rule.UNDEFINED,
                        "enum 'x': constant 'begin' is not defined; defined: none",
                        """
                        - { name: x, type: enum, value-start: begin, entries: [ a ] } # here
                        """),
                definitions(
                        "entries a mapping",
                        Rule.WRONG_KIND,
                        "enum 'x': 'entries' must be a list, but is a mapping",
                        """
                        - { name: x, type: enum, header: h, entries: {} } # here
                        """));
    }

    static Stream<BrokenSpec> structs() {
        return Stream.of(
                definitions("no members", Rule.MISSING_KEY, "struct 'x': the key 'members' is missing", """
                        - { name: x, type: struct } # here
                        """),
                member(
                        "bad type",
                        Rule.BAD_VALUE,
                        "'uint' is no type of a member; known: u8, u16, u32, u64, s8, s16, s32, s64, string, binary, pad",
                        "type: uint"),
                member("no type", Rule.MISSING_KEY, "the key 'type' is missing", "doc: d"),
                member("no length", Rule.MISSING_KEY, "the key 'len' is missing", "type: pad"),
                member(
                        "negative length",
                        Rule.OUT_OF_RANGE,
                        "'len' must lie between 0 and 65535, but is -4",
                        "type: binary, len: -4"),
                member(
                        "undefined length",
                        Rule.UNDEFINED,
                        "constant 'n' is not defined; defined: none",
                        "type: binary, len: n - 1"),
                member(
                        "undefined struct",
                        Rule.UNDEFINED,
                        "struct 'z' is not defined; defined: x",
                        "type: binary, struct: z"),
                member("itself", Rule.RECURSION, "struct 'x' would contain itself", "type: binary, struct: x"),
                member(
                        "struct and length",
                        Rule.MISPLACED_KEY,
                        "key 'len' has no meaning for type 'struct'",
                        "type: binary, struct: x, len: 4".replace("struct: x", "struct: y")),
                member(
                        "length of a number",
                        Rule.MISPLACED_KEY,
                        "key 'len' has no meaning for type 'u8'",
                        "type: u8, len: 4"),
                member(
                        "enum of bytes",
                        Rule.MISPLACED_KEY,
                        "key 'enum' has no meaning for type 'binary'",
                        "type: binary, len: 4, enum: e"),
                member("undefined enum", Rule.UNDEFINED, "enum 'e' is not defined; defined: none", "type: u8, enum: e"),
                definitions(
                        "member twice",
                        Rule.DUPLICATE_NAME,
                        "member 'a' of struct 'x': the name is taken by an earlier one",
                        """
                        - name: x
                          type: struct
                          members:
                          - { name: a, type: u8 }
                          - { name: a, type: u8 } # here
                        """),
                definitions(
                        "in a circle",
                        Rule.RECURSION,
                        "member 'b' of struct 'y': struct 'x' would contain itself",
                        """
                        - { name: x, type: struct, members: [ { name: a, type: binary, struct: y } ] }
                        - { name: y, type: struct, members: [ { name: b, type: binary, struct: x } ] } # here
                        """),
                definitions(
                        "too long",
                        Rule.OUT_OF_RANGE,
                        "struct 'x': it is 65535 bytes or longer and fits no attribute",
                        """
                        - { name: x, type: struct, members: [ { name: a, type: binary, len: u16-max } ] } # here
                        """));
    }

    private static BrokenSpec member(String title, Rule rule, String message, String keys) {
        String other = keys.contains("struct: y") ? "- { name: y, type: struct, members: [] }\n" : "";
        return definitions(title, rule, "member 'a' of struct 'x': " + message, other + """
                - { name: x, type: struct, members: [ { name: a, %s } ] } # here
                """.formatted(keys));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"any", "enums", "structs"})
    void isReported(BrokenSpec spec) {
        spec.verify();
    }
}
