package io.jnetlink.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.spec.Location;
import io.jnetlink.spec.Rule;
import io.jnetlink.spec.SpecException;
import io.jnetlink.spec.SpecProblem;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    private final Problems problems = new Problems();

    private YamlNode read(String text) {
        return new YamlReader("y.yaml", text, problems).read();
    }

    private YamlMap map(String text) {
        return (YamlMap) read(text);
    }

    private static YamlScalar scalar(YamlMap map, String key) {
        return (YamlScalar) map.entry(key).orElseThrow().value();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            on, TEXT
            off, TEXT
            yes, TEXT
            no, TEXT
            y, TEXT
            true, TRUTH
            FALSE, TRUTH
            12, INTEGER
            -12, INTEGER
            +12, INTEGER
            012, INTEGER
            0x1F, INTEGER
            0o17, INTEGER
            0b11, TEXT
            1_000, TEXT
            1:30, TEXT
            6.18, FLOAT
            1e3, FLOAT
            .inf, FLOAT
            ~, NULL
            null, NULL
            Null, NULL
            8021q, TEXT
            2ghz, TEXT
            2001-01-01, TEXT
            """)
    void plainScalarsFollowTheCoreSchema(String text, YamlScalar.Type type) {
        assertThat(scalar(map("key: " + text), "key").type()).isEqualTo(type);
        assertThat(scalar(map("key: " + text), "key").text()).isEqualTo(text);
    }

    @Test
    void quotedScalarsAreTexts() {
        YamlMap map = map("a: '12'\nb: \"true\"\nc: |\n  12\nd: !!str 12\ne: ! 12\nf:\n");
        for (String key : List.of("a", "b", "c", "d", "e")) {
            assertThat(scalar(map, key).type()).as(key).isEqualTo(YamlScalar.Type.TEXT);
        }
        assertThat(scalar(map, "f").type()).isEqualTo(YamlScalar.Type.NULL);
    }

    @Test
    void integersInThreeBases() {
        YamlMap map = map("a: 0x1F\nb: 0o17\nc: -012\nd: text\ne: 18446744073709551615\n");
        assertThat(scalar(map, "a").integer()).contains(BigInteger.valueOf(31));
        assertThat(scalar(map, "b").integer()).contains(BigInteger.valueOf(15));
        assertThat(scalar(map, "c").integer()).contains(BigInteger.valueOf(-12));
        assertThat(scalar(map, "d").integer()).isEmpty();
        assertThat(scalar(map, "e").integer()).contains(BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
    }

    @Test
    void everythingKnowsItsPlace() {
        YamlMap map = map("a: 1\nb:\n  - x\n  - {c: y}\n");
        YamlMap.Entry b = map.entry("b").orElseThrow();
        assertThat(b.location()).isEqualTo(new Location("y.yaml", 2, 1));
        YamlList list = (YamlList) b.value();
        assertThat(list.location()).isEqualTo(new Location("y.yaml", 3, 3));
        assertThat(list.items().get(0).location()).isEqualTo(new Location("y.yaml", 3, 5));
        YamlMap inner = (YamlMap) list.items().get(1);
        assertThat(scalar(inner, "c").location()).isEqualTo(new Location("y.yaml", 4, 9));
    }

    @Test
    void columnsCountCodePoints() {
        assertThat(scalar(map("{a: \"\uD83D\uDE00\", b: x}"), "b").location().column())
                .isEqualTo(13);
    }

    @Test
    void aliasesShareTheirNode() {
        YamlMap map = map("a: &n { x: 1 }\nb: *n\nc: &n 2\nd: *n\n");
        assertThat(map.entry("b").orElseThrow().value())
                .isSameAs(map.entry("a").orElseThrow().value());
        assertThat(scalar(map, "d").text()).isEqualTo("2");
    }

    @Test
    void weightCountsKeysAndEveryUseOfAnAlias() {
        YamlMap map = map("a: &n [ 1, 2 ]\nb: [ *n, *n ]\n");
        assertThat(map.entry("a").orElseThrow().value().weight()).isEqualTo(3);
        assertThat(map.entry("b").orElseThrow().value().weight()).isEqualTo(7);
        assertThat(map.weight()).isEqualTo(13);
    }

    @Test
    void overlaidMapsKeepTheOrderOfTheirKeys() {
        YamlMap main = map("a: 1\nb: 2\n");
        YamlMap over = map("c: 3\na: 4\n");
        YamlMap merged = main.overlaidBy(over);
        assertThat(merged.entries()).extracting(YamlMap.Entry::key).containsExactly("a", "b", "c");
        assertThat(scalar(merged, "a").text()).isEqualTo("4");
    }

    @Test
    void repeatedKeysKeepTheFirstValue() {
        YamlMap map = map("a: 1\na: 2\nb: 3\n");
        assertThat(scalar(map, "a").text()).isEqualTo("1");
        assertThat(problems.inFileOrder())
                .containsExactly(new SpecProblem(
                        new Location("y.yaml", 2, 1), Rule.DUPLICATE_KEY, "the key 'a' is given twice"));
    }

    @Test
    void mergeKeysAreNothingSpecial() {
        assertThat(map("a: &n { x: 1 }\nb: { <<: *n }\n")
                        .entry("b")
                        .orElseThrow()
                        .value())
                .isInstanceOfSatisfying(
                        YamlMap.class, b -> assertThat(b.entry("<<")).isPresent());
    }

    @Test
    void versionDirectiveAndByteOrderMarkAreFine() {
        assertThat(scalar(map("\ufeff# comment\n%YAML 1.2\n---\na: 1\n...\n"), "a")
                        .text())
                .isEqualTo("1");
    }

    @Test
    void otherVersionsAreRefused() {
        assertThatThrownBy(() -> read("%YAML 2.0\n---\na: 1\n")).isInstanceOf(SpecException.class);
    }

    @Test
    void syntaxErrorsStopAtOnce() {
        assertThatThrownBy(() -> read("a: b: c\n"))
                .isInstanceOfSatisfying(
                        SpecException.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(p -> assertThat(p.location()).isEqualTo(new Location("y.yaml", 1, 5))));
    }

    @Test
    void problemsThrowOnlyIfThereAreAny() {
        problems.throwIfAny();
        problems.add(new Location("y.yaml", 2, 1), Rule.UNDEFINED, "second");
        problems.add(new Location("y.yaml", 1, 9), Rule.UNDEFINED, "first");
        problems.add(new Location("y.yaml", 2, 1), Rule.UNDEFINED, "second");
        assertThatThrownBy(problems::throwIfAny)
                .hasMessage("y.yaml:1:9 first [undefined]" + System.lineSeparator() + "y.yaml:2:1 second [undefined]");
    }
}
