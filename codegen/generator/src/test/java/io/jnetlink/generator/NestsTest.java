package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.message.Leveled;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MalformedMessageException;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Nests, recursion, lists of nests, indexed arrays, levels whose types are data. */
class NestsTest {

    private final GeneratedFamily family = GeneratedFamily.construct("nests");

    private Dynamic builder() {
        return family.builder("Tree");
    }

    private Dynamic leaf(long size) {
        return family.builder("LeafAttrs").set("size", size).build();
    }

    @Test
    void nestsAreFilledInPlace() {
        Dynamic tree = builder().fill("leaf", l -> l.set("size", 5L)).build();

        assertThat(tree.hex()).isEqualTo("0c000380 08000100 05000000");
        assertThat(tree.nest("leaf").get("size")).isEqualTo(5L);
        assertThat(tree.nest("leaf").target()).isEqualTo(leaf(5).target());
    }

    @Test
    void readyNestsAreCopiedIn() {
        Dynamic tree = builder().set("plainLeaf", leaf(5).target()).build();

        assertThat(tree.hex()).isEqualTo("0c000400 08000100 05000000");
        assertThat(tree.nest("plainLeaf").target()).isEqualTo(leaf(5).target());
    }

    @Test
    void theNestedBitDoesNotMatterForReading() {
        Dynamic flagged = family.decode("Tree", "0c000380 08000100 05000000");
        Dynamic plain = family.decode("Tree", "0c000300 08000100 05000000");

        assertThat(plain.target()).isEqualTo(flagged.target()).hasSameHashCodeAs(flagged.target());
        assertThat(plain.hex()).isNotEqualTo(flagged.hex());
    }

    @Test
    void setsNestInThemselves() {
        Dynamic tree = builder()
                .fill("child", c -> c.fill("child", d -> d.set("label", "x")))
                .build();

        assertThat(tree.hex()).isEqualTo("10000280 0c000280 06000100 78000000");
        assertThat(tree.nest("child").nest("child").get("label")).isEqualTo("x");
        Dynamic view = family.view("TreeView", tree.hex());
        assertThat(view.nest("child").nest("child").get("label")).isEqualTo("x");
    }

    @Test
    void aNestedViewIsOneObject() {
        Dynamic view = family.view("TreeView", "0c000380 08000100 05000000");

        assertThat(view.get("leaf")).isSameAs(view.get("leaf"));
        assertThatThrownBy(() -> view.get("child")).isInstanceOf(NoSuchElementException.class);
        assertThat(view.nest("toValue").target())
                .isEqualTo(builder().set("leaf", leaf(5).target()).build().target());
    }

    @Test
    void listsOfNests() {
        Dynamic tree = builder()
                .set("addLeaves", leaf(1).target())
                .fill("addLeaves", l -> l.set("green", true))
                .build();

        assertThat(tree.hex()).isEqualTo("0c000580 08000100 01000000 08000580 04000200");
        assertThat(tree.nests("leaves")).extracting(l -> l.is("hasSize")).containsExactly(true, false);
        assertThat(family.view("TreeView", tree.hex()).nests("leaves"))
                .extracting(l -> l.is("green"))
                .containsExactly(false, true);
    }

