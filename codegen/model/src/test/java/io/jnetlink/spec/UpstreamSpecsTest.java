package io.jnetlink.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.MulticastGroupIr;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import io.jnetlink.spec.ir.OperationMessage;
import io.jnetlink.spec.ir.OperationModel;
import io.jnetlink.spec.ir.Protocol;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.SelectorIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.WireOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernel's own specs, unmodified, where a copy lies beside the project. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpstreamSpecsTest {
    private static final Map<String, Protocol> PROTOCOLS =
            Map.of("genl", Protocol.GENETLINK, "legacy", Protocol.GENETLINK_LEGACY, "raw", Protocol.NETLINK_RAW);

    private final Map<Path, Family> families = new ConcurrentHashMap<>();

    private static Path directory() {
        String project = System.getProperty("jnetlink.project", ".");
        Path directory = Path.of(project, "..", "shared", "ynl-specs");
        assumeTrue(Files.isDirectory(directory), "no upstream specs beside the project");
        return directory;
    }

    private Family load(String name) {
        Path file = directory().resolve(name + ".yaml");
        assumeTrue(Files.exists(file), "no upstream spec " + name);
        return families.computeIfAbsent(file, UpstreamSpecsTest::read);
    }

    private static Family read(Path file) {
        try {
            return new SpecLoader().load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AttributeIr attribute(Family family, String set, String name) {
        return family.attributeSet(set).attribute(name).orElseThrow();
    }

    @Test
    void everySpecLoads() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            List<Path> specs =
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
            assertThat(specs).hasSizeGreaterThanOrEqualTo(33);
            for (Path spec : specs) {
                assertThat(new SpecLoader().load(spec).name()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            binder, genl, uni, 1, 0, 0, 0, 1, 1, 10, 1
            conntrack, raw, dir, 2, 1, 2, 0, 0, 16, 93, 0
            dev-energymodel, genl, uni, 5, 2, 1, 2, 1, 3, 12, 1
            devlink, legacy, dir, 57, 55, 20, 0, 0, 38, 283, 0
            dpll, genl, uni, 12, 6, 2, 6, 0, 6, 60, 1
            drm_ras, genl, uni, 3, 2, 2, 0, 0, 2, 8, 0
            ethtool, legacy, dir, 74, 51, 28, 18, 5, 62, 399, 1
            fou, legacy, uni, 4, 3, 1, 0, 0, 1, 12, 0
            handshake, genl, uni, 3, 2, 0, 1, 0, 3, 14, 2
            lockd, genl, uni, 2, 2, 0, 0, 0, 1, 3, 0
            mptcp_pm, legacy, uni, 12, 11, 1, 0, 0, 5, 47, 0
            net_shaper, genl, uni, 5, 5, 2, 0, 0, 4, 25, 0
            netdev, genl, uni, 16, 9, 6, 6, 0, 12, 85, 2
            nfsd, genl, uni, 18, 14, 3, 0, 1, 19, 61, 2
            nftables, raw, dir, 33, 33, 10, 0, 0, 48, 199, 1
            nl80211, legacy, dir, 3, 3, 2, 0, 0, 16, 474, 7
            nlctrl, legacy, dir, 2, 1, 2, 0, 0, 5, 28, 0
            ovpn, genl, uni, 11, 8, 1, 3, 0, 16, 80, 1
            ovs_datapath, legacy, uni, 3, 3, 1, 0, 0, 1, 9, 1
            ovs_flow, legacy, uni, 2, 2, 1, 0, 0, 13, 118, 1
            ovs_packet, legacy, uni, 3, 1, 0, 0, 2, 1, 12, 0
            ovs_vport, legacy, uni, 3, 3, 1, 0, 0, 3, 15, 1
            psp, genl, uni, 12, 8, 2, 4, 0, 5, 27, 2
            rt-addr, raw, dir, 4, 3, 2, 0, 0, 1, 11, 2
            rt-link, raw, dir, 6, 5, 2, 1, 0, 37, 420, 2
            rt-neigh, raw, dir, 7, 4, 2, 2, 0, 3, 46, 1
            rt-route, raw, dir, 3, 3, 1, 0, 0, 2, 49, 0
            rt-rule, raw, dir, 5, 2, 1, 2, 0, 1, 30, 2
            sunrpc_cache, genl, uni, 6, 3, 2, 0, 1, 6, 15, 2
            tc, raw, dir, 12, 12, 2, 0, 0, 69, 604, 1
            tcp_metrics, legacy, uni, 2, 2, 1, 0, 0, 2, 20, 0
            team, legacy, uni, 4, 4, 0, 0, 0, 5, 23, 0
            wireguard, legacy, uni, 2, 1, 1, 0, 0, 3, 25, 0
            """)
    void inventory(
            String file,
            String protocol,
            String model,
            int operations,
            int withDo,
            int withDump,
            int notifications,
            int events,
            int sets,
            int attributes,
            int groups) {
        Family family = load(file);
        assertThat(family.protocol()).isEqualTo(PROTOCOLS.get(protocol));
        assertThat(family.operationModel())
                .isEqualTo(model.equals("uni") ? OperationModel.UNIFIED : OperationModel.DIRECTIONAL);
        List<Operation> all = family.operations();
        assertThat(all).hasSize(operations);
        assertThat(all.stream().filter(o -> o.doExchange().isPresent())).hasSize(withDo);
        assertThat(all.stream().filter(o -> o.dumpExchange().isPresent())).hasSize(withDump);
        assertThat(all.stream().filter(o -> o.kind() == OperationKind.NOTIFICATION))
                .hasSize(notifications);
        assertThat(all.stream().filter(o -> o.kind() == OperationKind.EVENT)).hasSize(events);
        assertThat(family.attributeSets()).hasSize(sets);
        int sum = family.attributeSets().stream()
                .mapToInt(s -> s.attributes().size())
                .sum();
        assertThat(sum).isEqualTo(attributes);
        assertThat(family.multicastGroups()).hasSize(groups);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            rt-link, rtnl-link-ifmap, 32, 8
            rt-link, ifla-vf-guid, 16, 8
            rt-link, ifinfomsg, 16, 4
            ovs_flow, ovs-key-arp, 24, 4
            ovs_flow, ovs-key-ct-tuple-ipv4, 16, 4
            ovs_flow, ovs-action-add-mpls, 12, 4
            tc, gnet-stats-basic, 16, 8
            tc, tc-ratespec, 12, 4
            tc, tc-tbf-qopt, 36, 4
            tc, tc-htb-opt, 44, 4
            tc, tc-police, 56, 4
            tc, tc-stats, 40, 8
            tc, tc-u32-sel, 32, 4
            tc, tc-pedit-sel, 48, 4
            """)
    void structSizesAreThoseOfC(String file, String name, int size, int alignment) {
        StructIr struct = load(file).struct(name);
        assertThat(struct.size()).isEqualTo(size);
        assertThat(struct.alignment()).isEqualTo(alignment);
    }

    @Test
    void guidIsAligned() {
        assertThat(load("rt-link")
                        .struct("ifla-vf-guid")
                        .member("guid")
                        .orElseThrow()
                        .offset())
                .isEqualTo(8);
    }

    /** No number stands in this spec: all follow from the order of operations and the presence of replies. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            strset-get, 1, 1
            linkinfo-set, 3, 0
            features-set, 12, 12
            privflags-get, 13, 14
            rings-get, 15, 16
            tunnel-info-get, 28, 29
            stats-get, 32, 33
            rss-get, 38, 38
            plca-get-status, 41, 40
            mm-get, 42, 42
            module-fw-flash-act, 44, 0
            tsconfig-set, 47, 48
            rss-create-act, 49, 51
            mse-get, 51, 54
            """)
    void ethtoolRequests(String operation, int request, int reply) {
        Operation found = load("ethtool").operation(operation);
        assertThat(found.doExchange().orElseThrow().request().number()).isEqualTo(request);
        assertThat(found.doExchange()
                        .orElseThrow()
                        .reply()
                        .map(OperationMessage::number)
                        .orElse(0))
                .isEqualTo(reply);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            linkinfo-ntf, 3
            features-ntf, 13
            cable-test-ntf, 27
            plca-ntf, 41
            module-fw-flash-ntf, 44
            pse-ntf, 49
            rss-ntf, 50
            rss-delete-ntf, 53
            """)
    void ethtoolAnnouncements(String operation, int number) {
        assertThat(load("ethtool").operation(operation).message().map(OperationMessage::number))
                .contains(number);
    }

    @Test
    void ethtoolNestOfOneNumber() {
        TypeIr stat = attribute(load("ethtool"), "stats-grp", "stat").type();
        TypeIr.Scalar number = new TypeIr.Scalar(ScalarKind.U64, WireOrder.HOST, Optional.empty(), false);
        assertThat(stat).isEqualTo(new TypeIr.NestTypeValue(List.of("id"), number));
    }

    @Test
    void ethtoolEmptyEnumAndHighBit() {
        Family ethtool = load("ethtool");
        assertThat(ethtool.enumeration("stringset").entries()).isEmpty();
        assertThat(ethtool.enumeration("stringset").header()).isPresent();
        EnumIr fields = ethtool.enumeration("rxfh-fields");
        assertThat(fields.allBits()).isEqualTo(0x800003feL);
    }

    @Test
    void devlinkDumpHasItsOwnReply() {
        Operation portGet = load("devlink").operation("port-get");
        assertThat(portGet.doExchange().flatMap(e -> e.reply()).map(OperationMessage::number))
                .contains(7);
        assertThat(portGet.dumpExchange().flatMap(e -> e.reply()).map(OperationMessage::number))
                .contains(3);
        assertThat(portGet.dumpExchange().orElseThrow().request().number()).isEqualTo(5);
    }

    @Test
    void devlinkSubsetListsAttributesTwice() {
        AttributeSetIr table = load("devlink").attributeSet("dl-dpipe-table");
        assertThat(table.attributes().stream().filter(a -> a.name().equals("dpipe-table-name")))
                .hasSize(2);
    }

    @Test
    void routeLinkSubsetOverridesTypeButNotOrder() {
        AttributeIr flags = attribute(load("rt-link"), "linkinfo-ip6tnl-attrs", "flags");
        assertThat(flags.type())
                .isEqualTo(new TypeIr.Scalar(ScalarKind.U32, WireOrder.BIG_ENDIAN, Optional.empty(), false));
    }

    @Test
    void ovpnSubsetsNestSubsets() {
        Family ovpn = load("ovpn");
        AttributeIr peer = attribute(ovpn, "ovpn-peer-set-input", "peer");
        assertThat(peer.type()).isEqualTo(new TypeIr.Nest("peer-set-input"));
        assertThat(peer.number()).isEqualTo(attribute(ovpn, "ovpn", "peer").number());
        assertThat(attribute(ovpn, "ovpn", "peer").type()).isEqualTo(new TypeIr.Nest("peer"));
    }

    @Test
    void tcSelectsFromAnEnclosingSet() {
        TypeIr app = attribute(load("tc"), "tca-stats-attrs", "app").type();
        SelectorIr selector = ((TypeIr.SubMessage) app).selector();
        assertThat(selector.attribute()).isEqualTo("kind");
        assertThat(selector.isLocal()).isFalse();
        assertThat(selector.sources()).contains(new SelectorIr.Source("attrs", 1));
        assertThat(selector.enumName()).isEmpty();
    }

    @Test
    void tcFormatsMayBeBare() {
        assertThat(load("tc").subMessage("options-msg").format("clsact"))
                .contains(new FormatIr("clsact", Optional.empty(), Optional.empty()));
    }

    @Test
    void nftablesSelectsByEnum() {
        Family nftables = load("nftables");
        TypeIr.SubMessage data =
                (TypeIr.SubMessage) attribute(nftables, "obj-attrs", "data").type();
        assertThat(data.selector().isLocal()).isTrue();
        assertThat(data.selector().enumName()).contains("object-type");
        EnumIr types = nftables.enumeration("object-type");
        assertThat(nftables.subMessage(data.subMessageName()).formats())
                .allSatisfy(f -> assertThat(types.entry(f.value())).isPresent());
    }

    @Test
    void nftablesVerdictsNeedUnsigned32Bits() {
        assertThat(load("nftables").enumeration("verdict-code").entries())
                .extracting(EntryIr::value)
                .contains(0xfffffffbL, 0xffffffffL);
    }

    @Test
    void zeroIsANumber() {
        assertThat(attribute(load("ovs_flow"), "tunnel-key-attrs", "id").number())
                .isZero();
        assertThat(attribute(load("ovs_vport"), "upcall-stats", "success").number())
                .isZero();
        Operation getDevice = load("wireguard").operation("get-device");
        assertThat(getDevice.dumpExchange().orElseThrow().request().number()).isZero();
    }

    @Test
    void wireguardChecksNameConstantsInC() {
        assertThat(attribute(load("wireguard"), "wgpeer", "public-key").checks().exactLength())
                .hasValue(32);
    }

    @Test
    void fixedHeadersAreInheritedAndOverridden() {
        Family link = load("rt-link");
        assertThat(link.operation("newlink").fixedHeader()).contains("ifinfomsg");
        assertThat(link.operation("getstats").fixedHeader()).contains("if-stats-msg");
        assertThat(load("nftables").operation("newtable").fixedHeader()).contains("nfgenmsg");
    }

    @Test
    void rawGroupsHaveNumbers() {
        assertThat(load("rt-link").multicastGroup("rtnlgrp-link"))
                .extracting(MulticastGroupIr::number)
                .isEqualTo(OptionalInt.of(1));
        assertThat(load("nftables").protocolNumber()).isEqualTo(12);
        assertThat(load("rt-link").protocolNumber()).isZero();
    }

    @Test
    void repliesShareNumbers() {
        Family link = load("rt-link");
        assertThat(link.operation("newlink-ntf").message().map(OperationMessage::number))
                .contains(16);
        assertThat(link.operation("getlink")
                        .doExchange()
                        .flatMap(e -> e.reply())
                        .map(OperationMessage::number))
                .contains(16);
    }

    @Test
    void cNamesMatchTheHeaders() {
        assertThat(attribute(load("rt-link"), "link-attrs", "ifname").cName()).contains("IFLA_IFNAME");
        assertThat(attribute(load("ethtool"), "header", "dev-index").cName()).contains("ETHTOOL_A_HEADER_DEV_INDEX");
        assertThat(load("wireguard").constant("key-len").cName()).contains("WG_KEY_LEN");
        assertThat(load("team").operation("noop").cName()).contains("TEAM_CMD_NOOP");
    }

    @Test
    void numbersAreArraysOrNests() {
        TypeIr target = attribute(load("rt-link"), "linkinfo-bond-attrs", "arp-ip-target")
                .type();
        TypeIr.Scalar address = new TypeIr.Scalar(ScalarKind.U32, WireOrder.BIG_ENDIAN, Optional.empty(), false);
        assertThat(target).isEqualTo(new TypeIr.IndexedArray(address));
        assertThat(attribute(load("nlctrl"), "ctrl-attrs", "policy").type())
                .isEqualTo(new TypeIr.NestTypeValue(List.of("policy-id", "attr-id"), new TypeIr.Nest("policy-attrs")));
    }
}
