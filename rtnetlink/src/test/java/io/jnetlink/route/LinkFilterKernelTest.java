package io.jnetlink.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jnetlink.client.Dump;
import io.jnetlink.client.DumpMarks;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.DumpVisitor;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.Request;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkMessageView;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.socket.SocketFeature;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps that the running kernel narrows. */
@InNetworkNamespace
class LinkFilterKernelTest {

    @BeforeEach
    void links(NamespaceShell shell) {
        shell.script("ip link add br0 type bridge; ip link add br1 type bridge;"
                + "ip link add v0 type veth peer name v1; ip link set v0 master br0;"
                + "ip link add x0 type vxlan id 7 dstport 4789; ip link set x0 master br0");
    }

    private static RtNetlink open(NetworkNamespace namespace, boolean strict) {
        SocketOptions.Builder socket = SocketOptions.builder(SocketOptions.ROUTE);
        if (!strict) {
            socket.without(SocketFeature.STRICT_CHECK);
        }
        return RtNetlink.open(
                NetlinkConfig.builder(socket.build()).namespace(namespace).build());
    }

    private static List<String> names(List<LinkMessage> links) {
        return links.stream().map(link -> link.attributes().ifname()).toList();
    }

    /** What the kernel itself sends: the filter of {@link Links} would hide that it ignored ours. */
    private static Dump<LinkMessage> raw(RtNetlink route, LinkFilter filter) {
        return route.client().dump(Request.of(RtLink.GETLINK, filter.question()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theKernelListsThePortsOfOneMaster(boolean strict, NetworkNamespace namespace) {
        try (RtNetlink route = open(namespace, strict)) {
            LinkFilter ports = LinkFilter.all().master(route.links().index("br0"));

            assertThat(names(raw(route, ports).messages())).containsExactlyInAnyOrder("v0", "x0");
            assertThat(raw(route, ports).filtered()).isTrue();
            assertThat(names(route.links().list(ports))).containsExactlyInAnyOrder("v0", "x0");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theKernelListsTheLinksOfOneKind(boolean strict, NetworkNamespace namespace) {
        try (RtNetlink route = open(namespace, strict)) {
            Dump<LinkMessage> bridges = raw(route, LinkFilter.all().kind("bridge"));

            assertThat(names(bridges.messages())).containsExactlyInAnyOrder("br0", "br1");
            assertThat(bridges.filtered()).isTrue();
            assertThat(names(route.links().listOfKind("veth"))).containsExactlyInAnyOrder("v0", "v1");
        }
    }

    @Test
    void bothTogether(NetworkNamespace namespace) {
        try (RtNetlink route = open(namespace, true)) {
            LinkFilter filter =
                    LinkFilter.all().kind("vxlan").master(route.links().index("br0"));
            Dump<LinkMessage> dump = route.links().dump(filter);

            assertThat(names(dump.messages())).containsExactly("x0");
            assertThat(dump.filtered()).isTrue();
            assertThat(dump.interrupted()).isFalse();
        }
    }

    @Test
    void aListingOfEverythingIsNotFiltered(NetworkNamespace namespace) {
        try (RtNetlink route = open(namespace, true)) {
            assertThat(route.links().dump().filtered()).isFalse();
            assertThat(route.links().dump(LinkFilter.all()).filtered()).isFalse();
            assertThat(route.links().list(LinkFilter.all()))
                    .hasSameSizeAs(route.links().list());
        }
    }

    @Test
    void nobodyGetsLinksThatHeDidNotAskFor(NetworkNamespace namespace) {
        try (RtNetlink route = open(namespace, true)) {
            int portless = route.links().index("br1");

            assertThat(route.links().list(LinkFilter.all().master(portless))).isEmpty();
            // No module has this kind; kernels list everything then.
            assertThat(route.links().listOfKind("nosuchkind")).isEmpty();
        }
    }

    @Test
    void aVisitorIsToldAtTheEnd(NetworkNamespace namespace) {
        List<String> seen = new ArrayList<>();
        List<DumpMarks> marks = new ArrayList<>();
        DumpVisitor<LinkMessageView> visitor = new DumpVisitor<>() {
            @Override
            public void begin() {
                seen.clear();
            }

            @Override
            public boolean visit(LinkMessageView view) {
                seen.add(view.attributes().ifname());
                return true;
            }

            @Override
            public void end(DumpMarks given) {
                marks.add(given);
            }
        };
        try (RtNetlink route = open(namespace, true)) {
            LinkMessage question = LinkFilter.all().kind("vxlan").question();
            route.client().dump(Request.of(RtLink.GETLINK, question), DumpPolicy.failing(), visitor);
        }
        assertThat(seen).containsExactly("x0");
        assertThat(marks).containsExactly(new DumpMarks(false, true));
    }

    @Test
    void aStrictKernelRefusesAFilterThatItDoesNotHave(NetworkNamespace namespace) {
        LinkMessage byMtu = LinkMessage.builder().attributes(a -> a.mtu(1500)).build();
        try (RtNetlink strict = open(namespace, true);
                RtNetlink lenient = open(namespace, false)) {
            KernelRejectedException refusal = catchThrowableOfType(
                    KernelRejectedException.class, () -> strict.client().dump(Request.of(RtLink.GETLINK, byMtu)));

            assertThat(refusal.errno().name()).isEqualTo("EINVAL");
            assertThat(refusal.kernelMessage()).isPresent();
            Dump<LinkMessage> everything = lenient.client().dump(Request.of(RtLink.GETLINK, byMtu));
            assertThat(everything.messages()).hasSizeGreaterThan(5);
            assertThat(everything.filtered()).isFalse();
        }
    }
}
