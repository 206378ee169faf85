package io.jnetlink.ovs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.client.Notification;
import io.jnetlink.client.Overrun;
import io.jnetlink.client.Request;
import io.jnetlink.client.Subscription;
import io.jnetlink.client.SubscriptionEvent;
import io.jnetlink.genl.GenericNetlink;
import io.jnetlink.genl.UnknownFamilyException;
import io.jnetlink.lab.InKernelLab;
import io.jnetlink.ovs.datapath.DatapathMessage;
import io.jnetlink.ovs.datapath.OvsDatapath;
import io.jnetlink.ovs.datapath.OvsDatapathSchema;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The module is unloaded and loaded again while clients and subscriptions are open. In the lab always: others need theirs. */
@InKernelLab
@InNetworkNamespace(limitSeconds = 300)
class ModuleReloadKernelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What the kernel runs to load a module that somebody asks for, such as by looking up its family. */
    private static final Path LOADER = Path.of("/proc/sys/kernel/modprobe");

    private String loader = "";

    @BeforeEach
    void modulesAreLoadedByTheTestOnly() throws IOException {
        loader = Files.readString(LOADER).strip();
        Files.writeString(LOADER, "/bin/false");
    }

    @AfterEach
    void theModuleIsThere(NamespaceShell shell) throws IOException {
        Files.writeString(LOADER, loader);
        shell.run("modprobe", "openvswitch");
    }

    private static Request<DatapathMessage, ?> list() {
        return Request.of(OvsDatapath.GET, DatapathMessage.builder().build());
    }

    @Test
    void clientsAndSubscriptionsOutliveTheModule(NamespaceShell shell, NetworkNamespace namespace) {
        try (GenericNetlink generic = GenericNetlink.open(namespace);
                Subscription datapaths = generic.client().subscribe(OvsDatapathSchema.FAMILY, "ovs_datapath")) {
            int before = generic.family("ovs_datapath").id();
            assertThat(generic.client().dump(list()).messages()).isEmpty();

            shell.script("for m in vport_vxlan vport_geneve vport_gre openvswitch; do modprobe -r $m; done");
            assertThatThrownBy(() -> generic.client().dump(list()))
                    .isInstanceOf(UnknownFamilyException.class)
                    .hasMessageContaining("ovs_datapath")
                    .hasMessageContaining("openvswitch");

            shell.run("modprobe", "openvswitch");
            assertThat(generic.client().dump(list()).messages()).isEmpty();
            assertThat(generic.family("ovs_datapath").id()).isNotEqualTo(before);

            assertThat(datapaths.next(PATIENCE)).containsInstanceOf(Overrun.class);
            try (OpenVSwitch ovs = OpenVSwitch.open(namespace)) {
                ovs.datapaths().create("dp0");
                SubscriptionEvent event = datapaths.next(PATIENCE).orElseThrow();
                assertThat(event).isInstanceOf(Notification.class);
                ovs.datapaths().delete("dp0");
            }
        }
    }
}
