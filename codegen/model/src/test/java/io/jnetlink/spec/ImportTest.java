package io.jnetlink.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.ImportIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.SubMessageIr;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a spec takes from others. */
class ImportTest {

    private static final String COOP = """
            name: coop
            protocol: netlink-raw
            protonum: 1
            doc: The home of what is imported.
            definitions:
              - {name: breed, type: enum, entries: [silkie, sussex]}
              - {name: care, type: flags, entries: [fed, watered]}
              - {name: unused-here, type: enum, entries: [a]}
              - name: point
                type: struct
                members: [{name: x, type: u16}, {name: y, type: u16}]
              - name: place
                type: struct
                members: [{name: at, type: binary, struct: point}, {name: level, type: u32, enum: breed}]
              - name: header
                type: struct
                members: [{name: id, type: u32}]
            sub-messages:
              - name: load
                formats: [{value: grain, fixed-header: header, attribute-set: grain-attrs}]
            attribute-sets:
              - name: hen-attrs
                attributes:
                  - {name: care, type: u32, checks: {flags-mask: care}}
                  - {name: place, type: binary, struct: place}
                  - {name: chicks, type: nest, nested-attributes: hen-attrs, multi-attr: true}
                  - {name: kind, type: string}
                  - {name: load, type: sub-message, sub-message: load, selector: kind}
              - name: hen-short
                subset-of: hen-attrs
                attributes: [{name: care}]
              - name: grain-attrs
                attributes: [{name: weight, type: u32}]
              - name: apart-attrs
                attributes: [{name: a, type: u8, enum: unused-here}]
            operations: {list: []}
            """;

    private final Map<String, String> specs = new HashMap<>(Map.of("coop", COOP));

    private static String farm(String imports, String rest) {
        return """
                name: farm
                protocol: netlink-raw
                protonum: 2
                doc: d
                x-import:
                %s
                %s
                """.formatted(imports.indent(2).stripTrailing(), rest);
    }

    private static final String BARE = """
            attribute-sets: []
            operations: {list: []}
            """;

    private Family parse(String text) {
        return new SpecLoader().parse("farm.yaml", text, name -> Optional.ofNullable(specs.get(name)));
    }

    private List<String> problems(String text) {
        SpecException thrown = catchThrowableOfType(SpecException.class, () -> parse(text));
        return thrown.problems().stream().map(p -> p.rule() + " " + p.message()).toList();
    }

    @Test
    void whatIsNamedComesWithAllThatItNeeds() {
        Family farm = parse(farm("- {family: coop, attribute-sets: [hen-attrs]}", BARE));

        assertThat(farm.attributeSets()).extracting(AttributeSetIr::name).containsExactly("hen-attrs", "grain-attrs");
        assertThat(farm.structs()).extracting(StructIr::name).containsExactlyInAnyOrder("place", "point", "header");
        assertThat(farm.enums()).extracting(EnumIr::name).containsExactlyInAnyOrder("care", "breed");
        assertThat(farm.subMessages()).extracting(SubMessageIr::name).containsExactly("load");
        ImportIr only = farm.imports().get(0);
        assertThat(farm.imports()).hasSize(1);
        assertThat(only.family()).isEqualTo(parse(COOP));
        assertThat(only.attributeSets()).containsExactlyInAnyOrder("hen-attrs", "grain-attrs");
        assertThat(only.structs()).containsExactlyInAnyOrder("place", "point", "header");
        assertThat(only.enums()).containsExactlyInAnyOrder("care", "breed");
        assertThat(only.subMessages()).containsExactly("load");
    }

    @Test
    void aSubsetBringsItsMainSet() {
        Family farm = parse(farm("- {family: coop, attribute-sets: [hen-short]}", BARE));

        assertThat(farm.attributeSets())
                .extracting(AttributeSetIr::name)
                .containsExactly("hen-short", "hen-attrs", "grain-attrs");
    }

    @Test
    void importedElementsStandBehindTheOwnAndCanBeUsed() {
        Family farm = parse(farm("- {family: coop, structs: [header], attribute-sets: [grain-attrs]}", """
                attribute-sets:
                  - name: sack-attrs
                    attributes:
                      - {name: origin, type: binary, struct: header}
                      - {name: grain, type: nest, nested-attributes: grain-attrs}
                operations:
                  fixed-header: header
                  list:
                    - {name: get, doc: d, value: 1, attribute-set: sack-attrs, do: {request: {attributes: [origin]}}}
                """));

        assertThat(farm.attributeSets()).extracting(AttributeSetIr::name).containsExactly("sack-attrs", "grain-attrs");
        assertThat(farm.operation("get").fixedHeader()).contains("header");
    }

