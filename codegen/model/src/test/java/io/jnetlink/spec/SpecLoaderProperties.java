package io.jnetlink.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.StructIr;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the text, loading ends with a family or with problems; and numbers follow the rules. */
class SpecLoaderProperties {
    private static final String FULL = Specs.text("weather-raw.yaml");
    private static final List<String> FULL_LINES = FULL.lines().toList();
    private static final int MAX_TREE_DEPTH = 5;

    private static final List<String> WORDS = List.of(
            "name",
            "type",
            "value",
            "doc",
            "attributes",
            "attribute-sets",
            "definitions",
            "entries",
            "members",
            "operations",
            "list",
            "do",
            "dump",
            "request",
            "reply",
            "notify",
            "event",
            "subset-of",
            "struct",
            "enum",
            "nest",
            "u32",
            "string",
            "binary",
            "sub-message",
            "sub-messages",
            "selector",
            "formats",
            "checks",
            "max",
            "protocol",
            "netlink-raw",
            "protonum",
            "flags",
            "const",
            "a",
            "b",
            "indexed-array",
            "sub-type",
            "nested-attributes",
            "x-conflicts",
            "x-request-type",
            "value-start",
            "len",
            "fixed-header",
            "true");

    private static void loads(String text) {
        try {
            assertThat(new SpecLoader().parse("fuzz.yaml", text).attributeSets())
                    .isNotNull();
        } catch (SpecException e) {
            int lines = (int) text.chars()
                            .filter(c -> c == '\n' || c == '\r' || c == '\u2028')
                            .count()
                    + 2;
            assertThat(e.problems()).isNotEmpty().allSatisfy(p -> {
                assertThat(p.message()).isNotBlank();
                assertThat(p.location().line()).isBetween(1, lines);
                assertThat(p.location().column()).isPositive();
            });
        }
    }

    @Property(tries = 1000)
    void anyText(@ForAll String text) {
        loads(text);
    }

    @Property(tries = 1000)
    void textOfYamlCharacters(@ForAll("yamlish") String text) {
        loads(text);
    }

