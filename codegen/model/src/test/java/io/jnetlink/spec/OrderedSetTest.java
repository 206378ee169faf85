package io.jnetlink.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.TypeIr;
import org.junit.jupiter.api.Test;

/** Sets whose order counts, and arrays of structs. */
class OrderedSetTest {

    private static Family parse(String body) {
        return new SpecLoader().parse("t.yaml", """
                name: t
                protocol: netlink-raw
                protonum: 1
                doc: d
                definitions:
                  - {name: pair, type: struct, members: [{name: a, type: u16}, {name: b, type: u16}]}
                operations: {list: []}
                attribute-sets:
                  - name: s
                """ + body);
    }

    @Test
    void everyAttributeOfAnOrderedSetMayRepeat() {
        Family family = parse("""
                    x-ordered: true
                    attributes:
                      - {name: number, type: u8}
                      - {name: flag, type: flag}
                      - {name: filler, type: pad}
                      - {name: gap, type: unused}
                """);

        assertThat(family.attributeSet("s").ordered()).isTrue();
        assertThat(family.attributeSet("s").attributes())
                .filteredOn(AttributeIr::multiple)
                .extracting(AttributeIr::name)
                .containsExactly("number", "flag");
    }

    @Test
    void otherSetsAreNotOrdered() {
        Family family = parse("    attributes: [{name: number, type: u8}]\n");

        assertThat(family.attributeSet("s").ordered()).isFalse();
        assertThat(family.attributeSet("s").attributes()).noneMatch(AttributeIr::multiple);
    }

    @Test
    void listsWithinTheListHaveNoPlaceInAnOrderedSet() {
        BrokenSpec.raw(
                        "array in an order",
                        Rule.BAD_VALUE,
                        "attribute 'a' of attribute-set 's': type 'indexed-array' cannot stand in a set whose order"
                                + " counts",
                        """
                        attribute-sets:
                          - name: s
                            x-ordered: true
                            attributes:
                              - {name: a, type: indexed-array, sub-type: u8} # here
                        """)
                .verify();
    }

    @Test
    void structsMayComeAsAnArray() {
        Family family = parse("""
                    attributes:
                      - {name: one, type: binary, struct: pair}
                      - {name: many, type: binary, struct: pair, x-struct-array: true}
                """);

        assertThat(family.attributeSet("s").attributes())
                .extracting(AttributeIr::type)
                .containsExactly(new TypeIr.Struct("pair"), new TypeIr.StructArray("pair"));
    }

    @Test
    void anArrayOfStructsNeedsAStruct() {
        BrokenSpec.attributes(
                        "array without struct",
                        Rule.MISSING_KEY,
                        "attribute 'a' of attribute-set 's': an array of structs needs 'struct'",
                        """
                            - { name: a, type: binary, x-struct-array: true } # here
                        """)
                .verify();
        BrokenSpec.attributes(
                        "array of numbers",
                        Rule.MISPLACED_KEY,
                        "attribute 'a' of attribute-set 's': key 'x-struct-array' has no meaning for type 'u8'",
                        """
                            - { name: a, type: u8, x-struct-array: true } # here
                        """)
                .verify();
    }
}
