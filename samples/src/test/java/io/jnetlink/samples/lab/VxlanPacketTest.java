package io.jnetlink.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.wire.IpAddress;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VxlanPacketTest {

    private static final String INNER_ETHERNET = "02000000000b" + "02000000000a" + "0800";
    private static final String INNER_IP = "4500001c" + "00004000" + "40010000" + "0a090001" + "0a090002";
    private static final String REQUEST = "0800f7ff" + "00000000";
    private static final byte[] FRAME = HexFormat.of()
            .parseHex("020000000002" + "020000000001" + "0800"
                    + "4500004e" + "00004000" + "3f110000" + "c0000201" + "c0000202"
                    + "c00012b5" + "003a0000"
                    + "08000000" + "00126700"
                    + INNER_ETHERNET + INNER_IP + REQUEST);

    private static final IpAddress A = IpAddress.parse("10.9.0.1");
    private static final IpAddress B = IpAddress.parse("10.9.0.2");

    @Test
    void allOfItIsRead() {
        VxlanPacket packet = VxlanPacket.parse(FRAME, 4789).orElseThrow();
        assertThat(packet)
                .hasToString("192.0.2.1 > 192.0.2.2 ttl 63 df udp port 4789 VXLAN vni 4711: "
                        + "02:00:00:00:00:0a > 02:00:00:00:00:0b ethertype 0x0800, 42 bytes");
        assertThat(packet.asksForEcho(A, B)).isTrue();
        assertThat(packet.asksForEcho(B, A)).isFalse();
        assertThat(packet.answersEcho(A, B)).isFalse();
    }

    @Test
    void otherPortsAndOtherProtocolsAreNotVxlan() {
        assertThat(VxlanPacket.parse(FRAME, 8472)).isEmpty();
        byte[] tcp = FRAME.clone();
        tcp[14 + 9] = 6;
        assertThat(VxlanPacket.parse(tcp, 4789)).isEmpty();
        byte[] withoutVni = FRAME.clone();
        withoutVni[42] = 0;
        assertThat(VxlanPacket.parse(withoutVni, 4789)).isEmpty();
    }

    @Property
    void whatIsCutOffIsNoReasonToFail(@ForAll @IntRange(max = 91) int length) {
        VxlanPacket.parse(Arrays.copyOf(FRAME, length), 4789)
                .ifPresent(packet -> assertThat(packet.asksForEcho(A, B)).isEqualTo(packet.inner().length > 34));
    }

    @Property
    void noiseIsNoReasonToFail(@ForAll @Size(92) byte[] noise, @ForAll @IntRange(max = 91) int kept) {
        byte[] frame = noise.clone();
        System.arraycopy(FRAME, 0, frame, 0, kept);
        VxlanPacket.parse(frame, 4789).ifPresent(packet -> {
            packet.asksForEcho(A, B);
            assertThat(packet.toString()).contains("VXLAN");
        });
    }
}
