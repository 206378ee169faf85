package io.jnetlink.ovs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.lab.RequiresOpenVSwitch;
import io.jnetlink.ovs.datapath.DatapathFeatures;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceLinks;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.wire.InvalidFieldException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RequiresOpenVSwitch
@InNetworkNamespace(limitSeconds = 300)
class OvsDatapathsKernelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private OpenVSwitch ovs;

    @BeforeEach
    void open(NetworkNamespace namespace) {
        ovs = OpenVSwitch.open(namespace);
    }

    @AfterEach
    void close() {
        ovs.close();
    }

    @Test
    void aDatapathIsMadeReadListedAndDeleted() {
        Datapath made = ovs.datapaths().create("dp0");

        assertThat(made.name()).isEqualTo("dp0");
        assertThat(made.index()).isEqualTo(ovs.route().links().index("dp0"));
        assertThat(made.features().contains(DatapathFeatures.UNALIGNED)).isTrue();
        assertThat(made.features().contains(FeatureNegotiation.UNKNOWN)).isFalse();
        assertThat(made.dispatchesPerCpu()).isTrue();
        assertThat(made.stats().nFlows()).isZero();
        assertThat(made.megaflowStats()).isPresent();
        assertThat(made.masksCacheSize()).hasValue(256);
        assertThat(ovs.datapaths().list()).extracting(Datapath::name).containsExactly("dp0");
        assertThat(ovs.datapaths().get(made.index())).extracting(Datapath::name).isEqualTo("dp0");

        Datapath gone = ovs.datapaths().delete("dp0");

        assertThat(gone.index()).isEqualTo(made.index());
        assertThat(ovs.datapaths().list()).isEmpty();
        assertThat(ovs.datapaths().find("dp0")).isEmpty();
        assertThat(ovs.route().links().find("dp0")).isEmpty();
    }

    @Test
    void theOriginalToolSeesTheSame(NamespaceShell shell) {
        ovs.datapaths().create("dp0");

        assertThat(shell.run("ovs-dpctl", "dump-dps")).isEqualTo("system@dp0\n");
        assertThat(shell.run("ovs-dpctl", "show", "dp0")).contains("masks-cache: size:256", "port 0: dp0 (internal)");
    }

    @Test
    void readingWritesNothing() {
        Datapath made = ovs.datapaths().create("dp0");
        Datapath none = ovs.datapaths().setFeatures(made, DatapathFeatures.UNALIGNED);

        ovs.datapaths().get("dp0");
        ovs.datapaths().get(made.index());
        ovs.datapaths().list();
        ovs.ports().list(made);

        assertThat(none.features()).isEqualTo(DatapathFeatures.UNALIGNED);
        assertThat(ovs.datapaths().get("dp0").features()).isEqualTo(DatapathFeatures.UNALIGNED);
    }

    @Test
    void settingsKeepFeatures() {
        Datapath made = ovs.datapaths().create("dp0");

        Datapath resized = ovs.datapaths().setMasksCacheSize(made, 500);
        Datapath withPids = ovs.datapaths().setPerCpuPids(made, List.of(0L));

        assertThat(resized.masksCacheSize()).hasValue(512);
        assertThat(resized.features()).isEqualTo(made.features());
        assertThat(withPids.features()).isEqualTo(made.features());
        assertThat(ovs.datapaths().get("dp0").features()).isEqualTo(made.features());
    }

    @Test
    void perCpuSocketsNeedTheirFeature() {
        Datapath made = ovs.datapaths().create("dp0");
        Datapath byPort = ovs.datapaths()
                .setFeatures(made, DatapathFeatures.of(DatapathFeatures.UNALIGNED, DatapathFeatures.VPORT_PIDS));

        assertThat(byPort.dispatchesPerCpu()).isFalse();
        assertThatThrownBy(() -> ovs.datapaths().setPerCpuPids(byPort, List.of(1L)))
                .isInstanceOf(OvsException.class)
                .hasMessage("datapath dp0 dispatches upcalls by port, not by processor: its features are "
                        + byPort.features());
    }

    @Test
    void openingNegotiatesAnew() {
        Datapath made = ovs.datapaths().create("dp0");
        ovs.datapaths().setFeatures(made, DatapathFeatures.of(DatapathFeatures.UNALIGNED, DatapathFeatures.VPORT_PIDS));

        Datapath opened = ovs.datapaths().open("dp0");

        assertThat(opened.features()).isEqualTo(made.features());
        assertThat(ovs.datapaths().openOrCreate("dp0").index()).isEqualTo(made.index());
        assertThat(ovs.datapaths().openOrCreate("dp1").index()).isNotEqualTo(made.index());
    }

    @Test
    void aRefusedFeatureChangesNothing() {
        Datapath made = ovs.datapaths().create("dp0");
        DatapathFeatures unknown = new DatapathFeatures(1L << 30);

        assertThatThrownBy(() -> ovs.datapaths().setFeatures(made, unknown))
                .isInstanceOfSatisfying(
                        OvsException.class, e -> assertThat(e.fault()).isEqualTo(OvsFault.FEATURE_REFUSED))
                .hasMessageStartingWith("the running kernel lacks a feature of [" + unknown
                        + "] that datapath dp0 should have (EOPNOTSUPP");
        assertThat(ovs.datapaths().get("dp0").features()).isEqualTo(made.features());
        assertThat(ovs.datapaths()
                        .setFeatures(made, unknown, DatapathFeatures.UNALIGNED)
                        .features())
                .isEqualTo(DatapathFeatures.UNALIGNED);
    }

    @Test
    void aNameIsTakenOnce(NamespaceLinks links) {
        ovs.datapaths().create("dp0");
        links.vethPair("v0", "v1");
        KernelState before = KernelState.of(ovs);

        assertThatThrownBy(() -> ovs.datapaths().create("dp0"))
                .isInstanceOfSatisfying(
                        OvsException.class, e -> assertThat(e.fault()).isEqualTo(OvsFault.DATAPATH_EXISTS))
                .hasMessage("there is a datapath dp0 already");
        assertThatThrownBy(() -> ovs.datapaths().create("v0"))
                .isInstanceOf(OvsException.class)
                .hasMessage("there is another device named v0 already");
        assertThatThrownBy(() -> ovs.datapaths().create("dpnamewithexactly16c"))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("must have at most 15 bytes in UTF-8 (it has 20)");
        assertThat(KernelState.of(ovs)).isEqualTo(before);
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        Datapath gone = ovs.datapaths().create("dp0");
        ovs.datapaths().delete(gone);

        assertThatThrownBy(() -> ovs.datapaths().get("dp0"))
                .isInstanceOfSatisfying(
                        OvsException.class, e -> assertThat(e.fault()).isEqualTo(OvsFault.DATAPATH_MISSING))
                .hasMessage("there is no datapath dp0");
        assertThatThrownBy(() -> ovs.datapaths().open("dp0")).hasMessage("there is no datapath dp0");
        assertThatThrownBy(() -> ovs.datapaths().delete(gone)).hasMessage("there is no datapath dp0");
        assertThatThrownBy(() -> ovs.datapaths().setMasksCacheSize(gone, 0)).isInstanceOf(OvsException.class);
        assertThatThrownBy(() -> ovs.ports().list(gone)).hasMessage("there is no datapath dp0");
    }

    @Test
    void eventsTellWhatHappens() {
        try (DatapathEvents events = ovs.datapaths().events()) {
            Datapath made = ovs.datapaths().create("dp0");
            ovs.datapaths().setMasksCacheSize(made, 0);
            ovs.datapaths().delete(made);

            assertThat(events.next(PATIENCE)).containsInstanceOf(DatapathEvent.Added.class);
            DatapathEvent event = events.next(PATIENCE).orElseThrow();
            assertThat(event)
                    .isInstanceOfSatisfying(
                            DatapathEvent.Changed.class,
                            changed -> assertThat(changed.datapath().masksCacheSize())
                                    .hasValue(0));
            assertThat(events.next(PATIENCE))
                    .contains(new DatapathEvent.Removed(((DatapathEvent.Changed) event).datapath()));
        }
    }
}