    @Test
    void listsOfNumbers() {
        Dynamic tree = builder().set("addNumbers", 1).set("addNumbers", 2).build();

        assertThat(tree.hex()).isEqualTo("06000600 01000000 06000600 02000000");
        assertThat(tree.get("numbers")).isEqualTo(List.of(1, 2));
        assertThatThrownBy(() -> family.view("TreeView", "05000600 01000000").get("numbers"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("expected 2 bytes, got 1");
    }

    @Test
    void arraysOfNestsStartAtOne() {
        Dynamic tree = builder()
                .set("table", List.of(leaf(1).target(), leaf(2).target()))
                .build();

        assertThat(tree.hex()).isEqualTo("1c000780 0c000180 08000100 01000000 0c000280 08000100 02000000");
        assertThat(tree.nests("table")).extracting(l -> l.get("size")).containsExactly(1L, 2L);
        assertThat(family.view("TreeView", tree.hex()).nests("table"))
                .extracting(l -> l.get("size"))
                .containsExactly(1L, 2L);
    }

    @Test
    void arraysCanStartElsewhere() {
        Dynamic tree = builder().set("ids", 0, List.of(1L, 2L)).build();

        assertThat(tree.hex()).isEqualTo("14000880 08000000 00000001 08000100 00000002");
        assertThat(tree.get("ids")).isEqualTo(List.of(1L, 2L));
    }

    @Test
    void arraysOfAddressesAndBytes() {
        List<IpAddress> hops = List.of(IpAddress.parse("192.0.2.1"));
        Dynamic tree = builder()
                .set("hops", hops)
                .set("blobs", List.of(new byte[] {1, 2}))
                .build();

        assertThat(tree.hex()).isEqualTo("0c000980 08000100 c0000201 0c000a80 06000100 01020000");
        assertThat(tree.get("hops")).isEqualTo(hops);
        assertThat((byte[]) ((List<?>) tree.get("blobs")).get(0)).containsExactly(1, 2);
    }

    @Test
    void aRefusedElementLeavesNothingBehind() {
        Dynamic builder = builder();

        assertThatThrownBy(() -> builder.set("ids", List.of(1L, -1L))).isInstanceOf(IllegalArgumentException.class);
        assertThat(builder.build().hex()).isEmpty();
    }

    @Test
    void anAbsentArrayIsNoEmptyOne() {
        assertThatThrownBy(() -> builder().build().get("ids")).isInstanceOf(NoSuchElementException.class);
        assertThat(builder().set("ids", List.of()).build().get("ids")).isEqualTo(List.of());
    }

    @Test
    void levelsWhoseTypesAreData() {
        Dynamic tree = builder().set("policy", 7, 9, leaf(5).target()).build();

        assertThat(tree.hex()).isEqualTo("14000b80 10000780 0c000980 08000100 05000000");
        assertThat(tree.get("policy")).isEqualTo(List.of(new Leveled<>(List.of(7, 9), leaf(5).target())));
        Dynamic view = family.view("TreeView", tree.hex());
        assertThat(view.nests("policy").get(0).nest("value").get("size")).isEqualTo(5L);
    }

    @Test
    void severalLeavesOfLevels() {
        Dynamic tree = family.decode("Tree", "20000b80 14000780 08000180 04000200 08000280 04000200 08000880 04000300");

        assertThat(tree.nests("policy"))
                .extracting(l -> l.get("levels"))
                .containsExactly(List.of(7, 1), List.of(7, 2), List.of(8, 3));
    }

    @Test
    void structsInAttributes() {
        Object point = family.builder("Point").set("x", 1).set("y", -2).build().target();
        Dynamic tree = builder()
                .set("point", point)
                .set("addPoints", point)
                .set("addPoints", point)
                .build();

        assertThat(tree.hex()).isEqualTo("08000c00 0100fffe 08000d00 0100fffe 08000d00 0100fffe");
        assertThat(tree.get("point")).isEqualTo(point);
        assertThat(tree.get("points")).isEqualTo(List.of(point, point));
        Dynamic view = family.view("TreeView", tree.hex());
        assertThat(view.nest("pointView").get("y")).isEqualTo(-2);
        assertThat(view.get("pointView")).isSameAs(view.get("pointView"));
    }

    @Test
    void shorterAndLongerStructsAreRead() {
        assertThat(family.decode("Tree", "06000c00 01000000").nest("point").target())
                .isEqualTo(family.builder("Point").set("x", 1).build().target());
        String longer = "0c000c00 0100fffe 01020304";
        Dynamic tree = family.decode("Tree", longer);
        assertThat(tree.nest("point").get("y")).isEqualTo(-2);
        assertThat(tree.hex()).isEqualTo(longer);
    }

    @Test
    void onlyTheOpenNestMayBeWritten() {
        Dynamic builder = builder();

        assertThatThrownBy(() -> builder.fill("leaf", l -> builder.set("label", "x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("still being filled");
    }
}
