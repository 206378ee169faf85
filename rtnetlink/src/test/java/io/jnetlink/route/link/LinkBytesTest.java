package io.jnetlink.route.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes of link messages, number by number, as the kernel's headers and iproute2 have them. */
class LinkBytesTest {

    @BeforeEach
    void hostIsLittleEndian() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the expected bytes are little-endian");
    }

    private static String vxlan(Consumer<LinkinfoVxlanAttrs.Builder> fill) {
        LinkinfoVxlanAttrs.Builder builder = LinkinfoVxlanAttrs.builder();
        fill.accept(builder);
        return HexFormat.of().formatHex(builder.build().toByteArray());
    }

    private static LinkinfoVxlanAttrs decoded(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return LinkinfoVxlanAttrs.decode(NetlinkBuffer.wrap(bytes), 0, bytes.length);
    }

    @Test
    void identifierIsInHostOrder() {
        assertThat(vxlan(v -> v.id(0x123456))).isEqualTo("0800010056341200");
    }

    @Test
    void flowLabelIsInNetworkOrder() {
        assertThat(vxlan(v -> v.label(0x12345))).isEqualTo("08001a0000012345");
        assertThat(decoded("08001a0000012345").label()).isEqualTo(0x12345);
    }

    @Test
    void portsAreInNetworkOrder() {
        assertThat(vxlan(v -> v.port(4789))).isEqualTo("06000f0012b50000");
        assertThat(vxlan(v -> v.portRange(new VxlanPortRange(1, 0xffff)))).isEqualTo("08000a000001ffff");
        assertThat(decoded("06000f0012b50000").port()).isEqualTo(4789);
        assertThat(decoded("08000a000001ffff").portRange().high()).isEqualTo(0xffff);
    }

    @Test
    void reservedBitsAreInNetworkOrder() {
        assertThat(vxlan(v -> v.reservedBits(0xf7ffffff000000ffL))).isEqualTo("0c002100f7ffffff000000ff");
        assertThat(decoded("0c002100f7ffffff000000ff").reservedBits()).isEqualTo(0xf7ffffff000000ffL);
    }

    @Test
    void addressesAreAsWritten() {
        assertThat(vxlan(v -> v.group(IpAddress.parse("10.145.69.49")))).isEqualTo("080002000a914531");
        assertThat(vxlan(v -> v.local6(IpAddress.parse("2001:db8::1"))))
                .isEqualTo("1400110020010db8000000000000000000000001");
        assertThat(decoded("080004000a91451a").local()).isEqualTo(IpAddress.parse("10.145.69.26"));
    }

    @Test
    void flagsAreEmpty() {
        assertThat(vxlan(v -> v.gbp(true).gpe(true).remcsumNopartial(true))).isEqualTo("0400170004001b0004001800");
        assertThat(vxlan(v -> v.gbp(false))).isEmpty();
    }

    @Test
    void inheritedTtlIsAskedForWithAFlagAndAnsweredWithAByte() {
        assertThat(vxlan(v -> v.ttlInherit(true))).isEqualTo("04001c00");
        assertThat(decoded("05001c0000000000").ttlInherit()).isZero();
        assertThat(decoded("05001c0001000000").ttlInherit()).isEqualTo(1);
    }

    @Test
    void boundsAreCheckedBeforeAnythingIsSent() {
        List<Consumer<LinkinfoVxlanAttrs.Builder>> faults = List.of(
                v -> v.id(1 << 24),
                v -> v.label(1 << 20),
                v -> v.localbypass(2),
                v -> v.mcRoute(2),
                v -> v.df(VxlanDf.of(3)),
                v -> v.labelPolicy(VxlanLabelPolicy.of(2)),
                v -> v.group6(IpAddress.parse("10.0.0.1")),
                v -> v.local(IpAddress.parse("::1")));
        assertThat(faults)
                .allSatisfy(fault -> assertThatThrownBy(() -> vxlan(fault)).isInstanceOf(InvalidFieldException.class));
    }

    @Test
    void wholeRequestIsThatOfIproute2() {
        LinkMessage message = LinkMessage.builder()
                .attributes(a -> a.ifname("vx42")
                        .linkinfo(info -> info.kind("vxlan")
                                .dataVxlan(v -> v.link(3)
                                        .ttl(64)
                                        .id(42)
                                        .local(IpAddress.parse("10.9.0.1"))
                                        .group(IpAddress.parse("10.9.0.2"))
                                        .learning(0)
                                        .port(4789))))
                .build();

        // No NUL behind the kind, and no nested bit on nests.
        assertThat(hex(message))
                .isEqualTo("00".repeat(16)
                        + "090003007678343200000000"
                        + "4c001200" + "0900010076786c616e000000" + "3c000200"
                        + "0800030003000000" + "0500050040000000" + "080001002a000000"
                        + "080004000a090001" + "080002000a090002" + "0500070000000000" + "06000f0012b50000");
    }

    @Test
    void peerOfAVethIsALinkMessageOfItsOwn() {
        LinkinfoAttrs info = LinkinfoAttrs.builder()
                .dataVeth(veth -> veth.peerVeth(Ifinfomsg.builder().build(), peer -> peer.ifname("v1")))
                .build();

        assertThat(HexFormat.of().formatHex(info.toByteArray()))
                .isEqualTo("0800010076657468" + "20000200" + "1c000100" + "00".repeat(16) + "0700030076310000");
        assertThat(info.dataVeth().peerVeth("veth").ifname()).isEqualTo("v1");
    }

    @Test
    void emptyAliasHasNoBytes() {
        LinkAttrs cleared = LinkAttrs.builder().ifalias("").build();
        assertThat(cleared.toByteArray()).containsExactly(4, 0, 20, 0);
    }

    @Test
    void alternativeNamesStandInAMarkedNest() {
        LinkAttrs names = LinkAttrs.builder()
                .propList(p -> p.addAltIfname("a").addAltIfname("bc"))
                .build();
        assertThat(HexFormat.of().formatHex(names.toByteArray()))
                .isEqualTo("14003480" + "0600350061000000" + "0700350062630000");
    }

    @Test
    void tagProtocolsAreInNetworkOrder() {
        byte[] vlan = LinkinfoVlanAttrs.builder()
                .protocol(VlanProtocol.IEEE_8021AD)
                .build()
                .toByteArray();
        byte[] bridge = LinkinfoBridgeAttrs.builder()
                .vlanProtocol(VlanProtocol.IEEE_8021Q)
                .build()
                .toByteArray();
        assertThat(HexFormat.of().formatHex(vlan)).isEqualTo("0600050088a80000");
        assertThat(HexFormat.of().formatHex(bridge)).isEqualTo("0600080081000000");
    }

    private static String hex(LinkMessage message) {
        MessageWriter out = MessageWriter.onHeap();
        message.writeTo(out);
        return HexFormat.of().formatHex(out.buffer().bytes(0, out.length()));
    }
}
