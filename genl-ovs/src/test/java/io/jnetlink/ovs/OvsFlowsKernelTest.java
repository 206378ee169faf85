package io.jnetlink.ovs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.DumpVisitor;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.PipelineOptions;
import io.jnetlink.client.PipelineSummary;
import io.jnetlink.client.RequestResult;
import io.jnetlink.lab.RequiresOpenVSwitch;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.flow.FlowMessageView;
import io.jnetlink.ovs.flow.FragType;
import io.jnetlink.ovs.limit.MeterSpec;
import io.jnetlink.ovs.rule.Actions;
import io.jnetlink.ovs.rule.Flow;
import io.jnetlink.ovs.rule.FlowId;
import io.jnetlink.ovs.rule.FlowSpec;
import io.jnetlink.ovs.rule.Match;
import io.jnetlink.ovs.rule.PutMode;
import io.jnetlink.ovs.text.Ufid;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@RequiresOpenVSwitch
@InNetworkNamespace(limitSeconds = 300)
class OvsFlowsKernelTest {

    private static final HardwareAddress MAC = HardwareAddress.parse("02:00:00:00:00:01");
    private static final IpAddress V4 = IpAddress.parse("192.0.2.1");
    private static final IpAddress V6 = IpAddress.parse("2001:db8::1");

    private OpenVSwitch ovs;
    private OvsFlows flows;
    private Datapath datapath;

    @BeforeEach
    void open(NetworkNamespace namespace) {
        ovs = OpenVSwitch.open(namespace);
        flows = ovs.flows();
        datapath = ovs.datapaths().create("dp0");
    }

    @AfterEach
    void close() {
        ovs.close();
    }

    private static FlowSpec flow(int port) {
        return FlowSpec.of(Match.inPort(port).ethertype(0x88b5), Actions.toPort(port + 1));
    }

    private static void assertFault(OvsFault fault, Runnable call) {
        OvsException refusal = catchThrowableOfType(OvsException.class, call::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.fault()).isEqualTo(fault);
    }

    @Test
    void aFlowComesChangesAndGoes() {
        FlowSpec spec = flow(1);
        flows.create(datapath, spec);
        Flow created = flows.get(datapath, spec.id());
        assertThat(created.key().inPort()).isEqualTo(1);
        assertThat(created.key().ethertype()).isEqualTo(0x88b5);
        assertThat(created.mask().ethertype()).isEqualTo(0xffff);
        assertThat(created.actions()).isEqualTo(spec.actions());
        assertThat(created.packets()).isZero();
        assertThat(created.usedMillis()).isEmpty();
        assertThat(created.ufid()).isEmpty();
        assertThat(flows.list(datapath)).containsExactly(created);

        assertFault(OvsFault.FLOW_EXISTS, () -> flows.create(datapath, spec));
        FlowSpec other = FlowSpec.of(spec.match(), Actions.drop());
        flows.modify(datapath, other);
        assertThat(flows.get(datapath, spec.id()).actions())
                .isEqualTo(Actions.drop().attributes());
        assertThat(flows.get(datapath, spec.id()).hasActions()).isTrue();
        flows.put(datapath, spec);
        Flow replaced = flows.replace(datapath, PutMode.MODIFY, other.resettingStats());
        assertThat(replaced.key()).isEqualTo(created.key());

        Flow deleted = flows.delete(datapath, spec.id());
        assertThat(deleted.key()).isEqualTo(created.key());
        assertThat(flows.list(datapath)).isEmpty();
        assertThat(flows.find(datapath, spec.id())).isEmpty();
        assertFault(OvsFault.FLOW_MISSING, () -> flows.delete(datapath, spec.id()));
        assertFault(OvsFault.FLOW_MISSING, () -> flows.modify(datapath, spec));
        flows.put(datapath, spec);
        assertThat(flows.list(datapath)).hasSize(1);
    }

    @Test
    void aFlowWithIdentifierIsFoundByThat() {
        FlowSpec spec = flow(1).withHashedUfid();
        Ufid ufid = spec.ufid().orElseThrow();
        flows.create(datapath, spec);

        assertThat(flows.get(datapath, FlowId.of(ufid)).actions()).isEqualTo(spec.actions());
        List<Flow> terse = flows.listTersely(datapath);
        assertThat(terse).hasSize(1);
        assertThat(terse.get(0).ufid()).contains(ufid);
        assertThat(terse.get(0).hasActions()).isFalse();
        assertThat(terse.get(0).key().length()).isZero();
        assertThat(terse.get(0).id()).isEqualTo(FlowId.of(ufid));
        assertThat(flows.find(datapath, FlowId.of(spec.match()))).isEmpty();
        assertThat(flows.delete(datapath, FlowId.of(ufid)).ufid()).contains(ufid);
        assertThat(flows.list(datapath)).isEmpty();
    }

