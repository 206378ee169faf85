package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.message.Operation;
import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.DisplayHint;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.schema.StructSchema;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What generated code says about itself, and the operations. */
class SchemaTest {

    @Test
    void operationsCarryNumbersFlagsAndTypes() {
        GeneratedFamily family = GeneratedFamily.construct("submessages");
        Operation<?, ?> make = (Operation<?, ?>) family.constant("SubMessages", "NEW_THING");
        Operation<?, ?> show = (Operation<?, ?>) family.constant("SubMessages", "GET_THING");
        Operation<?, ?> object = (Operation<?, ?>) family.constant("SubMessages", "GET_OBJECT");

        assertThat(make.schema().request()).isEqualTo(16);
        assertThat(make.schema().reply()).isEqualTo(-1);
        assertThat(make.defaultFlags()).isEqualTo(0x400 | 0x200);
        assertThat(show.schema().reply()).isEqualTo(16);
        assertThat(show.schema().header()).isEqualTo("options");
        assertThat(show.view().get()).isInstanceOf(family.type("InfoMessageView"));
        assertThat(object.view().get()).isInstanceOf(family.type("ObjectAttrsView"));
        assertThat(family.constant("SubMessagesGroups", "THINGS")).isEqualTo(1);
    }

    @Test
    void theFamilyIsCalledAsItsSpec() {
        FamilySchema raw = GeneratedFamily.construct("submessages").schema("SubMessages");
        FamilySchema generic = GeneratedFamily.construct("numbers").schema("Numbers");

        assertThat(raw.isGeneric()).isFalse();
        assertThat(raw.protocol()).isZero();
        assertThat(generic.isGeneric()).isTrue();
        assertThat(generic.name()).isEqualTo("numbers");
    }

    @Test
    void attributesCarryAllThatPrintingNeeds() {
        FamilySchema texts = GeneratedFamily.construct("texts").schema("Text");
        AttributeSchema v4 = texts.attributeSet("texts").byName("v4").orElseThrow();
        AttributeSchema shorts = texts.attributeSet("texts").byName("shorts").orElseThrow();

        assertThat(v4.byteOrder()).isEqualTo(FieldOrder.BIG);
        assertThat(v4.hint()).isEqualTo(DisplayHint.IPV4);
        assertThat(shorts.kind()).isEqualTo(AttributeKind.BINARY);
        assertThat(shorts.element()).isEqualTo(AttributeKind.U16);
        assertThat(shorts.byteOrder()).isEqualTo(FieldOrder.BIG);
        assertThat(texts.attributeSet("texts").byName("names").orElseThrow().multi())
                .isTrue();
    }

    @Test
    void structsCarryTheirLayout() {
        StructSchema everything =
                GeneratedFamily.construct("structs").schema("Structs").struct("everything");

        assertThat(everything.size()).isEqualTo(48);
        assertThat(everything.members())
                .extracting(StructSchema.Member::name, StructSchema.Member::offset)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("inner", 4),
                        org.assertj.core.groups.Tuple.tuple("total", 32))
                .doesNotContain(org.assertj.core.groups.Tuple.tuple("fill", 1));
    }

    @Test
    void selectorsAreFollowedWhenPrinting() {
        GeneratedFamily family = GeneratedFamily.construct("submessages");
        Dynamic info =
                family.builder("Info").fill("dataTunnel", t -> t.set("id", 7L)).build();

        assertThat(info.target()).hasToString("{kind: \"tunnel\", data: {id: 7}}");
    }

    @Test
    void veryManyAttributesCompile() {
        int count = 3000;
        String attributes = IntStream.rangeClosed(1, count)
                .mapToObj(i -> "      - {name: attribute-number-" + i + ", type: u32, byte-order: big-endian}\n")
                .collect(Collectors.joining());
        String spec = """
                name: many
                protocol: genetlink-legacy
                doc: Very many attributes.
                attribute-sets:
                  - name: all
                    attributes:
                %soperations:
                  list:
                    - name: get
                      attribute-set: all
                      doc: Gets them.
                      do: {request: {attributes: [attribute-number-1]}}
                """.formatted(attributes);

        GeneratedFamily family = GeneratedFamily.parse("many.yaml", spec);

        assertThat(family.schema("Many").attributeSet("all").maxNumber()).isEqualTo(count);
        assertThat(family.builder("All").set("attributeNumber3000", 1L).build().hex())
                .isEqualTo("0800b80b 00000001");
    }
}
