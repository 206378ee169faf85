package io.jnetlink.samples.nl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trees and JSON. */
class TextFormsTest {

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    @Test
    void treesShowNestsBelowTheirNames() {
        Object value = map(
                "a",
                1L,
                "b",
                map("c", "x y", "d", map()),
                "e",
                List.of("f", 2L),
                "g",
                List.of(map("h", 1L, "i", true)));

        assertThat(TreeText.print(value)).isEqualTo("""
                        a: 1
                        b:
                          c: x y
                          d: {}
                        e: [f, 2]
                        g:
                          - h: 1
                            i: true
                        """);
    }

    @Test
    void treesKeepOddTextOnItsLine() {
        assertThat(TreeText.print(map("a", "one\ntwo", "b", ""))).isEqualTo("a: \"one\\ntwo\"\nb: \"\"\n");
        assertThat(TreeText.print(List.of(map(), map("a", 1L)))).isEqualTo("- {}\n- a: 1\n");
    }

    @Test
    void jsonSurvives() {
        String text = "{\"a\":1,\"b\":{\"c\":[true,\"x\"]},\"d\":18446744073709551615,\"e\":1.5}";

        assertThat(JsonValues.parseObject(text))
                .isEqualTo(map(
                        "a",
                        1L,
                        "b",
                        map("c", List.of(true, "x")),
                        "d",
                        new BigInteger("18446744073709551615"),
                        "e",
                        1.5));
        assertThat(JsonValues.print(JsonValues.parseObject(text))).isEqualTo(text);
        assertThat(JsonValues.parseObject("{\"a\":null,\"b\":[null,1]}")).isEqualTo(map("b", List.of(1L)));
        assertThat(JsonValues.print(null)).isEqualTo("null");
    }
}
