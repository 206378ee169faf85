package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.RawAttribute;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Sets in which the order of different attributes counts. */
class OrderedSetsTest {

    private static final String STIR_1 = "08000100 01000000";
    private static final String STIR_2 = "08000100 02000000";
    private static final String HEAT = "04000200";

    private final GeneratedFamily family = GeneratedFamily.construct("orders");

    private static String joined(String... hex) {
        return String.join(" ", hex);
    }

    @Test
    void settersAppendInTheOrderOfTheirCalls() {
        Dynamic steps = family.builder("Step")
                .set("stir", 1L)
                .set("heat")
                .set("stir", 2L)
                .set("heat")
                .set("season", "salt")
                .build();

        assertThat(steps.hex()).isEqualTo(joined(STIR_1, HEAT, STIR_2, HEAT, "09000400 73616c74 00000000"));
    }

    @Test
    void nestsAreAppendedToo() {
        Dynamic stir = family.builder("Step").set("stir", 1L).build();

        Dynamic steps = family.builder("Step")
                .fill("repeat", inner -> inner.set("heat").set("stir", 2L))
                .set("repeat", stir.target())
                .build();

        // The family's nests carry the nested bit.
        assertThat(steps.hex()).isEqualTo(joined("10000380", HEAT, STIR_2, "0c000380", STIR_1));
    }

    @Test
    void rawAttributesAreAppendedToo() {
        RawAttribute heat = new RawAttribute(2, new byte[0]);

        Dynamic steps = family.builder("Step")
                .set("raw", heat)
                .set("stir", 1L)
                .set("raw", heat)
                .build();

        assertThat(steps.hex()).isEqualTo(joined(HEAT, STIR_1, HEAT));
    }

    @Test
    void aValueGrowsAtItsEnd() {
        Dynamic steps = family.decode("Step", STIR_1 + HEAT);

        assertThat(steps.set("toBuilder").set("stir", 2L).build().hex()).isEqualTo(joined(STIR_1, HEAT, STIR_2));
    }

    @Test
    void rangesAreChecked() {
        Dynamic builder = family.builder("Step");

        assertThatThrownBy(() -> builder.set("stir", -1L)).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> builder.set("season", "far too much salt")).isInstanceOf(InvalidFieldException.class);
        assertThat(builder.build().hex()).isEmpty();
    }

    @Test
    void valuesAndViewsAreWalkedInOrder() {
        String hex = STIR_1 + HEAT + STIR_2 + "0c000380" + STIR_1 + "05000900 07";
        for (Dynamic steps : List.of(family.decode("Step", hex), family.view("StepView", hex))) {
            List<Dynamic> all = steps.nests("inOrder");

            assertThat(all).extracting(s -> s.get("number")).containsExactly(1, 2, 1, 3, 9);
            assertThat(all.get(0).get("stir")).isEqualTo(1L);
            assertThat(all.get(1).is("heat")).isTrue();
            assertThat(all.get(1).is("hasStir")).isFalse();
            assertThat(all.get(2).get("stir")).isEqualTo(2L);
            assertThat(all.get(3).nest("repeat").nests("inOrder"))
                    .extracting(s -> s.get("stir"))
                    .containsExactly(1L);
            assertThat(steps.get("stir")).isEqualTo(2L);
        }
    }

    @Test
    void numbersHaveNames() {
        assertThat(family.constant("Step", "STIR")).isEqualTo(1);
        assertThat(family.constant("Step", "REPEAT")).isEqualTo(3);
        // A constant of the reader's own has that name already.
        assertThat(family.constant("Step", "SCHEMA_")).isEqualTo(7);
    }

    @Test
    void attributesGiveWayToTheMethodsOfTheOrder() {
        Dynamic steps =
                family.builder("Step").set("inOrder_", 5).set("number_", 6).build();

        assertThat(steps.nests("inOrder")).extracting(s -> s.get("number")).containsExactly(5, 6);
        assertThat(steps.get("inOrder_")).isEqualTo(5);
        assertThat(steps.get("number_")).isEqualTo(6);
    }

    @Test
    void anEmptyListHasNoNumber() {
        Dynamic none = family.decode("Step", "");

        assertThat(none.nests("inOrder")).isEmpty();
        assertThatThrownBy(() -> none.get("number")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void valuesAreEqualInTheSameOrderOnly() {
        Object one = family.decode("Step", STIR_1 + HEAT).target();

        assertThat(one).isEqualTo(family.decode("Step", STIR_1 + HEAT).target());
        assertThat(one).isNotEqualTo(family.decode("Step", HEAT + STIR_1).target());
        assertThat(family.decode("Recipe", "10000100" + STIR_1 + HEAT).target())
                .isNotEqualTo(
                        family.decode("Recipe", "10000100" + HEAT + STIR_1).target());
        assertThat(family.schema("Orders").attributeSet("step").isOrdered()).isTrue();
    }

    @Test
    void structsInAnArrayAreAList() {
        Object zone = family.call("Zone", "builder")
                .set("from", 1)
                .set("to", 2)
                .build()
                .target();
        Object other = family.call("Zone", "builder")
                .set("from", 3)
                .set("to", 4)
                .build()
                .target();

        Dynamic recipe = family.builder("Recipe")
                .set("zones", List.of(zone, other))
                .set("addFields", List.of(zone))
                .set("addFields", List.of())
                .build();

        String hex = joined("0c000200 01000200 03000400", "08000300 01000200", "04000300");
        assertThat(recipe.hex()).isEqualTo(hex);
        for (Dynamic read : List.of(family.decode("Recipe", hex), family.view("RecipeView", hex))) {
            assertThat(read.get("zones")).isEqualTo(List.of(zone, other));
            assertThat(read.get("fields")).isEqualTo(List.of(List.of(zone), List.of()));
        }
        assertThat(recipe.target())
                .hasToString(
                        "{zones: {0: {from: 1, to: 2}, 1: {from: 3, to: 4}}, fields: {0: {from: 1, to: 2}}, fields: {}}");
    }
}
