package io.jnetlink.spec;

import static io.jnetlink.spec.BrokenSpec.attributes;
import static io.jnetlink.spec.BrokenSpec.modern;
import static io.jnetlink.spec.BrokenSpec.raw;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in attributes: their names, numbers and types. */
class BrokenAttributeTest {

    static Stream<BrokenSpec> numbersAndNames() {
        return Stream.of(
                attributes(
                        "taken name",
                        Rule.DUPLICATE_NAME,
                        "attribute 'a' of attribute-set 's': the name is taken by an earlier one",
                        """
                            - { name: a, type: u8 }
                            - { name: a, type: u8 } # here
                        """),
                attributes(
                        "taken number",
                        Rule.DUPLICATE_NUMBER,
                        "attribute 'b' of attribute-set 's': the number 2 is taken by 'a'",
                        """
                            - { name: a, type: u8, value: 2 }
                            - { name: c, type: u8, value: 1 }
                            - { name: b, type: u8 } # here
                        """),
                attributes(
                        "huge number",
                        Rule.OUT_OF_RANGE,
                        "attribute 'a' of attribute-set 's': 'value' must lie between 0 and 16383, but is 16384",
                        """
                            - { name: a, type: u8, value: 16384 } # here
                        """),
                attributes(
                        "running out",
                        Rule.OUT_OF_RANGE,
                        "attribute 'b' of attribute-set 's': numbers end at 16383, but this is 16384",
                        """
                            - { name: a, type: u8, value: 0x3fff }
                            - { name: b, type: u8 } # here
                        """),
                attributes(
                        "no name", Rule.MISSING_KEY, "attribute of attribute-set 's': the key 'name' is missing", """
                            - { type: u8 } # here
                        """),
                attributes(
                        "odd name",
                        Rule.BAD_VALUE,
                        "attribute 'a b' of attribute-set 's': 'a b' is no name: letters, digits, '-' and '_' only",
                        """
                            - { name: a b, type: u8 } # here
                        """),
                attributes(
                        "name a number",
                        Rule.WRONG_KIND,
                        "attribute '802' of attribute-set 's': 'name' must be a text, but is a number",
                        """
                            - { name: 802, type: u8 } # here
                        """),
                attributes(
                        "no mapping",
                        Rule.WRONG_KIND,
                        "attribute-set 's': an item of 'attributes' must be a mapping, but is a text",
                        """
                            - a # here
                        """),
                attributes(
                        "unknown key",
                        Rule.UNKNOWN_KEY,
                        "unknown key 'foo' in attribute 'a' of attribute-set 's'; known: name, type, doc, value, type-value, byte-order, multi-attr, nested-attributes, enum, enum-as-flags, checks, sub-type, display-hint, name-prefix, struct, sub-message, selector",
                        """
                            - name: a
                              type: u8
                              foo: 1 # here
                        """),
                raw("no attributes", Rule.MISSING_KEY, "attribute-set 's': the key 'attributes' is missing", """
                        attribute-sets:
                        - name: s # here
                        """),
                raw(
                        "taken set name",
                        Rule.DUPLICATE_NAME,
                        "attribute-set 's': the name is taken by an earlier one",
                        """
                        attribute-sets:
                        - { name: s, attributes: [] }
                        - { name: s, attributes: [] } # here
                        """));
    }

