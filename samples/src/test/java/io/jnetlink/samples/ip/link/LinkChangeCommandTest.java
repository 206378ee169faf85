package io.jnetlink.samples.ip.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.route.link.AddrGenMode;
import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.route.link.LinkinfoVxlanAttrs;
import io.jnetlink.route.link.VxlanLabelPolicy;
import io.jnetlink.samples.ip.FakeLinks;
import io.jnetlink.samples.ip.JipRun;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkChangeCommandTest {

    private final FakeLinks links =
            new FakeLinks().with(1, "lo").with(3, "eth4").with(7, "br0").with(9, "vxlan0");

    private FakeLinks.Change changeBy(String line) {
        return onlyChange(JipRun.of(links, line));
    }

    private FakeLinks.Change newestChangeBy(String line) {
        return onlyChange(JipRun.newest(links, line));
    }

    private FakeLinks.Change onlyChange(JipRun run) {
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(links.changes()).hasSize(1);
        return links.changes().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "link add x type dummy, 16, 0x600",
        "l a x type ifb, 16, 0x600",
        "link replace x type dummy, 16, 0x500",
        "link set eth4 up, 16, 0",
        "link change eth4 up, 16, 0",
        "link del eth4, 17, 0",
        "link property add dev eth4 altname a, 108, 0xe00",
        "link property del dev eth4 altname a, 109, 0"
    })
    void eachCommandHasItsMessageAndFlags(String line, int type, String flags) {
        FakeLinks.Change change = changeBy(line);

        assertThat(change.type()).isEqualTo(type);
        assertThat(change.flags()).isEqualTo(MessageFlags.REQUEST | MessageFlags.ACK | Integer.decode(flags));
    }

    @Test
    void flagsOfTheDeviceGoIntoTheHeader() {
        LinkMessage message = changeBy("link set eth4 down arp off multicast on promisc on trailers off dynamic on")
                .message();

        assertThat(message.header().ifiIndex()).isEqualTo(3);
        assertThat(message.header().ifiFlags())
                .isEqualTo(DeviceFlags.of(
                        DeviceFlags.NO_ARP,
                        DeviceFlags.MULTICAST,
                        DeviceFlags.PROMISC,
                        DeviceFlags.NO_TRAILERS,
                        DeviceFlags.DYNAMIC));
        assertThat(message.header().ifiChange())
                .isEqualTo(message.header().ifiFlags().with(DeviceFlags.UP).bits());
    }

    @Test
    void optionsBecomeAttributes() {
        LinkAttrs link = changeBy(
                        "link set dev eth4 name wan mtu 9000 qlen 5 addr 2:3:4:5:6:7 alias text group 7 master br0"
                                + " mode dormant state up addrgenmode random gso_max_size 1 gso_max_segs 2 gro_max_size 3"
                                + " numtx 4 numrx 5 carrier on protodown off protodown_reason 3 on link-netnsid 6 parentdev p"
                                + " xdp off broadcast ff:ff")
                .message()
                .attributes();

        assertThat(link.ifname()).isEqualTo("wan");
        assertThat(link.mtu()).isEqualTo(9000);
        assertThat(link.txqlen()).isEqualTo(5);
        assertThat(link.address()).isEqualTo(HardwareAddress.of(new byte[] {2, 3, 4, 5, 6, 7}));
        assertThat(link.broadcast()).hasToString("ff:ff");
        assertThat(link.ifalias()).isEqualTo("text");
        assertThat(link.group()).isEqualTo(7);
        assertThat(link.master()).isEqualTo(7);
        assertThat(link.linkmode().value()).isEqualTo(1);
        assertThat(link.operstate().value()).isEqualTo(6);
        assertThat(link.afSpec().inet6().addrGenMode()).isEqualTo(AddrGenMode.RANDOM);
        assertThat(link.gsoMaxSize()).isEqualTo(1);
        assertThat(link.gsoMaxSegs()).isEqualTo(2);
        assertThat(link.groMaxSize()).isEqualTo(3);
        assertThat(link.numTxQueues()).isEqualTo(4);
        assertThat(link.numRxQueues()).isEqualTo(5);
        assertThat(link.carrier()).isEqualTo(1);
        assertThat(link.protoDown()).isZero();
        assertThat(link.protoDownReason().value()).isEqualTo(8);
        assertThat(link.protoDownReason().mask()).isEqualTo(8);
        assertThat(link.linkNetnsid()).isEqualTo(6);
        assertThat(link.parentDevName()).isEqualTo("p");
        assertThat(link.xdp().fd()).isEqualTo(-1);
        assertThat(link.xdp().flags().bits()).isEqualTo(1);
    }

    @Test
    void aGroupOfLinksIsChangedAtOnce() {
        LinkMessage message = changeBy("link set group 3 up mtu 1400").message();

        assertThat(message.header().ifiIndex()).isZero();
        assertThat(message.attributes().group()).isEqualTo(3);
        assertThat(message.attributes().hasIfname()).isFalse();
    }

    @Test
    void renamingToTheSameNameIsNothing() {
        assertThat(changeBy("link set eth4 name eth4").message().attributes().hasIfname())
                .isFalse();
    }

    @Test
    void aLinkMovesToANamespaceByNameOrByProcess() {
        assertThat(changeBy("link set eth4 netns blue index 5")
                        .message()
                        .attributes()
                        .newIfindex())
                .isEqualTo(5);
        assertThat(links.changes().get(0).message().attributes().hasNetNsFd()).isTrue();
    }

    @Test
    void olderReleasesNameTheProcessAndNewerOnesItsNamespace() {
        assertThat(changeBy("link set eth4 netns 99").message().attributes().netNsPid())
                .isEqualTo(99);

        JipRun.newest(links, "link set eth4 netns 99");
        assertThat(links.changes().get(1).message().attributes().hasNetNsFd()).isTrue();
    }

    @Test
    void theOtherEndOfAPairIsAMessageOfItsOwn() {
        LinkMessage message = changeBy("link add v0 mtu 1400 type veth peer name v1 up index 40 mtu 1300")
                .message();

        assertThat(message.attributes().ifname()).isEqualTo("v0");
        assertThat(message.header().ifiFlags().bits()).isZero();
        LinkMessage.Builder peer = LinkMessage.builder()
                .header(h -> h.ifiIndex(40).ifiFlags(DeviceFlags.UP).ifiChange(DeviceFlags.UP.bits()))
                .attributes(a -> a.mtu(1300).ifname("v1"));
        MessageWriter expected = MessageWriter.onHeap();
        peer.build().writeTo(expected);
        assertThat(message.attributes().linkinfo().dataVeth().toByteArray())
                .endsWith(expected.toByteArray())
                .hasSize(4 + expected.length());
    }

    @Test
    void aPairWithoutPeerPrintsItsUsage() {
        JipRun run = JipRun.of(links, "link add v0 type veth bogus");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).startsWith("Usage: ... veth [ peer OPTIONS ]");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void vxlanAttributesKeepTheOrderOfTheWords() {
        LinkMessage message = changeBy("link add vx type vxlan dstport 4789 ttl 5 id 42 nolearning local 10.0.0.1"
                        + " remote 10.0.0.2 dev eth4 proxy")
                .message();

        assertThat(message.attributes().linkinfo().dataVxlan().toString())
                .isEqualTo(
                        "{ttl: 5, link: 3, proxy: 1, id: 42, local: 10.0.0.1, group: 10.0.0.2, learning: 0, port: 4789}");
    }

    @Test
    void everyVxlanOptionHasItsAttribute() {
        LinkinfoVxlanAttrs vxlan = newestChangeBy(
                        "link add vx type vxlan id 42 remote 2001:db8::1 local 2001:db8::2"
                                + " tos 3 df inherit flowlabel 0x12345 ageing none maxaddress 9 srcport 1 2 rsc l2miss l3miss"
                                + " noudpcsum udp6zerocsumtx udp6zerocsumrx remcsumtx remcsumrx gbp gpe nolocalbypass mcroute"
                                + " reserved_bits 0xff remcsum_nopartial label_policy inherit noexternal novnifilter ttl inherit")
                .message()
                .attributes()
                .linkinfo()
                .dataVxlan();

        assertThat(vxlan.group6()).isEqualTo(IpAddress.parse("2001:db8::1"));
        assertThat(vxlan.local6()).isEqualTo(IpAddress.parse("2001:db8::2"));
        assertThat(vxlan.tos()).isEqualTo(3);
        assertThat(vxlan.df().value()).isEqualTo(2);
        assertThat(vxlan.label()).isEqualTo(0x12345);
        assertThat(vxlan.ageing()).isZero();
        assertThat(vxlan.limit()).isEqualTo(9);
        assertThat(vxlan.portRange().low()).isEqualTo(1);
        assertThat(vxlan.portRange().high()).isEqualTo(2);
        assertThat(vxlan.rsc() + vxlan.l2miss() + vxlan.l3miss()).isEqualTo(3);
        assertThat(vxlan.udpCsum()).isZero();
        assertThat(vxlan.udpZeroCsum6Tx() + vxlan.udpZeroCsum6Rx()).isEqualTo(2);
        assertThat(vxlan.remcsumTx() + vxlan.remcsumRx()).isEqualTo(2);
        assertThat(vxlan.gbp()).isTrue();
        assertThat(vxlan.gpe()).isTrue();
        assertThat(vxlan.port()).as("the port of gpe").isEqualTo(4790);
        assertThat(vxlan.localbypass()).isZero();
        assertThat(vxlan.mcRoute()).isEqualTo(1);
        assertThat(vxlan.reservedBits()).isEqualTo(0xff);
        assertThat(vxlan.remcsumNopartial()).isTrue();
        assertThat(vxlan.labelPolicy()).isEqualTo(VxlanLabelPolicy.INHERIT);
        assertThat(vxlan.collectMetadata()).isZero();
        assertThat(vxlan.vnifilter()).isZero();
        assertThat(vxlan.hasTtlInherit()).isTrue();
        assertThat(vxlan.learning()).isEqualTo(1);
    }

    @Test
    void aPreferredFamilyIsForcedByAnEmptyGroup() {
        LinkMessage message =
                changeBy("-6 link add vx type vxlan id 42 dstport 4789").message();

        assertThat(message.header().ifiFamily()).isEqualTo(10);
        assertThat(message.attributes().linkinfo().dataVxlan().group6().isUnspecified())
                .isTrue();
    }

    @Test
    void theNewerDialectEndsTheKindWithANul() {
        int bare = changeBy("link add x type dummy")
                .message()
                .attributes()
                .linkinfo()
                .length();
        JipRun.newest(links, "link add x type dummy");

        LinkinfoAttrs newer = links.changes().get(1).message().attributes().linkinfo();
        assertThat(newer.kind()).isEqualTo("dummy");
        assertThat(newer.toByteArray()[0]).isEqualTo((byte) 10);
        assertThat(bare).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localbypass", "mcroute", "reserved_bits", "remcsum_nopartial", "label_policy", "bogus"})
    void wordsOfLaterReleasesAreUnknownToTheOlderDialect(String word) {
        JipRun run = JipRun.of(links, "link add vx type vxlan id 42 " + word);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("vxlan: unknown command \"" + word + "\"?\nUsage: ... vxlan id VNI");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "id 42 vnifilter, vxlan: vnifilter is valid only when 'external' is set",
                "id 42 external, vxlan: both 'external' and vni cannot be specified",
                "noexternal, vxlan: missing virtual network identifier",
                "id 42 group 239.1.1.1, vxlan: 'group' requires 'dev' to be specified",
                "id 42 group 239.1.1.1 remote 10.0.0.1, vxlan: both group and remote cannot be specified",
                "id 42 remote 10.0.0.1 group 239.1.1.1, vxlan: both group and remote cannot be specified"
            })
    void someVxlanOptionsDoNotGoTogether(String options, String complaint) {
        JipRun run = JipRun.of(links, "link add vx type vxlan dstport 4789 " + options);

        assertThat(run.err()).isEqualTo(complaint + "\n");
        assertThat(run.status()).isEqualTo(1);
        assertThat(links.changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id 42 id 43 | either \"id\" is duplicate, or \"43\" is a garbage.",
                "learning nolearning | either \"nolearning\" is duplicate, or \"nolearning\" is a garbage.",
                "ttl 256 | argument \"256\" is wrong: TTL must be <= 255",
                "df maybe | argument \"maybe\" is wrong: DF must be 'unset', 'set' or 'inherit'",
                "srcport 1 x | argument \"x\" is wrong: max port",
                "label_policy x | argument \"x\" is wrong: policy must be 'fixed' or 'inherit'",
                "reserved_bits zz | argument \"zz\" is wrong: reserved_bits"
            })
    void wrongVxlanValuesEndTheCommand(String options, String complaint) {
        JipRun run = JipRun.newest(links, "link add vx type vxlan " + options);

        assertThat(run.err()).isEqualTo("Error: " + complaint + "\n");
        assertThat(run.status()).isEqualTo(255);
    }

    @Test
    void bridgeOptionsThatShareAnAttributeAreCollected() {
        LinkinfoAttrs linkinfo = newestChangeBy("link add name b type bridge no_linklocal_learn 1 mcast_vlan_snooping 0"
                        + " mst_enabled 1 priority 7 vlan_protocol 802.1ad fdb_max_learned 5 fdb_flush")
                .message()
                .attributes()
                .linkinfo();

        assertThat(linkinfo.dataBridge().multiBoolopt().optmask().bits()).isEqualTo(7);
        assertThat(linkinfo.dataBridge().multiBoolopt().optval().bits()).isEqualTo(5);
        assertThat(linkinfo.dataBridge().priority()).isEqualTo(7);
        assertThat(linkinfo.dataBridge().vlanProtocol().value()).isEqualTo(0x88a8);
        assertThat(linkinfo.dataBridge().fdbMaxLearned()).isEqualTo(5);
        assertThat(linkinfo.dataBridge().fdbFlush()).isTrue();
    }

    @Test
    void optionsOfAPortGoIntoTheOtherNest() {
        LinkinfoAttrs linkinfo = changeBy(
                        "link set vxlan0 type bridge_slave neigh_suppress on learning off cost 5" + " backup_port eth4")
                .message()
                .attributes()
                .linkinfo();

        assertThat(linkinfo.kind()).isEqualTo("bridge_slave");
        assertThat(linkinfo.hasData()).isFalse();
        assertThat(linkinfo.hasSlaveData()).isTrue();
    }

    @Test
    void macvlanModeAndFlagsComeLast() {
        LinkinfoAttrs linkinfo = changeBy(
                        "link add name m link eth4 type macvlan mode source nodst bcqueuelen 7 macaddr set"
                                + " 2:0:0:0:0:1 2:0:0:0:0:2")
                .message()
                .attributes()
                .linkinfo();

        assertThat(linkinfo.dataMacvlan().macaddrData().macaddr()).hasSize(2);
        assertThat(linkinfo.dataMacvlan().toString())
                .startsWith("{bc-queue-len: 7, macaddr-mode: set,")
                .endsWith("mode: source, flags: <nodst>}");
    }

    @Test
    void plainKindsPassOverWordsInTheOlderDialectOnly() {
        assertThat(JipRun.of(links, "link add x type ifb bogus").status()).isZero();
        assertThat(JipRun.newest(links, "link add x type ifb bogus").err())
                .isEqualTo("Garbage instead of arguments \"bogus ...\". Try \"ip link help\".\n");
    }

    @Test
    void helpIsGivenByKind() {
        JipRun run = JipRun.of(links, "link help vxlan");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("remcsum_nopartial", "label_policy", "reserved_bits");
        assertThat(JipRun.of(links, "link help").err()).contains("KIND with options of its own: vxlan, veth, bridge");
    }
}
