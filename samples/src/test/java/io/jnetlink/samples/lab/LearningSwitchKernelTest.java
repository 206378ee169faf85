package io.jnetlink.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.lab.RequiresOpenVSwitch;
import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.ovs.port.DeviceOutcome;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The switch between hosts of its own: they ping each other through it. */
@RequiresOpenVSwitch
@InNetworkNamespace(limitSeconds = 300)
class LearningSwitchKernelTest extends SwitchFixture {

    @Test
    void pingsCrossAndTheKernelForwardsAlone() throws Exception {
        try (LearningSwitch learning = start(SwitchSettings.plain())) {
            assertPings(a, b);
            assertPings(b, a);
            assertThat(learning.stations())
                    .containsEntry(station(a), Way.local(node.port("to-a").number()))
                    .containsEntry(station(b), Way.local(node.port("to-b").number()));
            long hits = node.ovs().datapaths().get("sw1").stats().nHit();
            for (int i = 0; i < 5; i++) {
                assertPings(a, b);
            }
            assertThat(node.ovs().datapaths().get("sw1").stats().nHit()).isGreaterThanOrEqualTo(hits + 10);
            assertThat(node.ovs().flows().list(node.datapath()))
                    .filteredOn(flow -> flow.packets() >= 5)
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void taggedFramesHaveStationsAndFlowsOfTheirOwn() throws Exception {
        try (LearningSwitch learning = start(SwitchSettings.plain())) {
            Host taggedA = tagged(a, address(1, 1));
            Host taggedB = tagged(b, address(1, 2));
            assertPings(taggedA, taggedB);
            assertPings(taggedB, taggedA);
            assertPings(a, b);
            assertThat(failures).isEmpty();
            Station inVlan = new Station(7, station(a).address());
            assertThat(learning.stations()).containsKeys(inVlan, station(a));
            assertThat(node.ovs().flows().list(node.datapath()))
                    .filteredOn(flow -> flow.key().hasVlan() && flow.packets() > 0)
                    .isNotEmpty();
        }
    }

    private static Host tagged(Host host, InetAddress address) throws IOException {
        new IpCommand(host.namespace())
                .run("link", "add", "link", host.device(), "name", "vlan7", "type", "vlan", "id", "7");
        return Host.configure(host.namespace(), "vlan7", address);
    }

    @Test
    void aListenerThatThrowsStopsNothing() throws Exception {
        SwitchListener grumbler = new Recorder() {
            @Override
            public void learned(Station station, Way way) {
                throw new IllegalStateException("no " + station);
            }
        };
        try (LearningSwitch learning = node.start(SwitchSettings.plain().telling(grumbler), loop)) {
            assertPings(a, b);
            assertPings(b, a);
            assertThat(failures).extracting(Throwable::getMessage).contains("no " + station(a), "no " + station(b));
            assertThat(learning.counters().failures()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aStationThatMovesIsFoundAtItsNewPort() throws Exception {
        try (LearningSwitch learning = start(SwitchSettings.plain())) {
            assertPings(a, b);
            assertPings(b, a);
            Station moving = station(a);
            new IpCommand(a.namespace()).run("link", "set", "dev", a.device(), "down");
            Host again = node.addHost("to-d", address(4));
            IpCommand ip = new IpCommand(again.namespace());
            ip.run("link", "set", "dev", "eth0", "address", moving.address().toString());
            assertPings(again, b);
            awaitEvent("moved " + moving + " to port " + node.port("to-d").number());
            assertPings(b, again);
            assertThat(learning.stations())
                    .containsEntry(moving, Way.local(node.port("to-d").number()));
            long before = node.port("to-a").number();
            assertThat(node.ovs().flows().list(node.datapath()))
                    .noneMatch(flow -> flow.key().inPort() == before);
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void whatIsBehindADeletedPortIsForgotten() throws Exception {
        try (LearningSwitch learning = start(SwitchSettings.plain())) {
            assertPings(a, b);
            Station gone = station(b);
            long number = node.port("to-b").number();
            node.ovs().ports().delete(node.datapath(), "to-b");
            awaitEvent("forgotten " + gone);
            assertThat(learning.stations()).doesNotContainKey(gone);
            await(() -> node.ovs().flows().list(node.datapath()).stream()
                    .noneMatch(flow -> flow.key().inPort() == number
                            || flow.actions().inOrder().stream()
                                    .anyMatch(action -> action.hasOutput() && action.output() == number)));
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void theSilentAreForgottenWithTheirFlows() throws Exception {
        try (LearningSwitch learning = start(SwitchSettings.plain().ageing(Duration.ofMillis(800)))) {
            assertPings(a, b);
            Station silent = station(a);
            new IpCommand(a.namespace()).run("link", "set", "dev", a.device(), "down");
            new IpCommand(b.namespace()).run("link", "set", "dev", b.device(), "down");
            awaitEvent("forgotten " + silent);
            await(() -> learning.stations().isEmpty()
                    && node.ovs().flows().list(node.datapath()).isEmpty());
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void aClosedSwitchLeavesThePortsAndNothingElse() throws Exception {
        LearningSwitch learning = start(SwitchSettings.plain());
        assertPings(a, b);
        assertThat(node.ovs().flows().list(node.datapath())).isNotEmpty();
        learning.close();
        learning.close();
        assertThat(node.ovs().flows().list(node.datapath())).isEmpty();
        assertThat(node.ovs().datapaths().get("sw1").perCpuPids()).allMatch(pid -> pid == 0);
        assertThat(node.ovs().ports().list(node.datapath()))
                .extracting(OvsPort::name)
                .containsExactlyInAnyOrder("sw1", "to-a", "to-b");
        assertThat(a.ping(b, Duration.ofSeconds(1))).isFalse();
    }

    @Test
    void aClosedNodeLeavesNeitherDatapathNorTunnelDevice() {
        assertThat(node.addTunnelPort().device()).isEqualTo(DeviceOutcome.CREATED);
        start(SwitchSettings.plain());
        try (NetworkNamespace same =
                        NetworkNamespace.ofPath(Path.of(node.namespace().path().toString()));
                OpenVSwitch ovs = OpenVSwitch.open(same)) {
            node.close();
            assertThat(ovs.datapaths().list()).isEmpty();
            assertThat(ovs.ports().tunnelDevices().find("vxlan_sys_4789")).isEmpty();
        }
    }

    @Test
    void aDatapathThatIsDeletedUnderTheSwitchIsNoReasonToHang() throws Exception {
        LearningSwitch learning = start(SwitchSettings.plain().ageing(Duration.ofMillis(400)));
        assertPings(a, b);
        node.ovs().datapaths().delete("sw1");
        assertThat(failures.poll(LONG_SECONDS, TimeUnit.SECONDS)).hasMessage("there is no datapath sw1");
        learning.close();
        assertThat(node.ovs().datapaths().list()).isEmpty();
    }
}
