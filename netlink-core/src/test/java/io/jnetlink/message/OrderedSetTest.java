package io.jnetlink.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.Hex;
import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import io.jnetlink.wire.RawAttribute;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Sets in which the order of different attributes is part of the meaning. */
class OrderedSetTest {

    private static final FamilySchema FAMILY = FamilySchema.generic("kitchen")
            .set(
                    "step-attrs",
                    AttributeSchema.of(1, "stir", "STIR", AttributeKind.U8),
                    AttributeSchema.of(2, "heat", "HEAT", AttributeKind.FLAG),
                    AttributeSchema.nest(3, "repeat", "REPEAT", "step-attrs"))
            .set("recipe-attrs", AttributeSchema.nest(1, "steps", "STEPS", "step-attrs"))
            .ordered("step-attrs")
            .build();

    private static final AttributeSet STEPS = FAMILY.attributeSet("step-attrs");

    private static final String STIR = "05000100aa000000";
    private static final String STIR_MORE = "05000100bb000000";
    private static final String HEAT = "04000200";

    /** The least that a generated reader is. */
    private static final class Steps extends AttributeReader {
        Steps(AttributeSet set, NetlinkBuffer buffer, int offset, int length) {
            super(set);
            attach(buffer, offset, length);
        }

        static Steps of(String hex) {
            NetlinkBuffer buffer = Hex.little(hex);
            return new Steps(STEPS, buffer, 0, buffer.capacity());
        }

        List<Steps> inOrder() {
            return each((buffer, at, size) -> new Steps(schema(), buffer, at, size));
        }
    }

    /** The least that a generated builder is. */
    private static final class StepBuilder extends AttributeBuilder {
        StepBuilder() {
            super(STEPS, MessageWriter.onHeap());
        }

        String hex() {
            return Hex.text(writtenBytes());
        }
    }

    private static boolean same(AttributeSet set, String one, String other) {
        NetlinkBuffer left = Hex.little(one);
        NetlinkBuffer right = Hex.little(other);
        return new Steps(set, left, 0, left.capacity()).sameContent(new Steps(set, right, 0, right.capacity()));
    }

    @Test
    void theSchemaTellsWhichSetsAreOrdered() {
        assertThat(STEPS.isOrdered()).isTrue();
        assertThat(FAMILY.attributeSet("recipe-attrs").isOrdered()).isFalse();
    }

    @Test
    void orderCountsAcrossNumbers() {
        assertThat(same(STEPS, STIR + HEAT, STIR + HEAT)).isTrue();
        assertThat(same(STEPS, STIR + HEAT, HEAT + STIR)).isFalse();
        assertThat(Steps.of(STIR + HEAT).contentHash())
                .isNotEqualTo(Steps.of(HEAT + STIR).contentHash());
    }

    @Test
    void orderCountsInNestsOfSetsWhereItDoesNot() {
        AttributeSet recipe = FAMILY.attributeSet("recipe-attrs");

        assertThat(same(recipe, "10000100" + STIR + HEAT, "10000180" + STIR + HEAT))
                .isTrue();
        assertThat(same(recipe, "10000100" + STIR + HEAT, "10000100" + HEAT + STIR))
                .isFalse();
    }

    @Test
    void eachAttributeIsAListOfItsOwn() {
        List<Steps> steps = Steps.of(STIR + HEAT + STIR_MORE + "05000900cc").inOrder();

        assertThat(steps).extracting(Steps::firstNumber).containsExactly(1, 2, 1, 9);
        assertThat(steps)
                .extracting(s -> Hex.text(s.toByteArray()))
                .containsExactly(STIR, HEAT, STIR_MORE, "05000900cc");
        assertThat(steps.get(2).u8(1)).isEqualTo(0xbb);
        assertThat(steps.get(3).unknown()).hasSize(1);
    }

    @Test
    void anEmptyListHasNoFirstNumber() {
        Steps none = Steps.of("");

        assertThat(none.inOrder()).isEmpty();
        assertThatThrownBy(none::firstNumber)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no attribute in step-attrs");
    }

    @Test
    void whatIsAddedStaysInOrder() {
        StepBuilder steps = new StepBuilder();
        steps.addRaw(new RawAttribute(1, Hex.bytes("aa")));
        steps.addFlag(2);
        steps.addRaw(new RawAttribute(1, Hex.bytes("bb")));
        steps.addFlag(2);

        assertThat(Hex.little(steps.hex()).bytes(0, steps.hex().length() / 2)).hasSize(24);
        assertThat(Steps.of(steps.hex()).inOrder())
                .extracting(Steps::firstNumber)
                .containsExactly(1, 2, 1, 2);
    }

    @Test
    void nothingIsAddedWhileANestIsOpen() {
        StepBuilder steps = new StepBuilder();
        steps.beginAdditionalNest(3, false);

        assertThatThrownBy(() -> steps.addFlag(2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> steps.addRaw(new RawAttribute(1, Hex.bytes("aa"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
