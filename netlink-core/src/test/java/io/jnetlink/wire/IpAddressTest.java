package io.jnetlink.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.Hex;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "00000000, 0.0.0.0",
        "ffffffff, 255.255.255.255",
        "c0000201, 192.0.2.1",
        "00000000000000000000000000000000, ::",
        "00000000000000000000000000000001, ::1",
        "00010000000000000000000000000000, 1::",
        "20010db8000000000000000000000001, 2001:db8::1",
        "20010db8000000010000000000000001, 2001:db8:0:1::1",
        "20010db8000000000001000000000001, 2001:db8::1:0:0:1",
        "20010db8000100010001000100010001, 2001:db8:1:1:1:1:1:1",
        "20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1",
        "00000001000100010001000100010001, 0:1:1:1:1:1:1:1",
        "00010001000100010001000100010000, 1:1:1:1:1:1:1:0",
        "00000000000100010001000100010001, ::1:1:1:1:1:1",
        "00010001000100010001000100000000, 1:1:1:1:1:1::",
        "00010000000000010000000000000001, 1:0:0:1::1",
        "fe80000000000000020000fffe000001, fe80::200:ff:fe00:1",
        "abcdef01abcdef01abcdef01abcdef01, abcd:ef01:abcd:ef01:abcd:ef01:abcd:ef01",
        "00000000000000000000ffff01020304, ::ffff:1.2.3.4",
        "00000000000000000000000001020304, ::1.2.3.4",
        "00000000000000000000000000010000, ::0.1.0.0",
        "0000000000000000000000000000ffff, ::ffff",
        "00000000000000000000fffe01020304, ::fffe:102:304",
        "0000000000000000ffff000001020304, ::ffff:0:102:304",
        "0064ff9b000000000000000001020304, 64:ff9b::102:304"
    })
    void isWrittenAsInetNtopWritesIt(String hex, String text) {
        assertThat(IpAddress.of(Hex.bytes(hex))).hasToString(text);
        assertThat(IpAddress.parse(text)).isEqualTo(IpAddress.of(Hex.bytes(hex)));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:DB8::A, 2001:db8::a",
        "0:0:0:0:0:0:0:0, ::",
        "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
        "1::1.2.3.4, 1::102:304",
        "::FFFF:192.0.2.1, ::ffff:192.0.2.1"
    })
    void otherTextFormsAreReadToo(String text, String written) {
        assertThat(IpAddress.parse(text)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".1.2.3",
                "1.2..3",
                "1.2.3.256",
                "1.2.3.-4",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.0x4",
                "1.2.3.0004",
                "01.2.3.4",
                "1.2.3.00",
                "1.2.3.٤",
                ":",
                ":::",
                "::1::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1::2:3:4:5:6:7:8",
                "12345::",
                "g::",
                "::-1",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "::1.2.3",
                "::1.2.3.256",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                "fe80::1%eth0",
                "[::1]",
                "::1/128",
                "::٤"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> IpAddress.parse(text))
                .isInstanceOfSatisfying(InvalidFieldException.class, e -> {
                    assertThat(e.field()).isEqualTo("IP address");
                    assertThat(e.value()).isEqualTo("\"" + text + "\"");
                    assertThat(e.rule()).isEqualTo("must be an IPv4 or IPv6 address");
                })
                .hasMessage("IP address must be an IPv4 or IPv6 address, not \"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5, 8, 15, 17, 32})
    void otherLengthsAreRefused(int length) {
        assertThatThrownBy(() -> IpAddress.of(new byte[length]))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("IP address must have 4 or 16 bytes, not " + length + " bytes");
    }

    @Test
    void keepsItsOwnCopyOfTheBytes() {
        byte[] bytes = {1, 2, 3, 4};
        IpAddress address = IpAddress.of(bytes);

        bytes[0] = 9;
        address.toByteArray()[1] = 9;

        assertThat(address).hasToString("1.2.3.4");
        assertThat(address.toByteArray()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void knowsWhatKindOfAddressItIs() {
        assertThat(IpAddress.parse("192.0.2.1").isV4()).isTrue();
        assertThat(IpAddress.parse("192.0.2.1").isV6()).isFalse();
        assertThat(IpAddress.parse("::ffff:192.0.2.1").isV6()).isTrue();
        assertThat(Stream.of("224.0.0.1", "239.255.255.255", "ff00::", "ff02::1"))
                .allMatch(a -> IpAddress.parse(a).isMulticast());
        assertThat(Stream.of("223.255.255.255", "240.0.0.0", "fe80::1", "::ffff:224.0.0.1"))
                .noneMatch(a -> IpAddress.parse(a).isMulticast());
        assertThat(Stream.of("0.0.0.0", "::")).allMatch(a -> IpAddress.parse(a).isUnspecified());
        assertThat(Stream.of("0.0.0.1", "::1", "8000::"))
                .noneMatch(a -> IpAddress.parse(a).isUnspecified());
        assertThat(Stream.of("fe80::", "febf:ffff::1"))
                .allMatch(a -> IpAddress.parse(a).isLinkLocalV6());
        assertThat(Stream.of("fe7f::", "fec0::", "ff80::", "169.254.0.1", "254.128.0.0"))
                .noneMatch(a -> IpAddress.parse(a).isLinkLocalV6());
    }

    @Test
    void sortsIpv4FirstAndThenByUnsignedBytes() {
        Stream<String> sorted = Stream.of("0.0.0.0", "127.0.0.1", "192.0.2.1", "255.0.0.0", "::", "7f00::", "ff00::");

        assertThat(sorted.map(IpAddress::parse)).isSorted();
        assertThat(IpAddress.parse("1.2.3.4")).isEqualByComparingTo(IpAddress.of(new byte[] {1, 2, 3, 4}));
    }

    @Test
    void mappedAddressesStayThemselvesButForTheJdk() throws UnknownHostException {
        IpAddress mapped = IpAddress.parse("::ffff:192.0.2.1");

        assertThat(mapped).isNotEqualTo(IpAddress.parse("192.0.2.1"));
        assertThat(mapped.toInetAddress()).isEqualTo(InetAddress.getByName("192.0.2.1"));
    }
}
