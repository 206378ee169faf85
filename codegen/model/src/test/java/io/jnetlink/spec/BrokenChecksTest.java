package io.jnetlink.spec;

import static io.jnetlink.spec.BrokenSpec.attributes;
import static io.jnetlink.spec.BrokenSpec.raw;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in checks. */
class BrokenChecksTest {

    static Stream<BrokenSpec> checks() {
        return Stream.of(
                check(
                        "undefined constant",
                        Rule.UNDEFINED,
                        "constant 'room' is not defined; defined: none",
                        "string",
                        "max-len: room"),
                check(
                        "check for other types",
                        Rule.MISPLACED_KEY,
                        "check 'min' is for integers only",
                        "string",
                        "min: 1"),
                check(
                        "length of a number",
                        Rule.MISPLACED_KEY,
                        "check 'max-len' is for string and binary only",
                        "u8",
                        "max-len: 1"),
                check(
                        "termination of bytes",
                        Rule.MISPLACED_KEY,
                        "check 'unterminated-ok' is for string only",
                        "binary",
                        "unterminated-ok: true"),
                check(
                        "mask of a signed number",
                        Rule.MISPLACED_KEY,
                        "check 'flags-mask' is for unsigned integers only",
                        "s8",
                        "flags-mask: e"),
                check("mask of nothing", Rule.UNDEFINED, "enum 'm' is not defined; defined: e", "u8", "flags-mask: m"),
                check(
                        "negative length",
                        Rule.OUT_OF_RANGE,
                        "'min-len' must lie between 0 and 65535, but is -1",
                        "binary",
                        "min-len: -1"),
                check(
                        "negative minimum",
                        Rule.OUT_OF_RANGE,
                        "'min' must lie between 0 and 255, but is -1",
                        "u8",
                        "min: -1"),
                check(
                        "maximum too great",
                        Rule.OUT_OF_RANGE,
                        "'max' must lie between 0 and 65535, but is 4294967295",
                        "u16",
                        "max: u32-max"),
                check("nothing between", Rule.OUT_OF_RANGE, "'min' is greater than 'max'", "u8", "min: 9, max: 8"),
                check(
                        "no length between",
                        Rule.OUT_OF_RANGE,
                        "'min-len' is greater than 'max-len'",
                        "string",
                        "min-len: 9, max-len: 8"),
                check(
                        "exact and more",
                        Rule.OUT_OF_RANGE,
                        "'exact-len' excludes 'min-len' and 'max-len'",
                        "binary",
                        "exact-len: 9, max-len: 9"),
                check(
                        "text for a length",
                        Rule.WRONG_KIND,
                        "constant 'words' is no number",
                        "string",
                        "max-len: words"),
                check(
                        "list for a length",
                        Rule.WRONG_KIND,
                        "'max-len' must be a text or a number, but is a list",
                        "string",
                        "max-len: []"),
                check(
                        "unheard-of number",
                        Rule.OUT_OF_RANGE,
                        "'max' is far out of range",
                        "u8",
                        "max: " + "9".repeat(80)),
                attributes(
                        "checks a list",
                        Rule.WRONG_KIND,
                        "attribute 'a' of attribute-set 's': 'checks' must be a mapping, but is a list",
                        """
                            - { name: a, type: u8, checks: [] } # here
                        """),
                attributes(
                        "unknown check",
                        Rule.UNKNOWN_KEY,
                        "unknown key 'length' in 'checks' of attribute 'a' of attribute-set 's'; known: flags-mask, min, max, min-len, max-len, exact-len, unterminated-ok",
                        """
                            - { name: a, type: u8, checks: { length: 1 } } # here
                        """),
                attributes(
                        "checks of a nest",
                        Rule.MISPLACED_KEY,
                        "attribute 'a' of attribute-set 's': key 'checks' has no meaning for type 'nest'",
                        """
                            - { name: a, type: nest, nested-attributes: s, checks: {} } # here
                        """));
    }

    private static BrokenSpec check(String title, Rule rule, String message, String type, String checks) {
        String definitions = message.contains("defined: none") ? "" : """
                - { name: e, type: flags, entries: [ x ] }
                """;
        String words = message.contains("words") ? "- { name: words, type: const, value: many }\n" : "";
        String body = "definitions:\n" + definitions + words + """
                - { name: unused, type: struct, members: [] }
                attribute-sets:
                - name: s
                  attributes:
                  - { name: a, type: %s, checks: { %s } } # here
                """.formatted(type, checks);
        return raw(title, rule, "'checks' of attribute 'a' of attribute-set 's': " + message, body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void isReported(BrokenSpec spec) {
        spec.verify();
    }
}
