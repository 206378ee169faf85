package io.jnetlink.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.spec.SpecException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where families come from, and what is said about names that do not exist. */
class ApiTest {

    @Test
    void specsComeFromResourcesAndFiles(@TempDir Path folder) throws Exception {
        assertThat(NetlinkArbitraries.ofResource(ApiTest.class, "garden")
                        .family()
                        .name())
                .isEqualTo("garden");
        assertThatThrownBy(() -> NetlinkArbitraries.ofResource(ApiTest.class, "desert"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no META-INF/jnetlink/desert.yaml beside io.jnetlink.property.ApiTest");
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "name: 1");
        assertThatThrownBy(() -> NetlinkArbitraries.ofSpec(wrong))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("wrong.yaml:1:");
        assertThatThrownBy(() -> NetlinkArbitraries.ofSpec(folder.resolve("missing.yaml")))
                .hasMessageContaining("missing.yaml");
    }

    @Test
    void namesMustExist() {
        NetlinkArbitraries harbour = Families.harbour();

        assertThat(harbour.operations()).containsExactly("moor", "ping", "moored", "sunk");
        assertThatThrownBy(() -> harbour.set("shop")).hasMessage("family 'harbour' has no attribute set 'shop'");
        assertThatThrownBy(() -> harbour.operation("sail")).hasMessage("family 'harbour' has no operation 'sail'");
        assertThatThrownBy(() -> harbour.operation("none"))
                .hasMessage("operation 'none' of 'harbour' only reserves its number");
        assertThatThrownBy(() -> harbour.set("person").wellFormed("hat")).hasMessage("person has no attribute 'hat'");
        assertThatThrownBy(() -> harbour.operation("ping").wellFormed("name"))
                .hasMessage("ping has no attribute 'name'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harbour.set("nothing").rejectable())
                .withMessage("nothing in nothing can be broken so");
    }

    @Test
    void messagesReadAsTheirSpecSays() {
        WireMessage moored = Families.harbour().operation("moored").of("""
                    01000000 ffffffff
                    09000100 4d617279 00000000
                    08000300 07000000
                    08000400 21000000
                    06000200 012c0000
                    0c001f80 08000300 50617500
                    """);

        assertThat(moored.toTree()).isEqualTo("""
                        berth-header
                          family 1
                          index -1
                        name "Mary"
                        kind tanker
                        flags <at-anchor,aground>
                        draught 300
                        master
                          name "Pau"
                        """);
        assertThat(moored)
                .hasToString(
                        "moored {berth-header: {family: 1, index: -1}, name: \"Mary\", kind: tanker, flags: <at-anchor,aground>, draught: 300, master: {name: \"Pau\"}} = "
                                + moored.toHex());
        assertThat(moored.with(moored.bytes())).isEqualTo(moored).hasSameHashCodeAs(moored);
        assertThat(moored.with(new byte[0])).isNotEqualTo(moored);
    }

    @Test
    void attributesAreWrittenByHand() {
        assertThat(AttributeBytes.attribute(1, new byte[] {9})).containsExactly(5, 0, 1, 0, 9, 0, 0, 0);
        assertThat(AttributeBytes.padded(new byte[] {1, 2, 3, 4, 5})).containsExactly(1, 2, 3, 4, 5, 0, 0, 0);
        assertThat(AttributeBytes.attribute(1, new byte[AttributeBytes.MAX_PAYLOAD]))
                .hasSize(65536);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeBytes.attribute(1, new byte[AttributeBytes.MAX_PAYLOAD + 1]))
                .withMessage("65532 bytes fit no attribute");
    }
}
