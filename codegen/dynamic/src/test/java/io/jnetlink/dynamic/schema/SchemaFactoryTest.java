package io.jnetlink.dynamic.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.dynamic.Fixtures;
import io.jnetlink.route.link.RtLinkSchema;
import io.jnetlink.schema.EnumSchema;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.StructSchema;
import io.jnetlink.schema.SubMessageSchema;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaFactoryTest {

    private final FamilySchema generated = RtLinkSchema.FAMILY;
    private final DynamicFamily family = Fixtures.rtLinkFamily();
    private final FamilySchema made = family.schema();
    private final Family model = family.model();

    @Test
    void theFamilyIsTheSame() {
        assertThat(made.name()).isEqualTo(generated.name()).isEqualTo("rt-link");
        assertThat(made.protocol()).isEqualTo(generated.protocol()).isZero();
        assertThat(made.isGeneric()).isEqualTo(generated.isGeneric()).isFalse();
        assertThat(made.version()).isEqualTo(generated.version());
    }

    @Test
    void attributeSetsAreTheSame() {
        assertThat(model.attributeSets()).hasSizeGreaterThan(20).allSatisfy(set -> {
            assertThat(made.attributeSet(set.name()).attributes())
                    .isEqualTo(generated.attributeSet(set.name()).attributes());
            assertThat(made.attributeSet(set.name()).maxNumber())
                    .isEqualTo(generated.attributeSet(set.name()).maxNumber());
        });
    }

    @Test
    void structsAreTheSame() {
        assertThat(model.structs()).hasSizeGreaterThan(10).allSatisfy(struct -> {
            StructSchema expected = generated.struct(struct.name());
            assertThat(made.struct(struct.name()).size()).isEqualTo(expected.size());
            assertThat(made.struct(struct.name()).members()).isEqualTo(expected.members());
        });
    }

    @Test
    void enumsAreTheSame() {
        List<String> readings = new ArrayList<>();
        for (EnumIr names : model.enums()) {
            for (String name : List.of(names.name(), names.name() + "-flags")) {
                if (has(generated, name)) {
                    readings.add(name);
                    checkEnum(names, made.enumeration(name), generated.enumeration(name));
                } else {
                    assertThat(has(made, name)).as(name).isFalse();
                }
            }
        }
        assertThat(readings).hasSizeGreaterThan(10);
    }

    private static void checkEnum(EnumIr names, EnumSchema actual, EnumSchema expected) {
        assertThat(actual.isFlags()).isEqualTo(expected.isFlags());
        assertThat(actual.print(-1)).isEqualTo(expected.print(-1));
        for (EntryIr entry : names.entries()) {
            assertThat(actual.valueOf(entry.name()))
                    .as(entry.name())
                    .isPresent()
                    .isEqualTo(expected.valueOf(entry.name()));
        }
    }

    private static boolean has(FamilySchema schema, String enumName) {
        try {
            return schema.enumeration(enumName) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void subMessagesAreTheSame() {
        assertThat(model.subMessages()).isNotEmpty().allSatisfy(subMessage -> {
            SubMessageSchema actual = made.subMessage(subMessage.name());
            SubMessageSchema expected = generated.subMessage(subMessage.name());
            for (FormatIr format : subMessage.formats()) {
                assertThat(actual.format(format.value())).isPresent().isEqualTo(expected.format(format.value()));
            }
        });
    }

    @Test
    void operationsAreTheSame() {
        for (Operation operation : model.operations()) {
            assertThat(made.operation(operation.name())).isEqualTo(generated.operation(operation.name()));
        }
        for (int number = 0; number < 128; number++) {
            assertThat(made.byRequest(number)).isEqualTo(generated.byRequest(number));
            assertThat(made.byReply(number)).isEqualTo(generated.byReply(number));
        }
    }

    @Test
    void groupsAreTheSame() {
        assertThat(model.multicastGroups())
                .isNotEmpty()
                .allSatisfy(g -> assertThat(made.group(g.name())).isPresent().isEqualTo(generated.group(g.name())));
    }

    @Test
    void everyUpstreamSpecHasASchema() throws IOException {
        List<Path> specs = Fixtures.upstreamSpecs();
        assumeFalse(specs.isEmpty(), "the kernel's specs are not there");
        for (Path spec : specs) {
            DynamicFamily upstream = DynamicFamily.load(spec);
            FamilySchema schema = upstream.schema();
            assertThat(upstream.model().attributeSets())
                    .as(spec.toString())
                    .allSatisfy(
                            set -> assertThat(schema.attributeSet(set.name())).isNotNull());
            assertThat(schema.version()).isEqualTo(upstream.model().version());
        }
    }
}
