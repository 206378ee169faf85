package io.jnetlink.samples.ip.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkMode;
import io.jnetlink.route.link.Operstate;
import io.jnetlink.route.link.RtnlLinkStats64;
import io.jnetlink.samples.ip.FakeLinks;
import io.jnetlink.samples.ip.JipRun;
import io.jnetlink.wire.HardwareAddress;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Features of links that no device of a test kernel has. */
class LinkPrinterTest {

    private static LinkMessage link(int type, DeviceFlags flags, Consumer<LinkAttrs.Builder> attributes) {
        return LinkMessage.builder()
                .header(h -> h.ifiIndex(5).ifiType(type).ifiFlags(flags))
                .attributes(attributes)
                .build();
    }

    private static String shown(LinkMessage link, String options) {
        JipRun run = JipRun.of(new FakeLinks().with(link).with(3, "eth4"), options + " link show dev x");
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    @Test
    void unknownStatesAreNumbers() {
        LinkMessage link = link(
                1,
                DeviceFlags.of(),
                a -> a.ifname("x")
                        .operstate(Operstate.of(9))
                        .linkmode(LinkMode.of(2))
                        .group(77));

        assertThat(shown(link, "-o")).isEqualTo("5: x: <> state 0x9mode 2 group 77 \\    link/ether \n");
        assertThat(shown(link, "-j")).contains("\"operstate_index\":9,\"linkmode_index\":2,\"group\":\"77\"");
    }

    @Test
    void flagsEndWithThoseThatHaveNoName() {
        DeviceFlags flags = new DeviceFlags(DeviceFlags.UP.bits() | 1L << 20);
        LinkMessage link = link(1, flags, a -> a.ifname("x"));

        assertThat(shown(link, "-o")).startsWith("5: x: <NO-CARRIER,UP,100000> ");
        assertThat(shown(link, "-j")).contains("\"flags\":[\"NO-CARRIER\",\"UP\",\"100000\"]");
    }

    @Test
    void addressesOfTunnelsAreIpAddresses() {
        LinkMessage link = link(
                768,
                DeviceFlags.POINT_TO_POINT,
                a -> a.ifname("x")
                        .link(0)
                        .address(HardwareAddress.of(new byte[] {10, 0, 0, 1}))
                        .broadcast(HardwareAddress.of(new byte[] {10, 0, 0, 2})));

        assertThat(shown(link, "-o")).isEqualTo("5: x@NONE: <POINTOPOINT> \\    link/ipip 10.0.0.1 peer 10.0.0.2\n");
        assertThat(shown(link, "-j"))
                .contains("\"link\":null,\"ifname\":\"x\"")
                .contains("\"address\":\"10.0.0.1\",\"link_pointtopoint\":true,\"broadcast\":\"10.0.0.2\"");
    }

    @Test
    void aLinkIntoAnotherNamespaceHasANumberOnly() {
        LinkMessage link =
                link(65534, DeviceFlags.of(), a -> a.ifname("x").link(7).linkNetnsid(2));

        assertThat(shown(link, "-o")).isEqualTo("5: x@if7: <> \\    link/none  link-netnsid 2\n");
        assertThat(shown(link, "-j"))
                .contains("\"link_index\":7,\"ifname\":\"x\"")
                .contains("\"link_netnsid\":2");
    }

    @Test
    void anUnknownNamespaceIsSaidToBeSo() {
        LinkMessage link =
                link(65534, DeviceFlags.of(), a -> a.ifname("x").link(7).linkNetnsid(-1));

        assertThat(shown(link, "-o")).endsWith(" link-netnsid unknown\n");
    }

    @Test
    void aDeviceBelowThatIsDownIsMarked() {
        LinkMessage link = link(1, DeviceFlags.of(), a -> a.ifname("x").link(3));

        assertThat(shown(link, "-o")).startsWith("5: x@eth4: <,M-DOWN> ");
        assertThat(shown(link, "-j")).contains("\"link\":\"eth4\"").contains("[\"M-DOWN\"]");
    }

    @Test
    void theAddressOfTheHardwareIsShownWhereItDiffers() {
        HardwareAddress address = HardwareAddress.parse("02:00:00:00:00:01");
        LinkMessage link = link(
                1,
                DeviceFlags.of(),
                a -> a.ifname("x").address(address).permAddress(HardwareAddress.parse("02:00:00:00:00:09")));
        LinkMessage same =
                link(1, DeviceFlags.of(), a -> a.ifname("x").address(address).permAddress(address));

        assertThat(shown(link, "-o")).endsWith("link/ether 02:00:00:00:00:01 permaddr 02:00:00:00:00:09\n");
        assertThat(shown(same, "-o")).doesNotContain("permaddr");
    }

    @Test
    void whoHoldsADeviceDownIsListed() {
        LinkMessage link =
                link(1, DeviceFlags.of(), a -> a.ifname("x").protoDown(1).protoDownReason(r -> r.value(0x109)));

        assertThat(shown(link, "-o")).endsWith("link/ether  protodown on protodown_reason <0,3>\n");
        assertThat(shown(link, "-j")).contains("\"proto_down\":true,\"proto_down_reason\":[\"0\",\"3\"]");
    }

    @Test
    void detailsTellWhereAPortIs() {
        LinkMessage link = link(
                1,
                DeviceFlags.of(),
                a -> a.ifname("x")
                        .physPortName("p1")
                        .physPortId(new byte[] {1, (byte) 0xab})
                        .physSwitchId(new byte[] {2})
                        .parentDevBusName("pci")
                        .parentDevName("0000:00:01.0")
                        .ifalias("my alias"));

        assertThat(shown(link, "-o -d"))
                .endsWith("link/ether portname p1 portid 01ab switchid 02 parentbus pci parentdev 0000:00:01.0 "
                        + "\\    alias my alias\n");
    }

    @Test
    void unknownKindsAreNamedOnly() {
        LinkMessage link = link(
                1,
                DeviceFlags.of(),
                a -> a.ifname("x").linkinfo(i -> i.kind("wonder").slaveKind("marvel")));

        assertThat(shown(link, "-o -d")).endsWith("link/ether \\    wonder \\    marvel_slave \n");
        assertThat(shown(link, "-j -d"))
                .contains("\"linkinfo\":{\"info_kind\":\"wonder\",\"info_slave_kind\":\"marvel\"}");
    }

    @Test
    void kindsWithoutDetailsOfTheirDeviceLeaveAnEmptyObject() {
        LinkMessage link = link(1, DeviceFlags.of(), a -> a.ifname("x").linkinfo(i -> i.kind("vxlan")));

        assertThat(shown(link, "-j -d")).contains("\"linkinfo\":{\"info_kind\":\"vxlan\",\"info_data\":{}}");
    }

    @Test
    void rareTypesHaveNamesOrNumbers() {
        assertThat(LinkTypes.nameOf(1, false)).isEqualTo("ether");
        assertThat(LinkTypes.nameOf(1, true)).isEqualTo("[1]");
        assertThat(LinkTypes.nameOf(778, false)).isEqualTo("gre");
        assertThat(LinkTypes.nameOf(825, false)).isEqualTo("6lowpan");
        assertThat(LinkTypes.nameOf(788, false)).isEqualTo("fcfb1");
        assertThat(LinkTypes.nameOf(803, false)).isEqualTo("ieee802.11/radiotap");
        assertThat(LinkTypes.nameOf(290, false)).isEqualTo("[290]");
        assertThat(LinkTypes.nameOf(4711, false)).isEqualTo("[4711]");
    }

    @Test
    void columnsOfCountersGrow() {
        RtnlLinkStats64 counters = RtnlLinkStats64.builder()
                .rxBytes(123456789012L)
                .rxPackets(12345678)
                .rxCompressed(4)
                .rxNohandler(5)
                .txErrors(7)
                .build();
        LinkMessage link =
                link(1, DeviceFlags.of(), a -> a.ifname("x").stats64(counters).carrierChanges(3));

        assertThat(shown(link, "-s -s").lines().skip(2))
                .containsExactly(
                        "    RX:    bytes  packets errors dropped  missed   mcast compressed",
                        "    123456789012 12345678      0       0       0       0          4 ",
                        "    RX errors:     length    crc   frame    fifo overrun  nohandler",
                        "                        0      0       0       0       0          5 ",
                        "    TX:    bytes  packets errors dropped carrier collsns           ",
                        "               0        0      7       0       0       0 ",
                        "    TX errors:    aborted   fifo  window heartbt transns",
                        "                        0      0       0       0       3 ");
        assertThat(shown(link, "-s -s -j"))
                .contains("\"multicast\":0,\"compressed\":4,\"length_errors\":0")
                .contains("\"missed_errors\":0,\"nohandler\":5}")
                .contains("\"heartbeat_errors\":0,\"carrier_changes\":3}}");
    }

    @Test
    void countersCanBeRounded() {
        CounterFormat decimal = new CounterFormat(true, false);
        CounterFormat binary = new CounterFormat(true, true);

        assertThat(decimal.of(999, 5)).isEqualTo("  999");
        assertThat(decimal.of(1234, 5)).isEqualTo("1.23k");
        assertThat(decimal.of(12345, 5)).isEqualTo("12.3k");
        assertThat(decimal.of(123456, 5)).isEqualTo(" 123k");
        assertThat(decimal.of(123456789012L, 5)).isEqualTo(" 123G");
        assertThat(binary.of(2048, 7)).isEqualTo(" 2.00ki");
        assertThat(decimal.of(-1, 1)).isEqualTo("18.4E");
    }

    @Test
    void linksThatAreNotShownLeaveEmptyObjects() {
        FakeLinks links = new FakeLinks().with(1, "lo").with(link(1, DeviceFlags.UP, a -> a.ifname("x")));

        assertThat(JipRun.of(links, "-j -br link show up").out())
                .isEqualTo("[{},{\"ifname\":\"x\",\"flags\":[\"NO-CARRIER\",\"UP\"]}]\n");
        assertThat(JipRun.newest(links, "-br link show down").out())
                .startsWith("lo ")
                .doesNotContain("x ");
    }

    @Test
    void groupsAreFilteredFirstInTheNewerDialect() {
        FakeLinks links = new FakeLinks()
                .with(link(1, DeviceFlags.of(), a -> a.ifname("x").group(7)))
                .with(link(1, DeviceFlags.of(), a -> a.ifname("y").group(8)));

        assertThat(JipRun.of(links, "-j -br link show group 8").out())
                .isEqualTo("[{},{\"ifname\":\"y\",\"flags\":[]}]\n");
        assertThat(JipRun.newest(links, "-j -br link show group 8").out())
                .isEqualTo("[{\"ifname\":\"y\",\"flags\":[]}]\n");
    }

    @Test
    void anInterruptedDumpIsMentioned() {
        JipRun run = JipRun.of(new FakeLinks().with(1, "lo").interrupted(), "-br link");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("lo ");
        assertThat(run.err()).isEqualTo("Dump was interrupted and may be inconsistent.\n");
    }

    @Test
    void aNumberStandsForALinkOnlyUntilTheKernelIsAsked() {
        JipRun run = JipRun.of(new FakeLinks().with(1, "lo"), "link show if5");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("RTNETLINK answers: No such device\nCannot send link get request: No such device\n");
    }
}
