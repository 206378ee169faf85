package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSet;
import org.junit.jupiter.api.Test;

/** Attributes that requests and replies carry in different shapes. */
class RequestTypesTest {

    private final GeneratedFamily family = GeneratedFamily.construct("requests");

    @Test
    void aFlagIsAnsweredAsANumber() {
        Dynamic request = family.builder("Tunnel").set("inherit", true).build();

        assertThat(request.hex()).isEqualTo("04000100");
        assertThat(family.decode("Tunnel", "05000100 00000000").get("inherit")).isEqualTo(0);
        assertThat(family.decode("Tunnel", "05000100 01000000").get("inherit")).isEqualTo(1);
    }

    @Test
    void theFlagOfARequestReadsAsOne() {
        assertThat(family.decode("Tunnel", "04000100").get("inherit")).isEqualTo(1);
        assertThat(family.view("TunnelView", "04000100").get("inherit")).isEqualTo(1);
    }

    @Test
    void widthsDiffer() {
        Dynamic request = family.builder("Tunnel").set("wide", 5L).build();

        assertThat(request.hex()).isEqualTo("08000200 05000000");
        assertThat(family.decode("Tunnel", "0c000200 05000000 00000000").get("wide"))
                .isEqualTo(5L);
    }

    @Test
    void theSchemaKnowsBoth() {
        AttributeSet set = family.schema("Requests").attributeSet("tunnel");

        assertThat(set.byNumber(1).kind()).isEqualTo(AttributeKind.U8);
        assertThat(set.byNumber(1).requestKind()).isEqualTo(AttributeKind.FLAG);
        assertThat(set.byNumber(3).requestKind()).isEqualTo(AttributeKind.FLAG);
    }
}
