package io.jnetlink.spec;

import static io.jnetlink.spec.BrokenSpec.attributes;
import static io.jnetlink.spec.BrokenSpec.raw;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in subsets, sub-messages and selectors. */
class BrokenReferenceTest {

    static Stream<BrokenSpec> subsets() {
        return Stream.of(
                subset(
                        "no main set",
                        Rule.UNDEFINED,
                        "attribute-set 'b': attribute-set 'x' is not defined; defined: b, m",
                        "subset-of: x, attributes: []"),
                subset(
                        "not in the main set",
                        Rule.SUBSET,
                        "attribute 'z' of attribute-set 'b': main set 'm' has no attribute of this name",
                        "subset-of: m, attributes: [ { name: z } ]"),
                subset(
                        "own number",
                        Rule.SUBSET,
                        "attribute 'a' of attribute-set 'b': the number of an attribute is given in the main set only",
                        "subset-of: m, attributes: [ { name: a, value: 3 } ]"),
                subset(
                        "own prefix",
                        Rule.SUBSET,
                        "attribute-set 'b': a subset inherits its names, so 'name-prefix' has no meaning",
                        "subset-of: m, name-prefix: p-, attributes: []"),
                subset(
                        "of itself",
                        Rule.RECURSION,
                        "attribute-set 'b': attribute-set 'b' would be a subset of itself",
                        "subset-of: b, attributes: []"),
                subset(
                        "key beside a new type",
                        Rule.MISPLACED_KEY,
                        "attribute 'a' of attribute-set 'b': key 'byte-order' has no meaning for type 'string'",
                        "subset-of: m, attributes: [ { name: a, type: string, byte-order: big-endian } ]"));
    }

    private static BrokenSpec subset(String title, Rule rule, String message, String rest) {
        return raw(title, rule, message, """
                attribute-sets:
                - { name: m, attributes: [ { name: a, type: u8 } ] }
                - { name: b, %s } # here
                """.formatted(rest));
    }

    static Stream<BrokenSpec> subMessages() {
        return Stream.of(
                attributes(
                        "undefined sub-message",
                        Rule.UNDEFINED,
                        "attribute 'd' of attribute-set 's': sub-message 'm' is not defined; defined: none",
                        """
                            - { name: k, type: string }
                            - { name: d, type: sub-message, sub-message: m, selector: k } # here
                        """),
                selected(
                        "no selector",
                        Rule.MISSING_KEY,
                        "attribute 'd' of attribute-set 's': the key 'selector' is missing",
                        "string",
                        ""),
                selected(
                        "undefined selector",
                        Rule.UNDEFINED,
                        "attribute 'd' of attribute-set 's': selector 'z' is defined neither in attribute-set 's' nor in one that nests it",
                        "string",
                        ", selector: z"),
                selected(
                        "nameless number",
                        Rule.BAD_VALUE,
                        "attribute 'd' of attribute-set 's': selector 'k' is a number without an enum",
                        "u8",
                        ", selector: k"),
                selected(
                        "selector of bytes",
                        Rule.BAD_VALUE,
                        "attribute 'd' of attribute-set 's': selector 'k' must be a string or have an enum, but is of type 'binary'",
                        "binary",
                        ", selector: k"),
                selected(
                        "format beside the enum",
                        Rule.UNDEFINED,
                        "attribute 'd' of attribute-set 's': format 'one' of sub-message 'm' is no entry of selector enum 'e'",
                        "u8, enum: e",
                        ", selector: k"),
                raw(
                        "format twice",
                        Rule.DUPLICATE_NAME,
                        "format 'one' of sub-message 'm': the value has a format already",
                        """
                        sub-messages:
                        - name: m
                          formats:
                          - value: one
                          - value: one # here
                        """),
                raw(
                        "format of no set",
                        Rule.UNDEFINED,
                        "format 'one' of sub-message 'm': attribute-set 'x' is not defined; defined: none",
                        """
                        sub-messages:
                        - name: m
                          formats:
                          - { value: one, attribute-set: x } # here
                        """),
                raw(
                        "format of no struct",
                        Rule.UNDEFINED,
                        "format 'one' of sub-message 'm': struct 'x' is not defined; defined: none",
                        """
                        sub-messages:
                        - name: m
                          formats:
                          - { value: one, fixed-header: x } # here
                        """),
                raw("no value", Rule.MISSING_KEY, "format of sub-message 'm': the key 'value' is missing", """
                        sub-messages:
                        - { name: m, formats: [ {} ] } # here
                        """));
    }

    private static BrokenSpec selected(String title, Rule rule, String message, String type, String selector) {
        return raw(title, rule, message, """
                definitions:
                - { name: e, type: enum, entries: [ two ] }
                sub-messages:
                - { name: m, formats: [ { value: one } ] }
                attribute-sets:
                - name: s
                  attributes:
                  - { name: k, type: %s }
                  - { name: d, type: sub-message, sub-message: m%s } # here
                """.formatted(type, selector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"subsets", "subMessages"})
    void isReported(BrokenSpec spec) {
        spec.verify();
    }
}
