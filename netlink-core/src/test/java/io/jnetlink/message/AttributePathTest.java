package io.jnetlink.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.Hex;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributePathTest {

    private static final NetlinkBuffer MESSAGE = Hex.little(
            /* 0 */ "00000000 00000000 00000000 00000000",
            /* 16 */ "07000300 63630000",
            /* 24 LINKINFO */ "30001280",
            /* 28 INFO_KIND */ "09000100 76786c616e000000",
            /* 40 INFO_DATA */ "14000280",
            /* 44 VXLAN_ID */ "08000100 00000001",
            /* 52 VXLAN_PORT */ "06000f00 12b50000",
            /* 60 INFO_DATA again, unknown inside */ "0c000200",
            /* 64 */ "08006300 00000000",
            /* 72 QUEUES */ "14000e00",
            /* 76 */ "08000100 01000000",
            /* 84 */ "08000200 02000000",
            /* 92 HOPS */ "14000f00",
            /* 96 */ "10000700",
            /* 100 */ "04000c00",
            /* 104 */ "08000400 dc050000",
            /* 112 MODE */ "05001400 02000000",
            /* 120 MODE_DATA */ "14001500",
            /* 124 ematch, 8 bytes */ "ff7fc000 02010000",
            /* 132 */ "08000100 01000000",
            /* 140 LINKINFO, empty */ "04001280",
            /* 144 PATHS */ "10001000",
            /* 148 */ "0c000500",
            /* 152 */ "08000100 01000000",
            /* 160 */ "0800c880 00000000",
            /* 168 */ "04000500");

    @ParameterizedTest
    @CsvSource({
        "16, IFNAME",
        "20, IFNAME",
        "24, LINKINFO",
        "28, LINKINFO.INFO_KIND",
        "32, LINKINFO.INFO_KIND",
        "40, LINKINFO.INFO_DATA",
        "44, LINKINFO.INFO_DATA.VXLAN_ID",
        "48, LINKINFO.INFO_DATA.VXLAN_ID",
        "52, LINKINFO.INFO_DATA.VXLAN_PORT",
        "64, LINKINFO.INFO_DATA.99",
        "72, QUEUES",
        "76, QUEUES.1",
        "80, QUEUES.1",
        "84, QUEUES.2",
        "92, HOPS",
        "96, HOPS.7",
        "100, HOPS.7.PEER",
        "104, HOPS.7.MTU",
        "108, HOPS.7.MTU",
        "112, MODE",
        "116, MODE",
        "120, MODE_DATA",
        "124, MODE_DATA",
        "132, MODE_DATA.VXLAN_ID",
        "136, MODE_DATA.VXLAN_ID",
        "140, LINKINFO",
        "144, PATHS",
        "148, PATHS",
        "160, 200",
        "164, 200",
        "168, VALUES"
    })
    void isFoundByTheOffsetOfItsHeaderOrPayload(int offset, String path) {
        assertThat(find(offset).map(AttributePath::toString)).contains(path);
    }

    @ParameterizedTest
    @CsvSource({
        "-1",
        "0",
        "12",
        "15",
        "17",
        "18",
        "19",
        "21",
        "26",
        "33",
        "50",
        "58",
        "59",
        "78",
        "82",
        "98",
        "110",
        "118",
        "119",
        "126",
        "128",
        "134",
        "142",
        "152",
        "156",
        "166",
        "170",
        "172",
        "2147483647"
    })
    void anOffsetAtWhichNoAttributeStartsIsNoPath(int offset) {
        assertThat(find(offset)).isEmpty();
    }

    @Test
    void offsetsCountFromWhereTheBufferStarts() {
        NetlinkBuffer moved = NetlinkBuffer.allocate(MESSAGE.capacity() + 16);
        moved.putBytes(16, MESSAGE, 0, MESSAGE.capacity());

        assertThat(AttributePath.find(DemoFamily.MESSAGE, moved, 16, MESSAGE.capacity(), 60))
                .map(AttributePath::names)
                .contains(List.of("LINKINFO", "INFO_DATA", "VXLAN_ID"));
    }

    @Test
    void aMessageShorterThanItsHeaderHasNoPaths() {
        assertThat(AttributePath.find(DemoFamily.MESSAGE, MESSAGE, 0, 8, 4)).isEmpty();
        assertThat(AttributePath.find(DemoFamily.MESSAGE, MESSAGE, 0, 8, 16)).isEmpty();
    }

    @Test
    void bytesThatCannotBeWalkedHaveNoPaths() {
        NetlinkBuffer broken = Hex.little("00000000 00000000 00000000 00000000", "0c000c00 03000400 00000000");

        assertThat(AttributePath.find(DemoFamily.MESSAGE, broken, 0, 28, 24)).isEmpty();
    }

    @Test
    void namesAreKeptAsTheyWere() {
        List<String> names = new java.util.ArrayList<>(List.of("A"));
        AttributePath path = new AttributePath(names);
        names.add("B");

        assertThat(path.names()).containsExactly("A");
        assertThat(path).hasToString("A");
    }

    private static Optional<AttributePath> find(int offset) {
        return AttributePath.find(DemoFamily.MESSAGE, MESSAGE, 0, MESSAGE.capacity(), offset);
    }
}
