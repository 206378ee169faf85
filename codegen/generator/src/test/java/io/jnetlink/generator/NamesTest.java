package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.generator.naming.NameScope;
import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.spec.JavaNames;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From spec names to Java names. */
class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "linkinfo-vxlan-attrs, LinkinfoVxlanAttrs",
        "ovs_vport,            OvsVport",
        "6rd,                  _6rd",
        "IPv4,                 IPv4",
        "UPPER-case,           UpperCase",
    })
    void types(String spec, String java) {
        assertThat(JavaNames.type(spec)).isEqualTo(java);
    }

    @ParameterizedTest
    @CsvSource({
        "port-range,       portRange",
        "new,              new_",
        "schema,           schema_",
        "get-class,        getClass_",
        "6rd-prefix,       _6rdPrefix",
        "2ghz,             _2ghz",
        "--kernel-time,    kernelTime",
        "trailing-,        trailing",
        "true,             true_",
    })
    void members(String spec, String java) {
        assertThat(JavaNames.member(spec)).isEqualTo(java);
    }

    @ParameterizedTest
    @CsvSource({"port-range, PORT_RANGE", "2ghz, _2GHZ", "class, CLASS", "new-link, NEW_LINK"})
    void constants(String spec, String java) {
        assertThat(JavaNames.constant(spec)).isEqualTo(java);
    }

    @ParameterizedTest
    @CsvSource({"port, hasPort", "_6rd, has6rd", "new_, hasNew_"})
    void prefixes(String member, String java) {
        assertThat(JavaNames.prefixed("has", member)).isEqualTo(java);
    }

    @Test
    void equalNamesAreKeptApart() {
        NameScope scope = new NameScope(Set.of("taken"));

        assertThat(scope.unique("taken")).isEqualTo("taken_");
        assertThat(scope.unique("a")).isEqualTo("a");
        assertThat(scope.unique("a")).isEqualTo("a_");
        assertThat(scope.unique("a")).isEqualTo("a__");
        assertThat(scope.unique("b", n -> List.of(n + "_"))).isEqualTo("b");
        assertThat(scope.unique("b_")).isEqualTo("b__");
    }

    @Test
    void namesThatJavaDoesNotHaveCompile() {
        GeneratedFamily family = GeneratedFamily.construct("names");
        Dynamic value = family.builder("ObjectAttrs")
                .set("class_", 1)
                .set("default_", 2)
                .set("_6rdPrefix", 3)
                .set("length_", 4L)
                .set("aB", 5)
                .set("aB_", 6)
                .set("upper", 7)
                .set("remove_", 8)
                .fill("value", v -> v.set("raw_", new byte[] {9}))
                .build();

        assertThat(value.get("class_")).isEqualTo(1);
        assertThat(value.is("has6rdPrefix")).isTrue();
        assertThat(value.get("length_")).isEqualTo(4L);
        assertThat(value.get("aB")).isEqualTo(5);
        assertThat(value.get("aB_")).isEqualTo(6);
        assertThat(value.get("upper")).isEqualTo(7);
        assertThat(value.get("remove_")).isEqualTo(8);
        assertThat((byte[]) value.nest("value").get("raw_")).containsExactly(9);
        assertThat(family.constant("StringEnum", "_2GHZ")).hasToString("2ghz");
        assertThat(family.constant("StringEnum", "KNOWN_")).hasToString("known");
        assertThat(family.builder("ObjectStruct")
                        .set("new_", 1)
                        .set("out_", 2)
                        .set("at", 3)
                        .build()
                        .hex())
                .isEqualTo("01000200 030000");
    }
}
