package io.jnetlink.spec;

import static io.jnetlink.spec.BrokenSpec.modern;
import static io.jnetlink.spec.BrokenSpec.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in the YAML itself and at the top of a spec. */
class BrokenFamilyTest {

    private static BrokenSpec whole(String title, Rule rule, String message, String text) {
        return new BrokenSpec(title, rule, message, text);
    }

    static Stream<BrokenSpec> yaml() {
        return Stream.of(
                whole(
                        "unclosed",
                        Rule.YAML_SYNTAX,
                        "not YAML: while parsing a flow sequence: expected ',' or ']', but got <stream end>",
                        "name: [ a\n# here"),
                whole(
                        "tabs",
                        Rule.YAML_SYNTAX,
                        "not YAML: while scanning for the next token: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)",
                        "name:\n\tx # here\n"),
                whole(
                        "forbidden character",
                        Rule.YAML_SYNTAX,
                        "the character U+0007 is not allowed",
                        "name: x\ndoc: \u0007 # here\n"),
                whole("no document", Rule.YAML_SYNTAX, "the file holds no YAML document", "# here\n"),
                whole(
                        "two documents",
                        Rule.YAML_SYNTAX,
                        "a spec is one YAML document, but a second one starts here",
                        "name: x\n--- # here\nname: y\n"),
                whole("loose alias", Rule.YAML_SYNTAX, "alias '*y' has no anchor", "name: &x a\ndoc: *y # here\n"),
                whole(
                        "alias in its anchor",
                        Rule.YAML_SYNTAX,
                        "alias '*x' stands inside its own anchor",
                        "name: &x\n  - *x # here\n"),
                whole("a list", Rule.WRONG_KIND, "a spec must be a mapping, but is a list", "- name # here\n"),
                whole("a text", Rule.WRONG_KIND, "a spec must be a mapping, but is a text", "name # here\n"),
                whole("too deep", Rule.YAML_LIMIT, "nested more than 64 levels deep", "[".repeat(70_000) + " # here"),
                whole("too wide", Rule.YAML_LIMIT, "aliases expand to more than 500000 values", laughs()),
                raw("key twice", Rule.DUPLICATE_KEY, "the key 'doc' is given twice", "doc: again # here\n"),
                raw("key a list", Rule.WRONG_KIND, "a key must be a text, but is a list", "? [ a ] # here\n: b\n"),
                raw(
                        "meaningless tag",
                        Rule.WRONG_KIND,
                        "the tag '!secret' has no meaning in a spec",
                        "uapi-header: !secret x # here\n"));
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("a0: &a0 [ x, x, x, x, x, x, x, x, x, x ]\n");
        for (int i = 1; i <= 5; i++) {
            text.append(
                    "a%d: &a%d [%s]".formatted(i, i, " *a%d,".formatted(i - 1).repeat(10)));
            text.append(i == 5 ? " # here\n" : "\n");
        }
        return text.toString();
    }