    @Test
    void whatAnImportHasImportedIsAtHomeFurtherAway() {
        specs.put("yard", """
                name: yard
                protocol: genetlink-legacy
                doc: d
                x-import: [{family: coop, structs: [point]}]
                attribute-sets:
                  - name: yard-attrs
                    attributes: [{name: corner, type: binary, struct: point}]
                operations: {list: []}
                """);

        Family farm = parse(farm("- {family: yard, attribute-sets: [yard-attrs]}", BARE));

        Map<String, ImportIr> byFamily = new HashMap<>();
        farm.imports().forEach(i -> byFamily.put(i.family().name(), i));
        assertThat(byFamily.keySet()).containsExactlyInAnyOrder("yard", "coop");
        assertThat(byFamily.get("yard").attributeSets()).containsExactly("yard-attrs");
        assertThat(byFamily.get("yard").structs()).isEmpty();
        assertThat(byFamily.get("coop").structs()).containsExactly("point");
    }

    @Test
    void theSameElementMayBeNamedTwice() {
        Family farm = parse(farm("""
                - {family: coop, attribute-sets: [grain-attrs, hen-attrs]}
                - {family: coop, attribute-sets: [grain-attrs], structs: [point]}
                """, BARE));

        assertThat(farm.imports()).hasSize(1);
        assertThat(farm.attributeSets()).hasSize(2);
    }

    @Test
    void withoutASourceNothingIsFound() {
        String text = farm("- {family: coop, structs: [point]}", BARE);

        assertThatThrownBy(() -> new SpecLoader().parse("farm.yaml", text))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("farm.yaml:6:14")
                .hasMessageContaining("there is no spec of family 'coop'");
    }

    @Test
    void namesMustBeThere() {
        assertThat(problems(farm("- {family: coop, structs: [pint], attribute-sets: [eggs]}", BARE)))
                .containsExactly(
                        "undefined import: struct 'pint' is not defined; defined: header, place, point",
                        "undefined import: attribute-set 'eggs' is not defined; defined: apart-attrs, grain-attrs,"
                                + " hen-attrs, hen-short");
        assertThat(problems(farm("- {structs: [point]}", BARE)))
                .containsExactly("missing-key import: the key 'family' is missing");
        assertThat(problems(farm("- {family: ../coop, structs: [point]}", BARE)))
                .containsExactly("bad-value import: '../coop' is no name: letters, digits, '-' and '_' only");
    }

    @Test
    void namesMustNotBeTakenAlready() {
        assertThat(problems(farm("- {family: coop, structs: [point]}", """
                definitions:
                  - {name: point, type: struct, members: [{name: x, type: u8}]}
                attribute-sets: []
                operations: {list: []}
                """)))
                .containsExactly("duplicate-name the family: struct 'point' is imported, so it cannot be defined here");
        specs.put("shed", COOP.replace("name: coop", "name: shed"));
        assertThat(problems(farm("""
                - {family: coop, structs: [point]}
                - {family: shed, structs: [point]}
                """, BARE)))
                .containsExactly(
                        "duplicate-name import: 'point' comes from two families, so one of them must call it something"
                                + " else");
    }

    @Test
    void familiesMustNotImportFromEachOther() {
        specs.put("coop", COOP + "x-import: [{family: farm, structs: [a]}]\n");
        specs.put("farm", farm("- {family: coop, structs: [point]}", BARE));

        assertThat(problems(specs.get("farm")))
                .singleElement()
                .asString()
                .startsWith("bad-value import: the spec of family 'coop' is faulty: coop.yaml:")
                .endsWith("import: family 'farm' would import from itself [recursion]");
        assertThat(problems(farm("- {family: farm}", BARE)))
                .containsExactly("recursion import: family 'farm' would import from itself");
    }

    @Test
    void membersCannotBeOfImportedStructs() {
        assertThat(problems(farm("- {family: coop, structs: [point]}", """
                definitions:
                  - {name: line, type: struct, members: [{name: from, type: binary, struct: point}]}
                attribute-sets: []
                operations: {list: []}
                """)))
                .singleElement()
                .asString()
                .contains("struct 'point' is not defined");
    }

    @Test
    void specsAreFoundBesideTheFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("coop.yaml"), COOP);
        Path farm = folder.resolve("farm.yaml");
        Files.writeString(farm, farm("- {family: coop, structs: [point]}", BARE));

        assertThat(new SpecLoader().load(farm).structs())
                .extracting(StructIr::name)
                .containsExactly("point");

        Files.write(folder.resolve("coop.yaml"), "name: cööp".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> new SpecLoader().load(farm))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("coop.yaml:1:1")
                .hasMessageContaining("not UTF-8");
    }
}
