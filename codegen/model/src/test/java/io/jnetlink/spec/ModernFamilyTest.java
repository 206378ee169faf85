package io.jnetlink.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.spec.ir.Exchange;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import io.jnetlink.spec.ir.OperationMessage;
import io.jnetlink.spec.ir.OperationModel;
import io.jnetlink.spec.ir.Protocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generic netlink family with everything left at its default, and how specs reach the loader. */
class ModernFamilyTest {
    private final Family family = Specs.load("garden.yaml");

    @Test
    void defaults() {
        assertThat(family.protocol()).isEqualTo(Protocol.GENETLINK);
        assertThat(family.protocolNumber()).isEqualTo(Family.GENERIC_NETLINK);
        assertThat(family.version()).isEqualTo(1);
        assertThat(family.operationModel()).isEqualTo(OperationModel.UNIFIED);
        assertThat(family.header()).isEqualTo("linux/garden-net.h");
        assertThat(family.doc()).isEqualTo("A made-up family at the modern level of the language.");
    }

    @Test
    void oneNumberSpace() {
        assertThat(family.operation("unspec").kind()).isEqualTo(OperationKind.RESERVED);
        assertThat(family.operation("unspec").message()).contains(new OperationMessage(0, List.of()));
        Operation get = family.operation("plant-get");
        OperationMessage both = new OperationMessage(1, List.of("plant"));
        assertThat(get.doExchange()).contains(new Exchange(both, Optional.of(both)));
        assertThat(get.dumpExchange()).contains(new Exchange(new OperationMessage(1, List.of()), Optional.of(both)));
        assertThat(family.operation("plant-ntf").message()).contains(new OperationMessage(2, List.of("plant")));
        assertThat(family.operation("weed").doExchange().orElseThrow().request().number())
                .isEqualTo(9);
        assertThat(family.operation("weed").doExchange().orElseThrow().reply()).isEmpty();
        assertThat(family.operation("rain").message()).contains(new OperationMessage(10, List.of("row")));
        assertThat(family.multicastGroup("growth").number()).isEmpty();
    }

    @Test
    void cNamesFollowFromTheFamily() {
        assertThat(family.attributeSet("garden-net")
                        .attribute("rows-left")
                        .orElseThrow()
                        .cName())
                .contains("GARDEN_NET_A_ROWS_LEFT");
        assertThat(family.attributeSet("bed").attribute("plant").orElseThrow().cName())
                .contains("GARDEN_NET_A_BED_PLANT");
        assertThat(family.enumeration("plant").entry("rose").orElseThrow().cName())
                .contains("GARDEN_NET_PLANT_ROSE");
        assertThat(family.constant("row-limit").cName()).contains("GARDEN_NET_ROW_LIMIT");
        assertThat(family.operation("weed").cName()).contains("GARDEN_NET_CMD_WEED");
    }

    @Test
    void familyPrefixReplacesTheFamilyName() {
        String text =
                Specs.text("garden.yaml").replace("name: garden-net\ndoc", "name: garden-net\nx-c-prefix: GN_\ndoc");
        Family prefixed = new SpecLoader().parse("garden.yaml", text);
        assertThat(prefixed.attributeSet("bed").attribute("plant").orElseThrow().cName())
                .contains("GN_PLANT");
        assertThat(prefixed.constant("row-limit").cName()).contains("GN_ROW_LIMIT");
        assertThat(prefixed.operation("weed").cName()).contains("GARDEN_NET_CMD_WEED");
    }

    @Test
    void lookupsNameWhatIsMissing() {
        assertThatThrownBy(() -> family.struct("shed"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("family 'garden-net' has no struct 'shed'");
        assertThatThrownBy(() -> family.subMessage("shed")).hasMessageContaining("sub-message 'shed'");
    }

    @Test
    void filesAreReadAsUtf8(@TempDir Path directory) throws IOException {
        Path good = Files.writeString(directory.resolve("good.yaml"), Specs.text("garden.yaml"));
        assertThat(new SpecLoader().load(good)).isEqualTo(family);
        Path bad = Files.write(directory.resolve("bad.yaml"), "name: gärten".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> new SpecLoader().load(bad))
                .isInstanceOf(SpecException.class)
                .hasMessage("bad.yaml:1:1 the file is not UTF-8 [yaml-syntax]");
        assertThatThrownBy(() -> new SpecLoader().load(directory.resolve("none.yaml")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