    static Stream<BrokenSpec> head() {
        return Stream.of(
                raw(
                        "unknown key",
                        Rule.UNKNOWN_KEY,
                        "unknown key 'colour' in the family; known: name, doc, protocol, uapi-header, definitions, attribute-sets, operations, mcast-groups, kernel-family, c-family-name, c-version-name, max-by-define, cmd-max-name, cmd-cnt-name, kernel-policy, version, protonum, sub-messages",
                        """
                        colour: blue # here
                        """),
                whole(
                        "no name",
                        Rule.MISSING_KEY,
                        "the family: the key 'name' is missing",
                        "doc: d # here\nattribute-sets: []\noperations: { list: [] }\n"),
                whole(
                        "no doc",
                        Rule.MISSING_KEY,
                        "the family: the key 'doc' is missing",
                        "name: d # here\nattribute-sets: []\noperations: { list: [] }\n"),
                whole(
                        "no sets",
                        Rule.MISSING_KEY,
                        "the family: the key 'attribute-sets' is missing",
                        "name: n # here\ndoc: d\noperations: { list: [] }\n"),
                whole(
                        "no operations",
                        Rule.MISSING_KEY,
                        "the family: the key 'operations' is missing",
                        "name: n # here\ndoc: d\nattribute-sets: []\n"),
                whole(
                        "bad protocol",
                        Rule.BAD_VALUE,
                        "the family: 'udp' is no protocol; known: genetlink, genetlink-c, genetlink-legacy, netlink-raw",
                        "name: n\ndoc: d\nprotocol: udp # here\nattribute-sets: []\noperations: { list: [] }\n"),
                whole(
                        "no number",
                        Rule.MISSING_KEY,
                        "the family: the key 'protonum' is missing",
                        "name: n # here\ndoc: d\nprotocol: netlink-raw\nattribute-sets: []\noperations: { list: [] }\n"),
                modern(
                        "number of a generic family",
                        Rule.PROTOCOL,
                        "the family: key 'protonum' needs protocol netlink-raw, but the spec is genetlink",
                        "protonum: 1 # here\n"),
                raw(
                        "bad version",
                        Rule.OUT_OF_RANGE,
                        "the family: 'version' must lie between 1 and 255, but is 0",
                        "version: 0 # here\n"),
                raw(
                        "version a text",
                        Rule.WRONG_KIND,
                        "the family: 'version' must be a number, but is a text",
                        "version: \"1\" # here\n"),
                raw(
                        "bad policy",
                        Rule.BAD_VALUE,
                        "the family: 'none' is no kernel-policy; known: global, per-op, split",
                        "kernel-policy: none # here\n"),
                raw(
                        "definitions a mapping",
                        Rule.WRONG_KIND,
                        "the family: 'definitions' must be a list, but is a mapping",
                        "definitions: {} # here\n"),
                raw(
                        "sets empty",
                        Rule.WRONG_KIND,
                        "the family: 'attribute-sets' must be a list, but is empty",
                        "attribute-sets: # here\n"),
                raw(
                        "unknown kernel key",
                        Rule.UNKNOWN_KEY,
                        "unknown key 'init' in 'kernel-family' of the family; known: headers, sock-priv",
                        "kernel-family: { init: x } # here\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"yaml", "head"})
    void isReported(BrokenSpec spec) {
        spec.verify();
    }

    @Test
    void allProblemsAreReportedInFileOrder() {
        BrokenSpec spec = raw("several", Rule.UNDEFINED, "", """
                attribute-sets:
                - name: s
                  attributes:
                  - { name: a, type: u8, enum: e }
                  - { name: a, type: nest, nested-attributes: x }
                  - { name: b, type: u33 }
                operations:
                  list:
                  - { name: o, doc: d, attribute-set: t }
                definitions:
                - { name: c, type: const }
                """);
        assertThat(spec.problems())
                .extracting(p -> p.location().line() + " " + p.rule())
                .containsExactly("8 undefined", "9 duplicate-name", "10 bad-value", "13 undefined", "15 missing-key");
        assertThat(spec.problems().get(0).location().column()).isEqualTo(32);
    }

    @Test
    void aliasedMistakesAreReportedOnce() {
        BrokenSpec spec = raw(
                "aliased", Rule.UNDEFINED, "", """
                attribute-sets:
                - { name: s, attributes: &all [ { name: a, type: u8, enum: e } ] }
                - { name: s, attributes: *all }
                """.replace("name: s, attributes: *all", "name: t, attributes: *all"));
        assertThat(spec.problems()).extracting(SpecProblem::rule).containsOnly(Rule.UNDEFINED);
        assertThat(spec.problems())
                .extracting(SpecProblem::location)
                .allSatisfy(l -> assertThat(l.line()).isEqualTo(6));
    }

    @Test
    void messagesGiveThePlaceFirst() {
        BrokenSpec spec = raw("one", Rule.OUT_OF_RANGE, "", "version: 0\n");
        assertThat(spec.problems())
                .extracting(SpecProblem::toString)
                .containsExactly(
                        "t.yaml:5:10 the family: 'version' must lie between 1 and 255, but is 0 [out-of-range]");
        assertThatThrownBy(() -> new SpecLoader().parse("t.yaml", spec.text()))
                .hasMessage(spec.problems().get(0).toString());
    }

    @Test
    void anExceptionNeedsAProblem() {
        assertThatThrownBy(() -> new SpecException(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
