package io.jnetlink.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.Hex;
import io.jnetlink.wire.NetlinkBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageDissectorTest {

    @Test
    void showsAMessageAsATree() {
        NetlinkBuffer message = Hex.little(
                "00000100 02000000 03100000 ff000000",
                "07000300 61310000",
                "24001280",
                "09000100 76786c616e000000",
                "14000280 08000100 2a000000 06000f00 12b50000",
                "0600c880 abcd 0000");

        assertThat(tree(message)).isEqualTo("""
                        ifinfo
                          family 0
                          type 1
                          index 2
                          flags <up,broadcast,0x1000>
                          change 0xff
                        ifname "a1"
                        linkinfo
                          kind "vxlan"
                          data
                            id 42
                            port 4789
                        200 abcd
                        """);
        assertThat(MessageDissector.body(DemoFamily.MESSAGE, message, 0, message.capacity())
                        .toLine())
                .isEqualTo("{ifinfo: {family: 0, type: 1, index: 2, flags: <up,broadcast,0x1000>, change: 0xff},"
                        + " ifname: \"a1\", linkinfo: {kind: \"vxlan\", data: {id: 42, port: 4789}}, 200: abcd}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0a000100 020000000001 0000 | {address: 02:00:00:00:00:01}
                    08000400 ffffffff | {mtu: 4294967295}
                    0a000500 0100 0200 ffff 0000 | {values: [1, 2, 65535]}
                    07000500 0100 02 00 | {values: [1]}
                    10000600 0100000000000000 0102 0304 | {stats: {packets: 1, range: {low: 258, high: 772}}}
                    0e000600 0100000000000000 0102 0000 | {stats: {packets: 1}}
                    0c000700 03000000 ff000000 | {bits: 0x3/0xff}
                    0c000800 ffffffffffffffff | {big: 18446744073709551615}
                    08000900 ffffffff | {unsigned: 4294967295}
                    0c000900 ffffffffffffffff | {unsigned: 18446744073709551615}
                    08000a00 ffffffff | {signed: -1}
                    05000b00 ff000000 | {tiny: -1}
                    0c000c00 08000400 01000000 | {peer: {mtu: 1}}
                    04000c00 | {peer: {}}
                    14000e00 08000100 01000000 08000300 02000000 | {queues: {1: 1, 3: 2}}
                    10000f00 0c000700 08000400 01000000 | {hops: {7: {mtu: 1}}}
                    0c001900 06000100 61000000 | {labels: {1: "a"}}
                    0c001000 08000100 01000000 | {paths: 0800010001000000}
                    04001100 | {ttl: true}
                    05001100 40000000 | {ttl: 64}
                    04001300 | {up: true}
                    05001300 00000000 | {up: true}
                    05001400 01000000 | {mode: tunnel}
                    05001400 09000000 | {mode: 9}
                    08001600 c0000201 | {gateway: 192.0.2.1}
                    14001600 20010db8000000000000000000000001 | {gateway: 2001:db8::1}
                    07001600 c00002 00 | {gateway: c00002}
                    06001700 0000 0000 | {pad: 0000}
                    08001800 01020304 | {opaque: 01020304}
                    04000300 | {ifname: ""}
                    """)
    void showsEachShapeAsAPersonReadsIt(String hex, String text) {
        assertThat(DemoAttributes.link(hex)).hasToString(text);
    }

    @Test
    void showsSubMessagesByTheirSelector() {
        String data = "14001500 0700c0000201 0000 08000100 2a000000";

        assertThat(DemoAttributes.link("05001400 02000000", data))
                .hasToString("{mode: match, mode-data: {ematch: {id: 7, source: 192.0.2.1}, id: 42}}");
        assertThat(DemoAttributes.link("05001400 00000000", "08001500 01020304"))
                .hasToString("{mode: plain, mode-data: {range: {low: 258, high: 772}}}");
        assertThat(DemoAttributes.link(data)).hasToString("{mode-data: 0700c000020100000800010" + "02a000000}");
        assertThat(DemoAttributes.link("05001400 02000000", "06001500 0700 0000"))
                .hasToString("{mode: match, mode-data: {ematch: {id: 7}}}");
    }

    @Test
    void textCannotBreakOutOfItsLine() {
        assertThat(DemoAttributes.link("0a000300 61220a5c1b62 0000")).hasToString("{ifname: \"a\\\"\\n\\\\\\u001bb\"}");
    }

    @Test
    void whatDoesNotFitIsShownInHexadecimalWithTheReason() {
        assertThat(DemoAttributes.link("07000400 dc0500 00")).hasToString("{mtu: dc0500}");
        assertThat(DemoAttributes.link("04000400")).hasToString("{mtu: }");
        assertThat(tree(Hex.little("00000000 00000000 00000000 00000000", "10000c00 08000400 01000000 c8000300")))
                .isEqualTo("""
                        ifinfo
                          family 0
                          type 0
                          index 0
                          flags <>
                          change 0x0
                        peer
                          mtu 1
                          malformed c8000300 attribute 3 claims 200 bytes of 4 left (at offset 28)
                        """);
        assertThat(DemoAttributes.link("0c000e00 08000100 0100 0000")).hasToString("{queues: {1: 1}}");
        assertThat(DemoAttributes.link("0c000e00 c8000100 01000000")).hasToString("{queues: c800010001000000}");
    }

    @Test
    void aShortFixedHeaderIsShownAsFarAsItGoes() {
        assertThat(tree(Hex.little("00000100 0200"))).isEqualTo("ifinfo\n  family 0\n  type 1\n");
        assertThat(tree(Hex.little(""))).isEqualTo("ifinfo\n");
    }

    @Test
    void aMalformedListAroundASelectorHidesNothingThatStandsBeforeIt() {
        NetlinkBuffer broken = Hex.little("10001200 0c000300 08000100 2a000000", "05001400 01000000", "03000400");

        assertThat(MessageDissector.attributes(DemoFamily.LINK, broken, 0, broken.capacity())
                        .toLine())
                .isEqualTo("{linkinfo: {mode-data: {id: 42}}, mode: tunnel,"
                        + " malformed: 03000400 attribute 4 claims 3 bytes of 4 left (at offset 24)}");
    }

    private static String tree(NetlinkBuffer message) {
        return MessageDissector.body(DemoFamily.MESSAGE, message, 0, message.capacity())
                .toTree();
    }
}