    static Stream<BrokenSpec> types() {
        return Stream.of(
                attributes(
                        "no type",
                        Rule.MISSING_KEY,
                        "attribute 'a' of attribute-set 's': the key 'type' is missing",
                        """
                            - { name: a } # here
                        """),
                attributes(
                        "bad type",
                        Rule.BAD_VALUE,
                        "attribute 'a' of attribute-set 's': 'u24' is no type; known: binary, bitfield32, flag, indexed-array, nest, nest-type-value, pad, s16, s32, s64, s8, sint, string, sub-message, u16, u32, u64, u8, uint, unused",
                        """
                            - { name: a, type: u24 } # here
                        """),
                attributes(
                        "undefined enum",
                        Rule.UNDEFINED,
                        "attribute 'a' of attribute-set 's': enum 'e' is not defined; defined: none",
                        """
                            - { name: a, type: u8, enum: e } # here
                        """),
                attributes(
                        "undefined set",
                        Rule.UNDEFINED,
                        "attribute 'a' of attribute-set 's': attribute-set 'x' is not defined; defined: s",
                        """
                            - { name: a, type: nest, nested-attributes: x } # here
                        """),
                attributes(
                        "undefined struct",
                        Rule.UNDEFINED,
                        "attribute 'a' of attribute-set 's': struct 'x' is not defined; defined: none",
                        """
                            - { name: a, type: binary, struct: x } # here
                        """),
                attributes(
                        "nest of nothing",
                        Rule.MISSING_KEY,
                        "attribute 'a' of attribute-set 's': the key 'nested-attributes' is missing",
                        """
                            - { name: a, type: nest } # here
                        """),
                attributes(
                        "array of nothing",
                        Rule.MISSING_KEY,
                        "attribute 'a' of attribute-set 's': the key 'sub-type' is missing",
                        """
                            - { name: a, type: indexed-array } # here
                        """),
                attributes(
                        "array of pads",
                        Rule.BAD_VALUE,
                        "attribute 'a' of attribute-set 's': 'pad' cannot be the type of an array's elements",
                        """
                            - { name: a, type: indexed-array, sub-type: pad } # here
                        """),
                attributes(
                        "bytes of strings",
                        Rule.BAD_VALUE,
                        "attribute 'a' of attribute-set 's': elements of 'binary' must be integers of fixed width, but are 'string'",
                        """
                            - { name: a, type: binary, sub-type: string } # here
                        """),
                attributes(
                        "no levels",
                        Rule.MISSING_KEY,
                        "attribute 'a' of attribute-set 's': the key 'type-value' is missing",
                        """
                            - { name: a, type: nest-type-value, nested-attributes: s } # here
                        """),
                attributes(
                        "empty levels",
                        Rule.OUT_OF_RANGE,
                        "attribute 'a' of attribute-set 's': 'type-value' needs at least one name",
                        """
                            - { name: a, type: nest-type-value, nested-attributes: s, type-value: [] } # here
                        """),
                attributes(
                        "bad order",
                        Rule.BAD_VALUE,
                        "attribute 'a' of attribute-set 's': 'network' is no byte-order; known: big-endian, little-endian",
                        """
                            - { name: a, type: u16, byte-order: network } # here
                        """),
                attributes(
                        "bad hint",
                        Rule.BAD_VALUE,
                        "attribute 'a' of attribute-set 's': 'octal' is no display-hint; known: fddi, hex, ipv4, ipv4-or-v6, ipv6, mac, uuid",
                        """
                            - { name: a, type: u16, display-hint: octal } # here
                        """),
                attributes(
                        "order of text",
                        Rule.MISPLACED_KEY,
                        "attribute 'a' of attribute-set 's': key 'byte-order' has no meaning for type 'string'",
                        """
                            - { name: a, type: string, byte-order: big-endian } # here
                        """),
                attributes(
                        "enum of bytes",
                        Rule.MISPLACED_KEY,
                        "attribute 'a' of attribute-set 's': key 'enum' has no meaning for type 'binary'",
                        """
                            - { name: a, type: binary, enum: e } # here
                        """),
                attributes(
                        "flags of no enum",
                        Rule.MISPLACED_KEY,
                        "attribute 'a' of attribute-set 's': key 'enum-as-flags' has no meaning without 'enum'",
                        """
                            - { name: a, type: u8, enum-as-flags: true } # here
                        """),
                attributes(
                        "list of pads",
                        Rule.MISPLACED_KEY,
                        "attribute 'a' of attribute-set 's': key 'multi-attr' has no meaning for type 'pad'",
                        """
                            - { name: a, type: pad, multi-attr: true } # here
                        """),
                attributes(
                        "truth in words",
                        Rule.WRONG_KIND,
                        "attribute 'a' of attribute-set 's': 'multi-attr' must be true or false, but is a text",
                        """
                            - { name: a, type: u8, multi-attr: yes } # here
                        """),
                attributes(
                        "struct and elements",
                        Rule.MISPLACED_KEY,
                        "attribute 'a' of attribute-set 's': 'struct' and 'sub-type' exclude each other",
                        """
                            - { name: a, type: binary, sub-type: u8, struct: t } # here
                        definitions:
                        - { name: t, type: struct, members: [] }
                        """),
                raw(
                        "narrow enum",
                        Rule.OUT_OF_RANGE,
                        "attribute 'a' of attribute-set 's': entry 'big' of enum 'e' does not fit a u8",
                        """
                        definitions:
                        - { name: e, type: enum, entries: [ { name: big, value: 256 } ] }
                        attribute-sets:
                        - { name: s, attributes: [ { name: a, type: u8, enum: e } ] } # here
                        """),
                modern(
                        "level too low for a key",
                        Rule.PROTOCOL,
                        "attribute 'a' of attribute-set 's': key 'name-prefix' needs protocol genetlink-c, but the spec is genetlink",
                        """
                        attribute-sets:
                        - name: s
                          attributes:
                          - name: a
                            type: u8
                            name-prefix: p- # here
                        """),
                modern(
                        "level too low for a type",
                        Rule.PROTOCOL,
                        "attribute 'a' of attribute-set 's': type 'bitfield32' needs protocol genetlink-legacy, but the spec is genetlink",
                        """
                        attribute-sets:
                        - { name: s, attributes: [ { name: a, type: bitfield32 } ] } # here
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"numbersAndNames", "types"})
    void isReported(BrokenSpec spec) {
        spec.verify();
    }
}