    @Provide
    Arbitrary<String> yamlish() {
        return Arbitraries.of(
                        "- ",
                        ": ",
                        "\n",
                        "  ",
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        "&a ",
                        "*a",
                        "!t ",
                        "|\n",
                        ">-\n",
                        "#",
                        "'",
                        "\"",
                        "name",
                        "0x1f",
                        "-3",
                        "~",
                        "true",
                        "? ",
                        "---\n",
                        "...\n",
                        "%YAML 1.2\n",
                        "\t",
                        "\\",
                        "<<",
                        "\r\n",
                        "\u0085",
                        "\ufeff",
                        "%TAG ! x\n",
                        "@",
                        "`",
                        "!!int ",
                        "!<x> ")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 400)
    void mutatedText(@ForAll("edits") @Size(max = 4) List<Edit> edits) {
        String text = FULL;
        for (Edit edit : edits) {
            text = edit.applyTo(text);
        }
        loads(text);
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<String> inserted = Arbitraries.oneOf(
                Arbitraries.of(WORDS), yamlish(), Arbitraries.strings().ofMaxLength(3), Arbitraries.just(""));
        return Combinators.combine(
                        Arbitraries.integers().between(0, FULL.length()),
                        Arbitraries.integers().between(0, 40),
                        inserted)
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** Replaces a stretch of text. */
    record Edit(int start, int length, String inserted) {
        String applyTo(String text) {
            int from = Math.min(start, text.length());
            int to = Math.min(from + length, text.length());
            return text.substring(0, from) + inserted + text.substring(to);
        }
    }

    @Property(tries = 400)
    void mutatedLines(
            @ForAll @IntRange(max = 10_000) int first,
            @ForAll @IntRange(max = 10_000) int second,
            @ForAll @IntRange(max = 3) int operation) {
        List<String> lines = new ArrayList<>(FULL_LINES);
        int a = first % lines.size();
        int b = second % lines.size();
        switch (operation) {
            case 0 -> lines.remove(a);
            case 1 -> lines.add(b, lines.get(a));
            case 2 -> lines.set(a, lines.get(b));
            default ->
                lines.set(
                        a, lines.get(a).replaceFirst(": .*", ": " + lines.get(b).strip()));
        }
        loads(String.join("\n", lines));
    }

    @Property(tries = 400)
    void anyTreeOfKnownWords(@ForAll("trees") String tree) {
        loads(tree);
    }

    @Provide
    Arbitrary<String> trees() {
        return Arbitraries.randomValue(random -> map(random, 0));
    }

    private static String map(Random random, int depth) {
        return Stream.generate(() -> word(random))
                .distinct()
                .limit(random.nextInt(6))
                .map(key -> key + ": " + node(random, depth + 1))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String list(Random random, int depth) {
        return Stream.generate(() -> node(random, depth + 1))
                .limit(random.nextInt(5))
                .collect(Collectors.joining(", ", "[ ", " ]"));
    }

    private static String node(Random random, int depth) {
        int choice = depth > MAX_TREE_DEPTH ? random.nextInt(4) : random.nextInt(10);
        return switch (choice) {
            case 0 -> String.valueOf(random.nextInt(300) - 20);
            case 1 -> random.nextBoolean() ? "~" : "1.5";
            case 2, 3 -> word(random);
            case 4, 5, 6 -> list(random, depth);
            default -> map(random, depth);
        };
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    @Property(tries = 300)
    void attributeNumbersContinueFromTheLastOne(@ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> gaps) {
        StringBuilder text = new StringBuilder("name: n\ndoc: d\noperations: { list: [] }\n");
        text.append("attribute-sets:\n- name: s\n  attributes:\n  - { name: zero, type: u8, value: 0 }\n");
        List<Integer> expected = new ArrayList<>(List.of(0));
        int last = 0;
        for (int i = 0; i < gaps.size(); i++) {
            last += 1 + gaps.get(i);
            expected.add(last);
            String value = gaps.get(i) == 0 ? "" : ", value: " + last;
            text.append("  - { name: a%d, type: u8%s }\n".formatted(i, value));
        }
        Family family = new SpecLoader().parse("t.yaml", text.toString());
        assertThat(family.attributeSet("s").attributes())
                .extracting(AttributeIr::number)
                .containsExactlyElementsOf(expected);
    }

    @Property(tries = 300)
    void enumValuesContinueFromTheLastOne(
            @ForAll @IntRange(min = -100, max = 100) int start,
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = -3, max = 3) Integer> jumps) {
        StringBuilder text = new StringBuilder("name: n\ndoc: d\noperations: { list: [] }\nattribute-sets: []\n");
        text.append("definitions:\n- name: e\n  type: enum\n  value-start: %d\n  entries:\n".formatted(start));
        List<Long> expected = new ArrayList<>();
        long next = start;
        for (int i = 0; i < jumps.size(); i++) {
            boolean plain = jumps.get(i) == 0;
            next += jumps.get(i);
            text.append(plain ? "  - e%d\n".formatted(i) : "  - { name: e%d, value: %d }\n".formatted(i, next));
            expected.add(next);
            next++;
        }
        Family family = new SpecLoader().parse("t.yaml", text.toString());
        assertThat(family.enumeration("e").entries()).extracting(EntryIr::value).containsExactlyElementsOf(expected);
    }

    @Property(tries = 300)
    void membersAreAlignedAndDoNotOverlap(@ForAll("memberTypes") List<String> types) {
        StringBuilder text = new StringBuilder("name: n\ndoc: d\nprotocol: genetlink-legacy\n");
        text.append("operations: { list: [] }\nattribute-sets: []\n");
        text.append("definitions:\n- name: x\n  type: struct\n  members:\n");
        for (int i = 0; i < types.size(); i++) {
            text.append("  - { name: m%d, type: %s }\n".formatted(i, types.get(i)));
        }
        StructIr struct = new SpecLoader().parse("t.yaml", text.toString()).struct("x");
        int end = 0;
        for (MemberIr member : struct.members()) {
            assertThat(member.offset() % member.alignment()).isZero();
            assertThat(member.offset() - end).isBetween(0, member.alignment() - 1);
            end = member.offset() + member.size();
        }
        assertThat(struct.size() % struct.alignment()).isZero();
        assertThat(struct.size() - end).isBetween(0, struct.alignment() - 1);
    }

    @Provide
    Arbitrary<List<String>> memberTypes() {
        return Arbitraries.of(
                        "u8",
                        "s8",
                        "u16",
                        "s16",
                        "u32",
                        "s32",
                        "u64",
                        "s64",
                        "pad, len: 3",
                        "binary, len: 6",
                        "string, len: 1")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
