package io.jnetlink.samples.nl.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.samples.nl.JnlRun;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeCommandTest {

    private static final String ADD_VXLAN = "6c00000010000506010000000000000000000000000000000000000000000000"
            + "0800030076783000440012000900010076786c616e000000340002000500050040000000080003000100000008000100"
            + "0700000008000200ef010101050007000100000006000f0012b50000";

    private static final String TREE = """
            newlink  type 16  flags request,ack,excl,create  seq 1  port 0  108 bytes
              ifinfomsg
                ifi-family 0
                ifi-type 0
                ifi-index 0
                ifi-flags <>
                ifi-change 0x0
              ifname "vx0"
              linkinfo
                kind "vxlan"
                data
                  ttl 64
                  link 1
                  id 7
                  group 239.1.1.1
                  learning 1
                  port 4789
            """;

    @BeforeEach
    void recordingsFitTheMachine() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the recordings are little-endian");
    }

    private static JnlRun decode(String input, String... options) {
        return decode(input.getBytes(StandardCharsets.UTF_8), options);
    }

    private static JnlRun decode(byte[] input, String... options) {
        List<String> all = new ArrayList<>(List.of("decode", "--spec", JnlRun.rtLink()));
        all.addAll(List.of(options));
        return JnlRun.reading(input, all.toArray(String[]::new));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = JnlRun.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    @Test
    void hexIsATree() {
        assertThat(decode(ADD_VXLAN)).isEqualTo(new JnlRun(0, TREE, ""));
    }

    @Test
    void hexMayBeSetApart(@TempDir Path folder) throws IOException {
        String dump = "# ip link add\n00000000: 6c00 0000 1000 0506 0100 0000 0000 0000  l...............\n"
                + ADD_VXLAN.substring(32).replaceAll("(..)", "0x$1, ");
        Path file = Files.writeString(folder.resolve("message.hex"), dump);

        assertThat(decode(dump).out()).isEqualTo(TREE);
        assertThat(decode("", file.toString()).out()).isEqualTo(TREE);
        assertThat(decode("", ADD_VXLAN.substring(0, 20), ADD_VXLAN.substring(20))
                        .out())
                .isEqualTo(TREE);
    }

    @Test
    void bytesOfTheOtherOrderAreRecognised() {
        String big = "00000020" + "0012" + "0001" + "00000001" + "00000000" + "07000000" + "00000002" + "00000000"
                + "00000000";

        assertThat(decode(big).lines())
                .containsSequence(
                        "getlink  type 18  flags request  seq 1  port 0  32 bytes", "  ifinfomsg", "    ifi-family 7")
                .contains("    ifi-index 2");
    }

    @Test
    void straceIsATree() throws IOException {
        JnlRun run = decode(resource("add-vxlan.strace"));

        assertThat(run.out().replaceAll("seq \\d{4,}", "seq 1"))
                .startsWith(TREE)
                .endsWith("error EEXIST (File exists)  type 2  flags capped  seq 1  port 17385  36 bytes\n");
        assertThat(run.status()).isZero();
    }

    @Test
    void straceThatKeptTheBytesToItselfIsTold() {
        String text = "sendmsg(3, {msg_iov=[{iov_base=[{nlmsg_len=48, nlmsg_type=RTM_GETLINK}]}]}, 0) = 48\n";

        assertThat(decode(text).err())
                .isEqualTo("jnl: strace decoded its messages itself: record with -e read=FD -e write=FD, "
                        + "FD being the netlink socket\n");
    }

    private static byte[] pcap(ByteOrder order, int linkType, int protocol, byte[]... datagrams) {
        ByteBuffer file = ByteBuffer.allocate(10_000).order(order);
        file.putInt(0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(65_535)
                .putInt(linkType);
        for (byte[] datagram : datagrams) {
            file.putInt(1).putInt(2).putInt(16 + datagram.length).putInt(16 + datagram.length);
            file.order(ByteOrder.BIG_ENDIAN).putShort((short) 4).putShort((short) 824);
            file.put(new byte[10]).putShort((short) protocol).order(order).put(datagram);
        }
        byte[] bytes = new byte[file.position()];
        file.flip().get(bytes);
        return bytes;
    }

    @Test
    void pcapIsATree() {
        byte[] message = HexFormat.of().parseHex(ADD_VXLAN);

        assertThat(decode(pcap(ByteOrder.LITTLE_ENDIAN, 253, 0, message, message))
                        .out())
                .isEqualTo(TREE + TREE);
    }

    @Test
    void otherProtocolsAreLeftAlone() {
        byte[] message = HexFormat.of().parseHex(ADD_VXLAN);

        assertThat(decode(pcap(ByteOrder.LITTLE_ENDIAN, 253, 12, message))
                        .lines()
                        .get(0))
                .startsWith("unknown  type 16");
        assertThat(decode(ADD_VXLAN, "--protocol", "12").lines().get(0)).startsWith("unknown  type 16");
    }

    @Test
    void brokenRecordingsAreTold() {
        byte[] good = pcap(ByteOrder.LITTLE_ENDIAN, 253, 0, HexFormat.of().parseHex(ADD_VXLAN));

        assertThat(decode(pcap(ByteOrder.LITTLE_ENDIAN, 1, 0)).err()).contains("link type 1, not 253");
        assertThat(decode(Arrays.copyOf(good, good.length - 1)).err()).contains("packet 1 ends behind the end");
        assertThat(decode(Arrays.copyOf(good, 20)).err()).contains("ends within its header");
        assertThat(decode(new byte[] {0x0a, 0x0d, 0x0d, 0x0a}).err()).contains("editcap -F pcap");
        assertThat(decode("").err()).isEqualTo("jnl: nothing to decode\n");
        assertThat(decode("no message").err()).startsWith("jnl: neither a pcap file, nor strace output");
        assertThat(decode(ADD_VXLAN.substring(0, 100)))
                .satisfies(r -> assertThat(r.status()).isEqualTo(1))
                .satisfies(r ->
                        assertThat(r.err()).isEqualTo("jnl: hex: message claims 108 bytes of 50 left (at offset 0)\n"));
    }

    @Test
    void jsonIsALineForEach() {
        assertThat(decode(ADD_VXLAN, "--output-json").out())
                .startsWith(
                        "{\"name\":\"newlink\",\"family\":\"rt-link\",\"type\":16,\"flags\":1541,\"seq\":1,\"pid\":0,")
                .contains("\"linkinfo\":{\"kind\":\"vxlan\",\"data\":{\"ttl\":64,\"link\":1,\"id\":7,");
    }

    @Test
    void anExtendedAckIsShown() {
        MessageWriter out = MessageWriter.onHeap();
        int mark = out.beginMessage(2, 0x300, 5, 6);
        int at = out.appendZeros(20);
        out.buffer().putU32(at, -22);
        out.putText(1, "Unknown device type", true);
        out.putU32(2, 52, ByteOrder.nativeOrder());
        out.endMessage(mark);

        assertThat(decode(HexFormat.of().formatHex(out.toByteArray())).out())
                .isEqualTo("error EINVAL (Invalid argument)  type 2  flags capped,ack-tlvs  seq 5  port 6  68 bytes\n"
                        + "  message \"Unknown device type\"\n  offset 52\n");
    }

    @Test
    void genericFamiliesAreLearntFromTheController() throws IOException {
        Path ethtool = JnlRun.project().resolve("../shared/ynl-specs/ethtool.yaml");
        Path controller = JnlRun.project().resolve("../shared/ynl-specs/nlctrl.yaml");
        assumeTrue(Files.exists(ethtool), "the kernel's specs are not there");
        MessageWriter out = MessageWriter.onHeap();
        generic(
                out,
                0x10,
                0,
                1,
                DynamicFamily.load(controller),
                "getfamily",
                Map.of("family-id", 21, "family-name", "ethtool"));
        generic(
                out,
                21,
                1,
                11,
                DynamicFamily.load(ethtool),
                "features-get",
                Map.of("header", Map.of("dev-name", "lo")));

        JnlRun run = JnlRun.reading(
                HexFormat.of().formatHex(out.toByteArray()).getBytes(StandardCharsets.UTF_8),
                "decode",
                "--spec",
                controller.toString(),
                "--spec",
                ethtool.toString(),
                "--protocol",
                "16");
        assertThat(run.lines())
                .anyMatch(l -> l.startsWith("getfamily  type 16"))
                .contains("  family-name \"ethtool\"")
                .anyMatch(l -> l.startsWith("features-get  type 21  flags request"))
                .contains("  header", "    dev-name \"lo\"");
    }

    private static void generic(
            MessageWriter out,
            int type,
            int flags,
            int command,
            DynamicFamily family,
            String operation,
            Map<String, ?> fields) {
        int mark = out.beginMessage(type, flags, 1, 2);
        int at = out.appendZeros(4);
        NetlinkBuffer buffer = out.buffer();
        buffer.putU8(at, command);
        family.encode(operation, fields, out);
        out.endMessage(mark);
    }

    @Test
    void javaBuildsTheRequest() {
        assertThat(decode(ADD_VXLAN, "--as-java").out()).isEqualTo("""
                        Request.of(RtLink.NEWLINK, LinkMessage.builder()
                                .attributes(a -> a
                                        .ifname("vx0")
                                        .linkinfo(b -> b
                                                .kind("vxlan")
                                                .dataVxlan(c -> c
                                                        .ttl(64)
                                                        .link(1)
                                                        .id(7)
                                                        .group(IpAddress.parse("239.1.1.1"))
                                                        .learning(1)
                                                        .port(4789))))
                                .build())
                                .withFlags(MessageFlags.CREATE | MessageFlags.EXCL)
                        """);
    }
}
