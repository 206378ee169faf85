package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.generator.testing.Compilation;
import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.Sources;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.spec.SpecLoader;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Families that use classes of other families. */
class ImportsTest {

    private static final String COOP = """
            name: coop
            protocol: netlink-raw
            protonum: 1
            doc: The home.
            definitions:
              - {name: breed, type: enum, entries: [silkie, sussex]}
              - {name: tag, type: struct, members: [{name: id, type: u32, byte-order: big-endian}]}
            attribute-sets:
              - name: hen
                attributes:
                  - {name: age, type: u32, byte-order: big-endian}
                  - {name: breed, type: u8, enum: breed}
                  - {name: chick, type: nest, nested-attributes: hen}
            operations: {list: []}
            """;

    private static final String FARM = """
            name: farm
            protocol: netlink-raw
            protonum: 2
            doc: Uses it.
            x-import:
              - {family: coop, structs: [tag], attribute-sets: [hen]}
            sub-messages:
              - name: content
                formats: [{value: hen, attribute-set: hen}, {value: tag, fixed-header: tag}]
            attribute-sets:
              - name: basket
                attributes:
                  - {name: first, type: nest, nested-attributes: hen}
                  - {name: more, type: nest, nested-attributes: hen, multi-attr: true}
                  - {name: row, type: indexed-array, sub-type: nest, nested-attributes: hen}
                  - {name: kind, type: string}
                  - {name: content, type: sub-message, sub-message: content, selector: kind}
                  - {name: tag, type: binary, struct: tag}
                  - {name: tags, type: binary, struct: tag, x-struct-array: true}
            operations:
              fixed-header: tag
              list:
                - {name: get, doc: d, value: 1, attribute-set: basket, do: {request: {attributes: [first]}}}
            """;

    private static final String HEN_5 = "08000100 00000005";
    private static final String HEN_6 = "08000100 00000006";

    private static Family parse(String name, String text) {
        return new SpecLoader().parse(name, text, family -> Optional.of(COOP).filter(c -> family.equals("coop")));
    }

    private static Map<String, String> sources(String name, String text, GeneratorOptions options) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        new JavaGenerator()
                .generate(parse(name, text), options, (pack, type, source) -> sources.put(pack + "." + type, source));
        return sources;
    }

    private static Map<String, String> farm() throws IOException {
        return sources("farm.yaml", FARM, new GeneratorOptions("p.farm", "farm.yaml", Map.of("coop", "p.coop")));
    }

    private static ClassLoader compiled() throws IOException {
        Map<String, String> all = sources("coop.yaml", COOP, new GeneratorOptions("p.coop", "coop.yaml"));
        all.putAll(farm());
        Compilation compilation = Compilation.of(new Sources(all));
        assertThat(compilation.messages()).as(compilation.describe()).isEmpty();
        return compilation.load();
    }

    private final ClassLoader loader;

    ImportsTest() throws IOException {
        this.loader = compiled();
    }

    private Class<?> type(String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }

    private Dynamic call(String type, String method, Object... arguments) {
        return new Dynamic(Dynamic.invoke(type(type), null, method, arguments));
    }

    private Dynamic decode(String type, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return call(type, "decode", NetlinkBuffer.wrap(bytes), 0, bytes.length);
    }

    @Test
    void classesOfOthersAreNotGeneratedAgain() throws IOException {
        assertThat(farm().keySet())
                .containsExactlyInAnyOrder(
                        "p.farm.Farm",
                        "p.farm.FarmClient",
                        "p.farm.FarmSchema",
                        "p.farm.Basket",
                        "p.farm.BasketReader",
                        "p.farm.BasketView",
                        "p.farm.BasketMessage",
                        "p.farm.BasketMessageView",
                        "p.farm.package-info");
    }

    @Test
    void nestsOfOthersAreReadAndWritten() {
        Dynamic hen = decode("p.coop.Hen", HEN_5);

        Dynamic basket = call("p.farm.Basket", "builder")
                .set("first", hen.target())
                .set("addMore", hen.target())
                .fill("addMore", more -> more.set("age", 6L))
                .fill("contentHen", content -> content.set("age", 6L))
                .build();

        assertThat(basket.nest("first").target()).isEqualTo(hen.target());
        assertThat(basket.nests("more")).extracting(h -> h.get("age")).containsExactly(5L, 6L);
        assertThat(basket.nest("contentHen").get("age")).isEqualTo(6L);
        assertThat(basket.hex())
                .isEqualTo("0c000180 " + HEN_5 + " 0c000280 " + HEN_5 + " 0c000280 " + HEN_6
                        + " 08000400 68656e00 0c000580 " + HEN_6);
    }

    @Test
    void viewsShowViewsOfOthers() throws ReflectiveOperationException {
        byte[] bytes = HexFormat.of().parseHex(("0c000180" + HEN_5).replace(" ", ""));
        Object view = type("p.farm.BasketView").getConstructor().newInstance();
        Dynamic wrapped =
                new Dynamic(Dynamic.invoke(view.getClass(), view, "wrap", NetlinkBuffer.wrap(bytes), 0, bytes.length));

        Dynamic first = wrapped.nest("first");

        assertThat(first.target()).isInstanceOf(type("p.coop.HenView"));
        assertThat(first.get("age")).isEqualTo(5L);
        assertThat(wrapped.nest("toValue").nest("first").target()).isInstanceOf(type("p.coop.Hen"));
    }

    @Test
    void structsOfOthersAreHeadersAndAttributes() {
        Object tag = call("p.coop.Tag", "builder").set("id", 7L).build().target();
        Dynamic message = call("p.farm.BasketMessage", "builder")
                .set("header", tag)
                .fill("attributes", a -> a.set("tag", tag).set("tags", List.of(tag, tag)))
                .build();

        assertThat(message.nest("header").target()).isEqualTo(tag);
        assertThat(message.nest("attributes").get("tags")).isEqualTo(List.of(tag, tag));
        assertThat(message.target()).hasToString("{tag: {id: 7}, tag: {id: 7}, tags: {0: {id: 7}, 1: {id: 7}}}");
    }

    @Test
    void theSchemaIsComplete() throws ReflectiveOperationException {
        FamilySchema schema =
                (FamilySchema) type("p.farm.FarmSchema").getField("FAMILY").get(null);

        assertThat(schema.attributeSet("hen").byNumber(2)).isNotNull();
        assertThat(schema.enumeration("breed").print(1)).isEqualTo("sussex");
        assertThat(schema.struct("tag").size()).isEqualTo(4);
    }

    @Test
    void thePackageOfTheOtherMustBeKnown() {
        assertThatThrownBy(() -> sources("farm.yaml", FARM, new GeneratorOptions("p.farm", "farm.yaml")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("family farm imports from coop, whose package is not known");
    }
}