    @Test
    void aFlushTakesAllFlowsOfTheDatapathOnly() {
        Datapath other = ovs.datapaths().create("dp1");
        flows.create(datapath, flow(1));
        flows.create(datapath, flow(2).withHashedUfid());
        flows.create(other, flow(3));
        flows.flush(datapath);
        assertThat(flows.list(datapath)).isEmpty();
        assertThat(flows.list(other)).hasSize(1);
    }

    @Test
    void aDatapathThatIsGoneIsNamed() {
        ovs.datapaths().delete(datapath);
        assertFault(OvsFault.DATAPATH_MISSING, () -> flows.create(datapath, flow(1)));
        assertFault(OvsFault.DATAPATH_MISSING, () -> flows.list(datapath));
        assertFault(OvsFault.DATAPATH_MISSING, () -> flows.flush(datapath));
        assertFault(OvsFault.DATAPATH_MISSING, () -> flows.find(datapath, flow(1).id()));
    }

    static Stream<Arguments> matches() {
        Match in = Match.inPort(1);
        return Stream.of(
                Arguments.of(Match.any(), "eth("),
                Arguments.of(in.eth(MAC, MAC), "eth(src=02:00:00:00:00:01,dst=02:00:00:00:00:01)"),
                Arguments.of(
                        in.ethDst(MAC, HardwareAddress.parse("ff:ff:ff:00:00:00")),
                        "dst=02:00:00:00:00:01/ff:ff:ff:00:00:00"),
                Arguments.of(in.vlan(5).ethertype(0x88b5), "vlan(vid=5"),
                Arguments.of(in.vlan(5, 3).ipv4(ip -> ip.dst(V4)).udp(u -> u.dst(53)), "udp(dst=53)"),
                Arguments.of(in.ipv4(ip -> ip.src(V4, 24)), "ipv4(src=192.0.2.1/255.255.255.0"),
                Arguments.of(in.ipv4(ip -> ip.tos(8).ttl(64)), "ttl=64"),
                Arguments.of(in.ipv4(ip -> {}).tcp(t -> t.dst(80).flags(2, 2)), "tcp_flags(+syn)"),
                Arguments.of(in.ipv4(ip -> {}).udp(u -> u.src(1000, 0xff00)), "udp(src=1000/0xff00)"),
                Arguments.of(in.ipv4(ip -> {}).sctp(s -> s.src(7)), "sctp(src=7)"),
                Arguments.of(in.ipv4(ip -> {}).icmp(8, 0), "icmp(type=8,code=0)"),
                Arguments.of(in.ipv6(ip -> ip.dst(V6, 32)), "ipv6(dst=2001:db8::1/ffff:ffff::"),
                Arguments.of(in.ipv6(ip -> ip.label(5).hlimit(3)).tcp(t -> t.src(9)), "tcp(src=9)"),
                Arguments.of(in.ipv6(ip -> {}).icmpv6(128, 0), "icmpv6(type=128,code=0)"),
                Arguments.of(in.arp(a -> a.op(1).tip(V4).sha(MAC)), "arp(tip=192.0.2.1,op=1"),
                Arguments.of(in.ethertype(0x0800), "eth_type(0x0800)"),
                Arguments.of(in.ethertype(0x86dd), "eth_type(0x86dd)"),
                Arguments.of(in.ethertype(0x0806), "eth_type(0x0806)"),
                Arguments.of(in.ethertype(0x8035), "eth_type(0x8035)"),
                Arguments.of(in.ethertype(0x8847), "eth_type(0x8847)"),
                Arguments.of(in.ethertype(0x8848), "eth_type(0x8848)"),
                Arguments.of(in.ethertype(0x894f), "eth_type(0x894f)"),
                Arguments.of(in.ethertype(0x8100), "eth_type(0x8100)"),
                Arguments.of(in.ethertype(0x88a8), "eth_type(0x88a8)"),
                Arguments.of(in.vlan(5), "vlan(vid=5),encap()"),
                Arguments.of(in.vlan(0), "vlan(vid=0),encap()"),
                Arguments.of(in.vlan(5, 3), "vlan(vid=5,pcp=3),encap()"),
                Arguments.of(in.vlan(5, 3).ethertype(0x0800), "encap(eth_type(0x0800)"),
                Arguments.of(in.ethertype(0x88a8).vlan(6), "eth_type(0x88a8),vlan("),
                Arguments.of(in.vlan(5).vlan(6, 3), "vlan(vid=6,pcp=3)"),
                Arguments.of(in.ipv4(ip -> ip.proto(6)), "ipv4(proto=6"),
                Arguments.of(in.ipv6(ip -> ip.proto(17)), "ipv6(proto=17"),
                Arguments.of(in.ipv4(ip -> ip.proto(6).frag(FragType.LATER)), "frag=later"),
                Arguments.of(in.ipv6(ip -> ip.proto(58)), "ipv6(proto=58"),
                Arguments.of(in.ipv6(ip -> {}).icmpv6(135, 0), "icmpv6(type=135,code=0)"),
                Arguments.of(in.ipv4(ip -> ip.proto(132)), "ipv4(proto=132"),
                Arguments.of(in.ipv4(ip -> ip.proto(1)), "ipv4(proto=1"),
                Arguments.of(in.mark(7).recirc(3).priority(2), "skb_mark(0x7)"),
                Arguments.of(in.tunnel(t -> t.id(0x17).src(V4).dst(V4, 0)), "tunnel(tun_id=0x17,src=192.0.2.1"),
                Arguments.of(in.tunnel(t -> t.dst(V6).tos(1).ttl(9)), "ipv6_dst=2001:db8::1"));
    }

    @ParameterizedTest
    @MethodSource("matches")
    void theOriginalToolReadsEveryMatch(Match match, String part, NamespaceShell shell) {
        FlowSpec spec = FlowSpec.of(match, Actions.toPort(2));
        flows.create(datapath, spec);
        assertThat(flows.get(datapath, spec.id()).actions()).isEqualTo(spec.actions());
        assertThat(shell.run("ovs-dpctl", "dump-flows", "dp0")).contains(part);
    }

    static Stream<Arguments> actions() {
        Actions first = Actions.first();
        return Stream.of(
                Arguments.of(Actions.drop(), "actions:drop"),
                Arguments.of(
                        first.setTunnel(t -> t.dst(V4)
                                        .id(5)
                                        .tos(4)
                                        .ttl(9)
                                        .dontFragment()
                                        .csum())
                                .output(3),
                        "set(tunnel(tun_id=0x5,dst=192.0.2.1,tos=0x4,ttl=9,flags(df|csum|key))),3"),
                Arguments.of(first.setTunnel(t -> t.dst(V6)).output(3), "ipv6_dst=2001:db8::1,ttl=64"),
                Arguments.of(first.setTunnel(t -> t.dst(V4).gbp(7)).output(1), "vxlan(gbp(id=7,flags=0))"),
                Arguments.of(first.pushVlan(9, 2).output(4), "push_vlan(vid=9,pcp=2),4"),
                Arguments.of(first.popVlan().output(4), "pop_vlan,4"),
                Arguments.of(first.hash(1).recirc(6), "recirc(0x6)"),
                Arguments.of(first.userspace(77, (byte) 1, (byte) 2), "userspace(pid=77,userdata(0102))"),
                Arguments.of(first.userspacePerCpu((byte) 3), "userspace(pid=4294967295,userdata(03))"),
                Arguments.of(first.trunc(100).output(1), "trunc(100),1"),
                Arguments.of(first.set(k -> k.skbMark(5)).output(1), "set(skb_mark(0x5)),1"));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void theOriginalToolReadsEveryAction(Actions actions, String part, NamespaceShell shell) {
        FlowSpec spec = FlowSpec.of(Match.inPort(1).ipv4(ip -> ip.dst(V4)), actions);
        flows.create(datapath, spec);
        // Before a tunnel's id the kernel puts padding.
        assertThat(flows.get(datapath, spec.id()).actions().inOrder())
                .extracting(ActionAttrs::number)
                .isEqualTo(spec.actions().inOrder().stream()
                        .map(ActionAttrs::number)
                        .toList());
        assertThat(shell.run("ovs-dpctl", "dump-flows", "dp0")).contains(part);
    }

    @Test
    void actionsThatTheDumpHasNoRoomForAreAskedFor() {
        Actions many = Actions.first().then(a -> IntStream.range(0, 4080).forEach(i -> a.output(1 + i % 9)));
        FlowSpec overlong = FlowSpec.of(Match.inPort(1), many);
        flows.create(datapath, overlong);
        flows.create(datapath, flow(2));
        List<Boolean> inDump = new ArrayList<>();
        flows.dump(datapath, DumpPolicy.retrying(3), new DumpVisitor<FlowMessageView>() {
            @Override
            public void begin() {
                inDump.clear();
            }

            @Override
            public boolean visit(FlowMessageView view) {
                return inDump.add(view.attributes().hasActions());
            }
        });
        assertThat(inDump).containsExactlyInAnyOrder(true, false);
        assertThat(flows.list(datapath))
                .extracting(Flow::actions)
                .containsExactlyInAnyOrder(many.attributes(), flow(2).actions());
    }

    @Test
    void manyFlowsGoInBatches() {
        int count = 3_000;
        List<FlowSpec> specs = IntStream.range(0, count)
                .mapToObj(i -> FlowSpec.of(
                                Match.inPort(1)
                                        .ethDst(HardwareAddress.of(
                                                (byte) 2, (byte) 0, (byte) 0, (byte) 0, (byte) (i >> 8), (byte) i)),
                                Actions.toPort(2))
                        .withHashedUfid())
                .toList();
        List<RequestResult> results = new ArrayList<>();
        PipelineSummary put = flows.putAll(
                datapath, PutMode.CREATE, specs, PipelineOptions.defaults().onResult(results::add));
        assertThat(put.succeeded()).isEqualTo(count);
        assertThat(results).hasSize(count).allMatch(RequestResult::succeeded);
        assertThat(flows.listTersely(datapath)).hasSize(count);

        PipelineSummary again =
                flows.putAll(datapath, PutMode.CREATE, specs.subList(0, 10), PipelineOptions.defaults());
        assertThat(again.failures())
                .hasSize(10)
                .allSatisfy(f ->
                        assertThat(f.refusal().orElseThrow().errno().name()).isEqualTo("EEXIST"));

        List<FlowId> ids = new ArrayList<>(specs.stream().map(FlowSpec::id).toList());
        ids.add(100, flow(7).id());
        PipelineSummary deleted =
                flows.deleteAll(datapath, ids, PipelineOptions.defaults().acknowledgingLastOnly());
        assertThat(deleted.succeeded()).isEqualTo(count);
        assertThat(deleted.failures()).extracting(RequestResult::index).containsExactly(100L);
        assertThat(flows.list(datapath)).isEmpty();
    }

    @Test
    void aProbeIsRefusedLikeAnythingElse() {
        FlowSpec bad = FlowSpec.of(Match.inPort(1), Actions.first().output(0xffff_ffffL))
                .probing();
        assertThatThrownBy(() -> flows.create(datapath, bad))
                .isInstanceOfSatisfying(
                        KernelRejectedException.class,
                        e -> assertThat(e.errno().name()).isEqualTo("EINVAL"));
        assertThat(flows.list(datapath)).isEmpty();
    }

    @Test
    void metersLimitAndCount() {
        OvsMeters meters = ovs.meters();
        assertThat(meters.features(datapath).maxBands()).isPositive();
        assertThat(meters.confusesMeters(datapath)).isFalse();
        MeterSpec spec = MeterSpec.packetsPerSecond(5).dropAbove(100);
        assertThat(meters.set(datapath, spec)).isEmpty();
        assertThat(meters.get(datapath, 5).bands()).hasSize(1);
        assertThat(meters.set(datapath, spec.clearing()))
                .hasValueSatisfying(m -> assertThat(m.id()).isEqualTo(5));
        assertThat(meters.delete(datapath, 5)).isPresent();
        assertThat(meters.delete(datapath, 5)).isEmpty();
        assertThat(meters.find(datapath, 5)).isEmpty();
        assertFault(OvsFault.METER_MISSING, () -> meters.get(datapath, 5));
        ovs.datapaths().delete(datapath);
        assertFault(OvsFault.DATAPATH_MISSING, () -> meters.features(datapath));
        assertFault(OvsFault.DATAPATH_MISSING, () -> meters.find(datapath, 5));
    }
}
